import type { RequestContext } from '../context/index.js';
import type { Tx } from '../database/index.js';

/** When a task is due: five cron fields, read on the wall clock of a time zone. */
export interface Taakschema {
  /** minute, hour, day of month, month, day of week, such as `0 6 * * *`. */
  readonly cron: string;
  /** IANA name, such as `Europe/Amsterdam`. */
  readonly zone: string;
}

/** What a run has to tell, as a small JSON object; it is kept in the run table and printed by `job`. */
export type Taakresultaat = Readonly<Record<string, string | number>>;

/** Work on a schedule, as a value. */
export interface Taak {
  readonly id: string;
  /** For people, in Dutch. */
  readonly omschrijving: string;
  readonly schema: Taakschema;
  /**
   * Does the work of the day `ctx.today`, which after downtime lies in the past, in one transaction together with its
   * claim. Running the same day twice must change nothing the second time.
   */
  run(ctx: RequestContext, tx: Tx): Promise<Taakresultaat>;
}
