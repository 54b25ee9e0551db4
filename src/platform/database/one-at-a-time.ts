import type { Tx } from './tx.js';

/** Decisions on one subject follow one another until the transaction ends, so that the second sees the first. */
export async function oneAtATime(tx: Tx, onderwerp: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [onderwerp]);
}
