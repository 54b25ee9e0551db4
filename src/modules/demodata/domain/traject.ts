import { type DagNummer } from './kalender.js';
import { type Leveringsvorm, type Regierol, type SoortToewijzing, type Wachtstatus } from './codes.js';
import { type Profiel } from './profielen.js';
import { type Random } from './random.js';
import { type Zorgkantoor } from './regios.js';
import { type Aanbieder } from './zorgaanbieders.js';

/** What happened to one client, in day numbers and providers; the registers are written from this. */
export interface Traject {
  readonly indicatie: Indicatieplan;
  /** Empty while nothing has been allocated. */
  readonly specificaties: readonly Specificatieplan[];
  readonly rollen: readonly Rolplan[];
  readonly contacten: readonly Contactplan[];
}

/** Both days belong to the period; a null end is open. */
export interface Tijdvak {
  readonly van: DagNummer;
  readonly tot: DagNummer | null;
}

export interface Indicatieplan extends Tijdvak {
  readonly profiel: Profiel;
  readonly voorkeurClient: string;
  readonly instellingVoorkeur: Aanbieder | null;
}

export interface Specificatieplan extends Tijdvak {
  readonly leveringsvorm: Leveringsvorm;
  readonly soort: SoortToewijzing;
  /** Null for a persoonsgebonden budget. */
  readonly aanbieder: Aanbieder | null;
  /** Share of the budget in hundredths of a per cent. */
  readonly aandeel: number;
  readonly redenIntrekking: string | null;
  readonly bestemming: Aanbieder | null;
  /** Null while the provider has reported nothing. */
  readonly levering: Leveringplan | null;
}

export interface Uitstelplan extends Tijdvak {
  readonly status: Wachtstatus;
  readonly classificatie: string;
}

export interface Zorgplan extends Tijdvak {
  readonly beeindigingReden: string | null;
}

export interface Leveringplan {
  readonly uitstel: readonly Uitstelplan[];
  readonly zorg: readonly Zorgplan[];
  readonly afstel: {
    readonly op: DagNummer;
    readonly reden: string;
    readonly bestemming: Aanbieder | null;
  } | null;
}

export interface Rolplan extends Tijdvak {
  readonly aanbieder: Aanbieder;
  readonly regierol: Regierol;
}

export type Contactpartij = 'CLIENT' | 'CONTACTPERSOON' | 'DOSSIERHOUDER';

export interface Contactplan {
  readonly op: DagNummer;
  readonly aanbieder: Aanbieder;
  readonly regierol: Regierol;
  readonly met: Contactpartij;
  readonly vorm: string;
  readonly gesproken: boolean;
}

/** What every situation starts from. */
export interface Omgeving {
  readonly random: Random;
  readonly regio: Zorgkantoor;
  /** Whom the client side offers to talk with: not every client has a contactpersoon. */
  readonly clientzijde: readonly Contactpartij[];
}

export const GEHEEL = 10_000;
