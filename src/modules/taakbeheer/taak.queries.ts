import type { Day, Instant } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Runsoort, Taakresultaat } from '../../platform/scheduling/index.js';

/** `WACHT`: for its turn or its next attempt; `MISLUKT`: a run by hand that failed, which is not tried again. */
export type Runstatus = 'WACHT' | 'LOOPT' | 'GEDAAN' | 'MISLUKT';

/** A run of a task, without its checkpoint: that may hold ids of clients. */
export interface TaakrunRow {
  readonly taakrunID: string;
  readonly taak: string;
  readonly soort: Runsoort;
  readonly status: Runstatus;
  readonly gepland: Instant;
  readonly dag: Day;
  readonly begonnen: Instant | null;
  readonly klaar: Instant | null;
  readonly pogingen: number;
  readonly gedaan: number;
  readonly totaal: number | null;
  readonly duurMs: number;
  readonly resultaat: Taakresultaat | null;
  readonly fout: string | null;
}

const COLUMNS = `taakrun_id as "taakrunID", taak, soort, status, gepland_op as gepland, dag, begonnen_op as begonnen,
  klaar_op as klaar, pogingen, gedaan, totaal, duur_ms as "duurMs", resultaat, fout`;

/** The newest runs of each task, newest first. */
export async function findRuns(tx: Tx, perTaak: number): Promise<TaakrunRow[]> {
  return tx.query<TaakrunRow>(
    `select ${COLUMNS} from (
       select r.*, row_number() over (partition by taak order by coalesce(begonnen_op, gepland_op) desc, taakrun_id) as plaats
       from taakrun r) as runs
     where plaats <= $1 order by taak, plaats`,
    [perTaak],
  );
}

export async function findRun(tx: Tx, taakrunID: string): Promise<TaakrunRow | null> {
  const [row] = await tx.query<TaakrunRow>(`select ${COLUMNS} from taakrun where taakrun_id = $1`, [
    taakrunID,
  ]);
  return row ?? null;
}
