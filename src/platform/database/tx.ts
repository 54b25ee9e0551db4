import type { EntityManager } from 'typeorm';
import type { Gebeurtenis, Operatiegebeurtenis } from './log-lines.js';

/**
 * One transaction of one operation. Everything that reads or writes takes it explicitly; there is no ambient one.
 * Statements queue: nothing runs in parallel on the one connection behind it.
 */
export interface Tx {
  query<Row extends object = Record<string, unknown>>(
    sql: string,
    params?: readonly unknown[],
  ): Promise<Row[]>;
  /**
   * Does `work` with the sight of the register itself instead of the actor's: for a rule that weighs what this actor may
   * not see, or a change that reaches beyond it. The log still names the actor. Who uses this is on a list that a test
   * keeps; the work checks the actor's right first and shows nothing of what it saw. When it throws, the use case fails.
   */
  asRegister<T>(work: () => Promise<T>): Promise<T>;
  /** TypeORM on the same transaction, for writes: `insert`, `update`, `upsert`. Never `save` or `transaction`. */
  readonly manager: EntityManager;
  /**
   * Notes that data of these clients leave the register: one log line per client when the frame ends.
   * @param gebeurtenis left out: follows from whether there was a search, and from the operation
   */
  shown(clientIDs: Iterable<string>, gebeurtenis?: Gebeurtenis): void;
  /** Notes what was searched for, normalised, without a BSN in it. */
  searched(zoekvraag: Record<string, unknown>, gebeurtenis?: Gebeurtenis): void;
  /** Notes something that is about no client in particular; what it was about in codes, ids and numbers. */
  happened(gebeurtenis: Operatiegebeurtenis, bijzonderheden?: Readonly<Record<string, unknown>>): void;
  /**
   * Writes what was noted so far to the log, in this transaction, and forgets it: for work that shows more clients than
   * should be held in memory. A client that is noted again afterwards gets another line.
   */
  writeLog(): Promise<void>;
  /** Notes a change of a client's record: created, updated or deleted. */
  changed(clientID: string, actie: 'C' | 'U' | 'D'): void;
}
