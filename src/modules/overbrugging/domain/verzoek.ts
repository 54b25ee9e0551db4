import type { Day } from '../../../platform/clock/index.js';

/** Where a request stands. `NIET_NODIG`: the dossierhouder says that this client needs no bridging care. */
export type Verzoekstatus = 'INGEDIEND' | 'GEACCEPTEERD' | 'AFGEWEZEN' | 'NIET_NODIG';

/** How a request came to its end: somebody decided, or the zorgkantoor let the term go by (OP037). */
export type Beoordelingswijze = 'BESLUIT' | 'STILTE';

/** COD1004. */
export type Regierol = '1' | '2';
export const COORDINATOR: Regierol = '1';
export const DOSSIERHOUDER: Regierol = '2';

/** COD578, as far as bridging care takes these forms (informatiemodel, cases 3 to 6 and 15). */
export const [VERBLIJF, VPT, MPT] = ['4', '5', '7'] as const;
export const OVERBRUGGINGSVORMEN: readonly string[] = [VERBLIJF, VPT, MPT];

/** COD260. */
export const [JA, NEE] = ['1', '2'] as const;

/** What is asked for: care that bridges to an allocation, by one provider. */
export interface Aanvraag {
  readonly leveringsvorm: string;
  /** AGB of who would give it. */
  readonly aanbieder: string;
  readonly toewijzingIngangsdatum: Day;
  readonly toewijzingEinddatum: Day | null;
  /** Of the care, in hundredths of a per cent. */
  readonly percentage: number;
  /** COD260: verantwoord and doelmatig at home; for mpt. */
  readonly verantwoord: string | null;
  readonly doelmatig: string | null;
  /** Asks for the extra budget of COD983 code 1. */
  readonly extraOverbruggingszorg: boolean;
}

/** How the allocation that is bridged to stands on the day of the request. */
export type Stand = 'WACHT' | 'ZONDER_MELDING' | 'ANDERS';

/** What a request is judged against. */
export interface Omgeving {
  readonly vandaag: Day;
  readonly regulier: {
    readonly soortToewijzing: string;
    readonly leveringsvorm: string;
    readonly instelling: string | null;
    readonly ingangsdatum: Day;
    readonly einddatum: Day | null;
  };
  readonly stand: Stand;
  /** COD167; null while nobody reported how the client waits. */
  readonly leveringsstatus: string | null;
  /** AGB of today's holders. */
  readonly dossierhouder: string | null;
  /** The running or announced coördinator zorg thuis. */
  readonly coordinator: string | null;
  /** Forms for which a request under this allocation waits to be judged. */
  readonly openVerzoeken: readonly string[];
}

/** @throws RegelGeschonden, OngeldigeInvoer when the request cannot be made */
export type Aanvraagregel = (aanvraag: Aanvraag, omgeving: Omgeving) => void;
