import { VersieVerouderd } from '../errors/index.js';
import type { Tx } from './tx.js';

const KEY = { bemiddelingspecificatie: 'bemiddelingspecificatie_id', bemiddeling: 'bemiddeling_id' } as const;

/**
 * Takes the next version of a record, provided that it still has the one the caller saw. Of many at once exactly one
 * succeeds; the others are refused. Call it after the caller's right to change was checked. The number alone is no new
 * version of what is known: it makes no history.
 */
export async function claimVersie(
  tx: Tx,
  table: keyof typeof KEY,
  id: string,
  versie: number,
): Promise<void> {
  const rows = await tx.query(
    `update ${table} set versie = versie + 1 where ${KEY[table]} = $1 and versie = $2 returning versie`,
    [id, versie],
  );
  if (rows.length !== 1) throw new VersieVerouderd();
}
