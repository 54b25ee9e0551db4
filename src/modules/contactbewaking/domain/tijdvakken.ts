import { addDays, maxDay, minDay, OPEN_END, type Day } from '../../../platform/clock/index.js';
import type { Periode } from './keten.js';

/** The days that the periods cover together, as stretches in order with at least a day between them. */
export function samengevoegd(perioden: readonly Periode[]): Periode[] {
  const stretches: { van: Day; tot: Day }[] = [];
  for (const { van, tot } of [...perioden].sort((a, b) => (a.van < b.van ? -1 : 1))) {
    const last = stretches.at(-1);
    const end = tot ?? OPEN_END;
    if (last !== undefined && (last.tot === OPEN_END || van <= addDays(last.tot, 1)))
      last.tot = maxDay(last.tot, end);
    else stretches.push({ van, tot: end });
  }
  return stretches.map(({ van, tot }) => ({ van, tot: tot === OPEN_END ? null : tot }));
}

/** The days in both of two rows of stretches, each in order and without overlap. */
export function doorsnede(a: readonly Periode[], b: readonly Periode[]): Periode[] {
  return a.flatMap((een) =>
    b.flatMap((ander) => {
      const van = maxDay(een.van, ander.van);
      const tot = minDay(een.tot ?? OPEN_END, ander.tot ?? OPEN_END);
      return van > tot ? [] : [{ van, tot: tot === OPEN_END ? null : tot }];
    }),
  );
}
