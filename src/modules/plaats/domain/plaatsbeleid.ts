import { addDays, isOrdered, OPEN_END, type Day } from '../../../platform/clock/index.js';
import { OngeldigeInvoer, RegelGeschonden } from '../../../platform/errors/index.js';

/** When a row of the policy on places holds; without a last day until a later one takes over. */
export interface Looptijd {
  readonly geldigVanaf: Day;
  readonly geldigTot: Day | null;
}

/** A row as somebody writes it down. */
export interface Beleidsvoorstel extends Looptijd {
  /** Who decided it, and where that can be read. */
  readonly bron: string;
}

/** The row of before that a new one takes over from, and its last day from now on. */
export interface Opvolging {
  readonly geldigVanaf: Day;
  readonly geldigTot: Day;
}

/**
 * What laying down a row does to the rows that are there: the one that holds on its first day ends the day before. What
 * was decided for later stays, so it is not written over.
 * @param rijen the rows on the same subject
 * @returns null when nothing held on that day
 * @throws RegelGeschonden PL16 begins in the past, PL17 overlaps with what was laid down from the same day or later
 * @throws OngeldigeInvoer ends before it begins, or has no source
 */
export function decideOpvolging(
  rijen: readonly Looptijd[],
  { geldigVanaf, geldigTot, bron }: Beleidsvoorstel,
  today: Day,
): Opvolging | null {
  if (bron.trim() === '') throw new OngeldigeInvoer('Zeg waar dit besluit op berust.', { pad: ['bron'] });
  if (!isOrdered(geldigVanaf, geldigTot)) {
    throw new OngeldigeInvoer('De laatste dag ligt voor de eerste.', { pad: ['geldigTot'] });
  }
  if (geldigVanaf < today) {
    throw new RegelGeschonden('PL16', 'ADR 0010', 'Dit gaat niet in het verleden in.', ['geldigVanaf']);
  }
  const laatste = geldigTot ?? OPEN_END;
  if (rijen.some((rij) => rij.geldigVanaf >= geldigVanaf && rij.geldigVanaf <= laatste)) {
    throw new RegelGeschonden(
      'PL17',
      'ADR 0010',
      'Vanaf die dag of later is hierover al iets vastgelegd; kies een latere dag.',
      ['geldigVanaf'],
    );
  }
  const vorige = rijen.find(
    (rij) => rij.geldigVanaf < geldigVanaf && (rij.geldigTot ?? OPEN_END) >= geldigVanaf,
  );
  return vorige === undefined
    ? null
    : { geldigVanaf: vorige.geldigVanaf, geldigTot: addDays(geldigVanaf, -1) };
}
