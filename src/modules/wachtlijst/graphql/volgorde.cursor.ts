import { decodeCursor, headOfCursor, type CursorKind } from '../../../platform/graphql/index.js';
import { SLEUTELS } from '../domain/volgordesleutel.js';
import type { Keyset, Ordening } from '../volgorde.sql.js';
import { assertSameOrder } from '../wachtlijst.queries.js';

/**
 * Reads the cursor of a waiting list. It names the version of its order first: the values that follow are those of the
 * keys of that version, and say nothing in another.
 * @throws OngeldigeInvoer VB5 when the cursor is of another order, or when it is no cursor of ours
 */
export function readKeyset(cursor: string, ordening: Ordening): Keyset {
  const versie = headOfCursor(cursor);
  if (typeof versie === 'number') assertSameOrder(versie, ordening);
  const shape: CursorKind[] = ordening.beleid.sleutels.map(({ naam }) => SLEUTELS[naam].soort);
  const [, ...waarden] = decodeCursor(cursor, ['int', ...shape]);
  return [ordening.beleid.versie, ...waarden.filter((waarde) => waarde !== null)];
}
