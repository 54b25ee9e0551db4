import type { Day, Instant } from '../../../platform/clock/index.js';

/** Whose word a waiting status is. ZORGKANTOOR is the exception by hand, always with a reason. */
export type Bron = 'DOSSIERHOUDER' | 'ZORGAANBIEDER' | 'ZORGKANTOOR';

/** A period in which allocated care is put off and the client waits (Leveringsregister: Uitstelperiode). */
export interface Uitstelperiode {
  readonly uitstelperiodeID: string;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
  /** When the provider decided it; not when we heard. */
  readonly vaststellingMoment: Instant;
  readonly reden: string | null;
  /** COD167. */
  readonly leveringsstatus: string;
  /** COD168. */
  readonly leveringsstatusClassificatie: string;
  readonly bron: Bron;
  /** Why the zorgkantoor reported this itself; null for a provider's report. */
  readonly redenHandmatig: string | null;
}

/** A period in which the allocated care is given (Leveringsregister: Leveringperiode). */
export interface Leveringperiode {
  readonly leveringperiodeID: string;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
  readonly vaststellingMoment: Instant;
  readonly sleuteldatum: Day | null;
  readonly beeindigingReden: string | null;
  readonly aanbiederBestemming: string | null;
}

/** The allocated care will never be given (Leveringsregister: Afstel); leveringsstatus 5 from the afsteldatum on. */
export interface Afstel {
  readonly afstelID: string;
  readonly afsteldatum: Day;
  readonly vaststellingMoment: Instant;
  readonly reden: string | null;
  readonly aanbiederBestemming: string | null;
}

/** What the rules need to know of the Bemiddelingspecificatie. */
export interface Specificatie {
  readonly bemiddelingspecificatieID: string;
  /** COD578. */
  readonly leveringsvorm: string;
  /** COD165. */
  readonly soortToewijzing: string;
  /** COD260; null when the form of delivery knows no admission. */
  readonly opname: string | null;
  /** AGB of the provider it is allocated to; null for a pgb. */
  readonly instelling: string | null;
  readonly toewijzingIngangsdatum: Day;
  readonly toewijzingEinddatum: Day | null;
  /** Withdrawn before it began: nothing ever rested on it, although the register gives it one day. */
  readonly ingetrokken: boolean;
}

/** One allocation with all that was reported on its delivery. `leveringID` is null until the first report. */
export interface Traject {
  readonly specificatie: Specificatie;
  readonly leveringID: string | null;
  readonly uitstelperioden: readonly Uitstelperiode[];
  readonly leveringperioden: readonly Leveringperiode[];
  readonly afstel: Afstel | null;
}

const PGB = '2';
const REGULIER = '1';

export function isPgb(specificatie: Specificatie): boolean {
  return specificatie.leveringsvorm === PGB;
}

/** Only a regular allocation in kind can wait: never a pgb (IV021), never bridging or administrative (TR046). */
export function kanWachten(specificatie: Specificatie): boolean {
  return specificatie.soortToewijzing === REGULIER && !isPgb(specificatie);
}

/** True when the allocation gives no right to care any more on that day; on its last day it still does. */
export function isGeeindigd({ ingetrokken, toewijzingEinddatum }: Specificatie, day: Day): boolean {
  return ingetrokken || (toewijzingEinddatum !== null && toewijzingEinddatum < day);
}

/**
 * Order of periods by the word that holds: a later beginning over an earlier one; on one day the dossierhouder's word,
 * else what was decided last (W6). Positive when `a` holds over `b`; the id settles what nobody can.
 */
export function byGeldendWoord(a: Uitstelperiode, b: Uitstelperiode): number {
  return (
    compare(a.ingangsdatum, b.ingangsdatum) ||
    Number(a.bron === 'DOSSIERHOUDER') - Number(b.bron === 'DOSSIERHOUDER') ||
    compare(a.vaststellingMoment, b.vaststellingMoment) ||
    compare(a.uitstelperiodeID, b.uitstelperiodeID)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
