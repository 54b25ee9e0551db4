import type { Day } from '../../../platform/clock/index.js';

/** A part of the Indicatieregister that we keep as it is and do not interpret. */
export type RegisterObject = Readonly<Record<string, unknown>>;

/** A Wlz indication as the Indicatieregister gives it (SDL 1.6.5). */
export interface Indicatiegegevens {
  readonly wlzIndicatieID: string;
  readonly clientID: string;
  /** 1 to 999 999 999, unique per client (OP137). */
  readonly besluitnummer: number;
  /** COD169. */
  readonly soortWlzindicatie: string;
  readonly afgiftedatum: Day;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
  /** COD260. */
  readonly meerzorg: string | null;
  /** COD001. */
  readonly initieelVerantwoordelijkZorgkantoor: string;
  /** The day on which the CIZ declared the indication void. */
  readonly vervaldatum: Day | null;
  readonly commentaar: string | null;
  readonly beperking: readonly RegisterObject[];
  readonly stoornis: readonly RegisterObject[];
  readonly stoornisScore: readonly RegisterObject[];
}

export interface Grondslaggegevens {
  readonly grondslagID: string;
  readonly wlzIndicatieID: string;
  /** COD736. */
  readonly grondslag: string;
  /** The one with most influence is 1. */
  readonly volgorde: number;
}

/** What is indicated, and how the client would like to get it. */
export interface Zorgzwaartepakketgegevens {
  readonly geindiceerdZorgzwaartepakketID: string;
  readonly wlzIndicatieID: string;
  /** COD163. */
  readonly zzpCode: string;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
  /** COD999: advice, no rule rests on it. */
  readonly voorkeurClient: string | null;
  /** AGB code of the preferred provider. */
  readonly instellingVoorkeur: string | null;
  /** COD998. */
  readonly financiering: string;
  readonly commentaar: string | null;
}

export interface Wzdgegevens {
  readonly wzdID: string;
  readonly wlzIndicatieID: string;
  /** COD127. */
  readonly wzdVerklaring: string;
  readonly ingangsdatum: Day | null;
  readonly einddatum: Day | null;
}

/** An indication with everything under it, without the person it is about. */
export interface Indicatiedossier {
  readonly indicatie: Indicatiegegevens;
  readonly grondslagen: readonly Grondslaggegevens[];
  readonly zorgzwaartepakketten: readonly Zorgzwaartepakketgegevens[];
  readonly wzd: Wzdgegevens | null;
}
