import type { EntityManager } from 'typeorm';

/**
 * One transaction of one operation. Everything that reads or writes takes it explicitly; there is no ambient one.
 * Statements queue: nothing runs in parallel on the one connection behind it.
 */
export interface Tx {
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    params?: readonly unknown[],
  ): Promise<Row[]>;
  /** TypeORM on the same transaction, for writes: `insert`, `update`, `upsert`. Never `save` or `transaction`. */
  readonly manager: EntityManager;
  /** Notes that data of these clients leave the register: one log line per client when the frame ends. */
  shown(clientIDs: Iterable<string>): void;
  /** Notes what was searched for, normalised, without a BSN in it. */
  searched(zoekvraag: Record<string, unknown>): void;
  /** Notes a change of a client's record: created, updated or deleted. */
  changed(clientID: string, actie: 'C' | 'U' | 'D'): void;
}
