import { addDays, holdsOn, type Day } from '../../../platform/clock/index.js';

/** Days from `van` up to and including `tot`; null is open. */
export interface Periode {
  readonly van: Day;
  readonly tot: Day | null;
}

/**
 * First day of the unbroken row of days around `dag` that the periods cover together; null when none covers `dag`.
 * Periods that overlap or of which one begins on the day after the other ends leave no gap.
 */
export function begonnenOp(dag: Day, perioden: readonly Periode[]): Day | null {
  if (!perioden.some((periode) => holdsOn(dag, periode.van, periode.tot))) return null;
  let begin = dag;
  for (;;) {
    const reiktTotHier = perioden.filter(
      ({ van, tot }) => van < begin && (tot === null || addDays(tot, 1) >= begin),
    );
    const [eerste] = reiktTotHier.map(({ van }) => van).sort();
    if (eerste === undefined) return begin;
    begin = eerste;
  }
}
