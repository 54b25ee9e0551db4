import { OPEN_END, addDays, holdsOn, type Day } from '../../../platform/clock/index.js';
import { byGeldendWoord, isGeeindigd, kanWachten, type Traject, type Uitstelperiode } from './traject.js';
import { isWachtstatuscode, wachtstatusVan, type Wachtstatuscode } from './wachtstatus.js';

/** An unbroken stretch of days in which one Uitstelperiode holds and the allocation is on the waiting list. */
export interface Wachtsegment {
  readonly van: Day;
  /** Last day; null while it goes on. */
  readonly tot: Day | null;
  readonly uitstelperiodeID: string;
  readonly leveringsstatus: Wachtstatuscode;
  readonly classificatie: string;
  /** Since when the status holds, which may be before this stretch when a later word interrupted it. */
  readonly statusIngangsdatum: Day;
  readonly rang: number;
  /** First day of the unbroken run of the statuses that count for the norm of this status. */
  readonly normklokVan: Day;
}

/**
 * The Uitstelperiode that puts this allocation on the waiting list on a day, or null. A status may begin before the
 * allocation does (OP026). On the day care runs, after the allocation ended and from the afsteldatum on nobody waits.
 */
export function wachtOp(traject: Traject, day: Day): Uitstelperiode | null {
  const { specificatie, afstel } = traject;
  if (!kanWachten(specificatie) || isGeeindigd(specificatie, day)) return null;
  if (afstel !== null && afstel.afsteldatum <= day) return null;
  if (traject.leveringperioden.some((periode) => holdsOn(day, periode.ingangsdatum, periode.einddatum)))
    return null;
  return traject.uitstelperioden
    .filter((periode) => holdsOn(day, periode.ingangsdatum, periode.einddatum))
    .reduce<Uitstelperiode | null>(
      (best, periode) => (best === null || byGeldendWoord(periode, best) > 0 ? periode : best),
      null,
    );
}

/** The days on the waiting list as stretches in order, none overlapping. */
export function wachtverloop(traject: Traject): Wachtsegment[] {
  const bounds = boundaries(traject);
  const stretches: { periode: Uitstelperiode; van: Day; tot: Day }[] = [];
  bounds.forEach((van, index) => {
    const periode = wachtOp(traject, van);
    if (periode === null) return;
    const next = bounds[index + 1];
    const tot = next === undefined ? OPEN_END : addDays(next, -1);
    const last = stretches.at(-1);
    if (last?.periode === periode && follows(last.tot, van)) last.tot = tot;
    else stretches.push({ periode, van, tot });
  });
  return withClocks(stretches);
}

function withClocks(stretches: readonly { periode: Uitstelperiode; van: Day; tot: Day }[]): Wachtsegment[] {
  const segments: Wachtsegment[] = [];
  for (const { periode, van, tot } of stretches) {
    const code = periode.leveringsstatus;
    if (!isWachtstatuscode(code)) continue;
    const status = wachtstatusVan(code);
    segments.push({
      van,
      tot: tot === OPEN_END ? null : tot,
      uitstelperiodeID: periode.uitstelperiodeID,
      leveringsstatus: code,
      classificatie: periode.leveringsstatusClassificatie,
      statusIngangsdatum: periode.ingangsdatum,
      rang: status.rang,
      normklokVan: clockStart(segments, van, status.normklok),
    });
  }
  return segments;
}

/** Walks back from a stretch that begins on `van` as long as the day before is waited on with one of `statussen`. */
function clockStart(earlier: readonly Wachtsegment[], van: Day, statussen: readonly Wachtstatuscode[]): Day {
  let start = van;
  for (let index = earlier.length - 1; index >= 0; index -= 1) {
    const segment = earlier[index];
    if (segment === undefined || segment.tot === null || !follows(segment.tot, start)) break;
    if (!statussen.includes(segment.leveringsstatus)) break;
    start = segment.van;
  }
  return start;
}

/** Days on which who-holds may change, in order. */
function boundaries(traject: Traject): Day[] {
  const days = new Set<Day>();
  const end = traject.specificatie.toewijzingEinddatum;
  for (const { ingangsdatum, einddatum } of [...traject.uitstelperioden, ...traject.leveringperioden]) {
    days.add(ingangsdatum);
    if (einddatum !== null) days.add(addDays(einddatum, 1));
  }
  if (end !== null) days.add(addDays(end, 1));
  if (traject.afstel !== null) days.add(traject.afstel.afsteldatum);
  return [...days].sort();
}

function follows(last: Day, first: Day): boolean {
  return addDays(last, 1) === first;
}
