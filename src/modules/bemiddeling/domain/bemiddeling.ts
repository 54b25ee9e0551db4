import { OPEN_END, type Day, type Instant } from '../../../platform/clock/index.js';
import type { Leveringsvorm, Regierol } from './leveringsvorm.js';

/** A closed period of days; a null end is open. */
export interface Periode {
  readonly van: Day;
  readonly tot: Day | null;
}

/** An allocation: a form of delivery by a provider, with the field names of the Bemiddelingsregister. */
export interface Specificatie {
  readonly bemiddelingspecificatieID: string;
  readonly leveringsvorm: Leveringsvorm;
  readonly zzpCode: string;
  readonly toewijzingIngangsdatum: Day;
  readonly toewijzingEinddatum: Day | null;
  /** AGB; null for a pgb. */
  readonly instelling: string | null;
  readonly uitvoerendZorgkantoor: string;
  readonly vaststellingMoment: Instant;
  /** Share of the budget in hundredths of a per cent: 10000 is all of it. Null for a pgb. */
  readonly percentage: number | null;
  /** Share of the budget as pgb, in hundredths of a per cent. Never shown to a provider (P2). */
  readonly pgbPercentage: number | null;
  /** COD260: whether this provider admits the client. */
  readonly opname: string | null;
  /** COD172. */
  readonly redenIntrekking: string | null;
  /** COD755: nights per week. */
  readonly etmalen: string | null;
  readonly instellingBestemming: string | null;
  /** COD165. */
  readonly soortToewijzing: string;
}

/** A provider in a regierol. */
export interface Regiehouder {
  readonly regiehouderID: string;
  readonly instelling: string;
  readonly regierol: Regierol;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
}

/** What the rules over several rows look at, and what a decision turns into its successor. */
export interface Bemiddelingstaat {
  readonly specificaties: readonly Specificatie[];
  readonly regiehouders: readonly Regiehouder[];
}

export function periodeVan(specificatie: Specificatie): Periode {
  return { van: specificatie.toewijzingIngangsdatum, tot: specificatie.toewijzingEinddatum };
}

/** The last day of a period, with the end of time for an open one. */
export function laatsteDag(tot: Day | null): Day {
  return tot ?? OPEN_END;
}

export function overlap(a: Periode, b: Periode): boolean {
  return a.van <= laatsteDag(b.tot) && b.van <= laatsteDag(a.tot);
}

/**
 * True for an allocation that was withdrawn before it began. The register cannot end it before its first day, so its
 * period is that one day, and a reason stands beside it. Nothing rests on it: no role, no place on the waiting list.
 */
export function isIngetrokkenVoorIngang(
  specificatie: Pick<Specificatie, 'toewijzingIngangsdatum' | 'toewijzingEinddatum' | 'redenIntrekking'>,
): boolean {
  return (
    specificatie.redenIntrekking !== null &&
    specificatie.toewijzingEinddatum === specificatie.toewijzingIngangsdatum
  );
}
