import type { z } from 'zod';
import type { RequestContext } from '../context/index.js';
import type { Tx } from '../database/index.js';
import type { DomainError } from '../errors/index.js';

/** What became of one record of a file. */
export type Outcome = 'nieuw' | 'gewijzigd' | 'ongewijzigd' | DomainError;

export interface IntakeOptions {
  /** `VASTSTELLING` takes the provider's moment as the moment we knew, on a first load of history. */
  readonly bekendOp: 'NU' | 'VASTSTELLING';
}

/** How files of one kind come into the register. */
export interface Intake<Record> {
  readonly soort: string;
  /** The raw records in a file's text. Throws an IntakeFileError when the file as a whole is not of this kind. */
  records(text: string): readonly unknown[];
  readonly schema: z.ZodType<Record>;
  /** How a record is named in a message: an id, never a BSN or a name. */
  label(record: unknown): string;
  /**
   * Takes records in, set by set, in one transaction.
   * @returns one outcome per record, in the same order; a refused record has changed nothing
   */
  process(
    ctx: RequestContext,
    tx: Tx,
    records: readonly Record[],
    options: IntakeOptions,
  ): Promise<Outcome[]>;
}

/** The file cannot be read as this kind of file at all. */
export class IntakeFileError extends Error {}
