import type { Instant } from '../../../platform/clock/index.js';

/** A version that was replaced: known from `geregistreerdOp` until `vervangenOp`. */
export interface Versie {
  readonly geregistreerdOp: Instant;
  readonly vervangenOp: Instant;
}

/**
 * The earlier versions that said something else, oldest first. A row is also replaced when only its version number
 * rises, because something that hangs under it changed; such rows are one version here.
 * @param content what a version says, as comparable text
 */
export function eerdereVersies<Row extends Versie, Current>(
  rows: readonly Row[],
  current: Current,
  content: (row: Row | Current) => string,
): Row[] {
  const versies: Row[] = [];
  for (const row of rows) {
    const last = versies.at(-1);
    if (last !== undefined && content(last) === content(row)) {
      versies[versies.length - 1] = { ...last, vervangenOp: row.vervangenOp };
    } else versies.push(row);
  }
  const last = versies.at(-1);
  return last !== undefined && content(last) === content(current) ? versies.slice(0, -1) : versies;
}
