import type { Day } from '../../../platform/clock/index.js';

/** COD1004: who directs the care. */
export const REGIEROL = { COORDINATOR_ZORG_THUIS: '1', DOSSIERHOUDER: '2' } as const;
export type Regierol = (typeof REGIEROL)[keyof typeof REGIEROL];

/** Whom a contact was with. */
export const PARTIJEN = ['CLIENT', 'CONTACTPERSOON', 'DOSSIERHOUDER'] as const;
export type Partij = (typeof PARTIJEN)[number];

/** How a contact was made. Plays no part in whether it counts. */
export const VORMEN = ['HUISBEZOEK', 'TELEFOON', 'BEELDBELLEN', 'EMAIL'] as const;
export type Contactvorm = (typeof VORMEN)[number];

/** The two duties that the brochure promises (rule C1). */
export const VERPLICHTINGSOORTEN = ['COORDINATOR_DOSSIERHOUDER', 'DOSSIERHOUDER_CLIENT'] as const;
export type Verplichtingsoort = (typeof VERPLICHTINGSOORTEN)[number];

export const VERPLICHTINGSTATUSSEN = ['OPEN', 'TE_LAAT'] as const;
export type Verplichtingstatus = (typeof VERPLICHTINGSTATUSSEN)[number];

/** What tells one duty from the other. */
export interface Verplichtingkenmerken {
  /** The role that bears the duty. */
  readonly drager: Regierol;
  /** The roles that must both be held for the duty to exist. */
  readonly rollen: readonly Regierol[];
  /** The other side, as the norm rows name it. */
  readonly tegenpartij: 'CLIENT' | 'DOSSIERHOUDER';
  /** With whom a contact must be to count. */
  readonly partijen: readonly Partij[];
  /** Wachtstatussen (COD167) under which the duty exists. */
  readonly wachtstatussen: readonly string[];
}

export const KENMERKEN: Readonly<Record<Verplichtingsoort, Verplichtingkenmerken>> = {
  DOSSIERHOUDER_CLIENT: {
    drager: REGIEROL.DOSSIERHOUDER,
    rollen: [REGIEROL.DOSSIERHOUDER],
    tegenpartij: 'CLIENT',
    partijen: ['CLIENT', 'CONTACTPERSOON'],
    wachtstatussen: ['6', '7', '2', '3'],
  },
  COORDINATOR_DOSSIERHOUDER: {
    drager: REGIEROL.COORDINATOR_ZORG_THUIS,
    rollen: [REGIEROL.COORDINATOR_ZORG_THUIS, REGIEROL.DOSSIERHOUDER],
    tegenpartij: 'DOSSIERHOUDER',
    partijen: ['DOSSIERHOUDER'],
    wachtstatussen: ['6', '7', '2'],
  },
};

/** A provider that holds a regierol from `ingangsdatum` up to and including `einddatum` (null: still). */
export interface Rolperiode {
  readonly regierol: Regierol;
  readonly instelling: string;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
}

/** Days from `van` up to and including `tot` on which one specificatie is on the waiting list under one status. */
export interface Wachtsegment {
  readonly van: Day;
  readonly tot: Day | null;
  /** COD167. */
  readonly leveringsstatus: string;
  /** COD168. */
  readonly classificatie: string;
  /** Urgency: 1 (urgent plaatsen) to 4 (wacht uit voorzorg). */
  readonly rang: number;
}

/** A contact as it was recorded and not withdrawn. */
export interface Contact {
  readonly contactmomentID: string;
  readonly datum: Day;
  readonly instelling: string;
  readonly regierol: Regierol;
  readonly met: Partij;
  readonly gesproken: boolean;
}

/** One duty on one day, as it is to be judged with what is known. */
export interface Verplichting {
  readonly soort: Verplichtingsoort;
  /** AGB of the bearer: the newest holder of the role on that day. */
  readonly instelling: string;
  /** First day of the term: the duty has existed without a break since. */
  readonly begin: Day;
  readonly maxDagen: number;
  readonly laatsteContact: Contact | null;
  readonly uiterlijk: Day;
  readonly status: Verplichtingstatus;
  /** 0 while the duty is not late. */
  readonly dagenTeLaat: number;
  /** Null while the duty is younger than 366 days: then the question has no answer yet. */
  readonly jaarnormGehaald: boolean | null;
}
