import type { Instant } from '../clock/index.js';
import type { RequestContext } from '../context/index.js';
import type { Tx } from '../database/index.js';
import type { Runsoort } from './runtabel.js';

/** When a task is due: five cron fields, read on the wall clock of a time zone. */
export interface Taakschema {
  /** minute, hour, day of month, month, day of week, such as `0 6 * * *`. */
  readonly cron: string;
  /** IANA name, such as `Europe/Amsterdam`. */
  readonly zone: string;
  /**
   * What happens to moments that were missed while nothing ran. `ELK` (the default): each is run, in order, with its own
   * day. `LAATSTE`: only the newest, for work that looks at what is there now whatever the moment.
   */
  readonly inhalen?: 'ELK' | 'LAATSTE';
}

/** What a run has to tell, as a small JSON object; it is kept in the run table and printed by `job`. */
export type Taakresultaat = Readonly<Record<string, string | number>>;

/** Where a run goes on, as a small JSON object of the task's own making. It must hold no personal data but ids. */
export type Checkpoint = Readonly<Record<string, string | number | null>>;

/** What one batch did; it is kept in the same transaction as the work itself. */
export interface Batch {
  /** Where the next batch goes on, here or in the process that takes over. Left out: where it was. */
  readonly checkpoint?: Checkpoint;
  /** Units done in this batch; they add up to the progress that people see. */
  readonly gedaan?: number;
  /** Units of the whole run, as far as known now. */
  readonly totaal?: number;
  /** Counts of this batch; `Taakrun.telling` adds them up over the whole run. */
  readonly telling?: Readonly<Record<string, number>>;
}

/** One run of a task, in the hands of the process that holds its lease. */
export interface Taakrun {
  /** `today` is the day that is to be evaluated, which after downtime lies in the past; `now` is when this attempt began. */
  readonly ctx: RequestContext;
  readonly soort: Runsoort;
  /** The planned moment; of a run by hand the moment it was asked for. */
  readonly gepland: Instant;
  /** What the last committed batch left, of this process or of one that died; null at the start. */
  readonly checkpoint: Checkpoint | null;
  /** The counts of all committed batches, those before a take-over included. */
  readonly telling: Readonly<Record<string, number>>;
  /**
   * Does one batch of the work: one transaction that checks first that this process still holds the run, and keeps the
   * checkpoint and the progress last. A batch must be done well within the lease (a minute); a batch without work
   * extends the lease. `work` may be repeated after a deadlock, so its effects must all be in `tx`.
   * @returns what `work` returned
   * @throws Ingehaald when another process took over: nothing was committed; let it pass
   * @throws Gestaakt when this process is stopping: the run is handed over as it stands; let it pass
   */
  batch<B extends Batch>(work: (tx: Tx) => Promise<B>): Promise<B>;
}

/** Work on a schedule, as a value. */
export interface Taak {
  readonly id: string;
  /** For people, in Dutch. */
  readonly omschrijving: string;
  readonly schema: Taakschema;
  /**
   * Does the work of the day `run.ctx.today` in batches, beginning at `run.checkpoint`. Running the same day twice must
   * change nothing the second time.
   */
  run(run: Taakrun): Promise<Taakresultaat>;
}
