import type { Day, Instant } from '../clock/index.js';
import type { Tx } from '../database/index.js';
import type { Checkpoint, Taakresultaat } from './taak.js';

/** How a run came about: by its schedule, or because somebody asked. */
export type Runsoort = 'GEPLAND' | 'HAND';

/** A run that this process holds. */
export interface Runrij {
  readonly taakrunID: string;
  readonly soort: Runsoort;
  readonly gepland: Instant;
  /** The day to evaluate. */
  readonly dag: Day;
  /** Counts the claims of this run; who holds an older number has been overtaken. */
  readonly fence: number;
  readonly pogingen: number;
  readonly checkpoint: Checkpoint | null;
  readonly telling: Readonly<Record<string, number>>;
  readonly gedaan: number;
  readonly totaal: number | null;
}

const COLUMNS = `taakrun_id as "taakrunID", soort, gepland_op as gepland, dag, fence, pogingen, checkpoint, telling,
  gedaan, totaal`;

/** The lease is measured by the clock of the database alone, so that clocks of instances may differ. */
const LEASE = `clock_timestamp() + make_interval(secs => $LEASE)`;

/**
 * A process that is stopped in the middle of a transaction keeps its locks; the server ends its session when the lease
 * would have ended, so that another process can take over.
 */
export async function limitIdleness(tx: Tx, leaseSeconds: number): Promise<void> {
  await tx.query(`select set_config('idle_in_transaction_session_timeout', $1, true)`, [`${leaseSeconds}s`]);
}

/** Claims of one task go one after the other. @returns false when another process is at it this very moment */
export async function lockClaims(tx: Tx, taak: string): Promise<boolean> {
  const [row] = await tx.query<{ vrij: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as vrij',
    [`wlz-regie taak ${taak}`],
  );
  return row?.vrij === true;
}

/** The run that somebody holds, if any, and whether its lease still runs. */
export async function findHeld(tx: Tx, taak: string): Promise<{ id: string; levend: boolean } | null> {
  const [row] = await tx.query<{ id: string; levend: boolean }>(
    `select taakrun_id as id, lease_tot > clock_timestamp() as levend from taakrun
     where taak = $1 and status = 'LOOPT'`,
    [taak],
  );
  return row ?? null;
}

/** The run that is next of those that wait; `uitgesteld` when a planned one waits for its next attempt. */
export async function findWaiting(tx: Tx, taak: string): Promise<{ id: string | null; uitgesteld: boolean }> {
  const rows = await tx.query<{ id: string; soort: Runsoort; rijp: boolean }>(
    `select taakrun_id as id, soort, opnieuw_vanaf is null or opnieuw_vanaf <= clock_timestamp() as rijp
     from taakrun where taak = $1 and status = 'WACHT' order by gepland_op, taakrun_id`,
    [taak],
  );
  return {
    id: rows.find(({ rijp }) => rijp)?.id ?? null,
    uitgesteld: rows.some(({ soort, rijp }) => soort === 'GEPLAND' && !rijp),
  };
}

/** @returns the run with a new fencing number; null when its row is locked by a batch that has not ended */
export async function take(
  tx: Tx,
  id: string,
  door: string,
  nu: Instant,
  leaseSeconds: number,
): Promise<Runrij | null> {
  const [row] = await tx.query<Runrij>(
    `update taakrun set status = 'LOOPT', fence = fence + 1, pogingen = pogingen + 1, uitgevoerd_door = $2,
       begonnen_op = coalesce(begonnen_op, $3), opnieuw_vanaf = null, lease_tot = ${LEASE.replace('$LEASE', '$4')}
     where taakrun_id = (
       select taakrun_id from taakrun where taakrun_id = $1 and status in ('WACHT', 'LOOPT') for update skip locked)
     returning ${COLUMNS}`,
    [id, door, nu, leaseSeconds],
  );
  return row ?? null;
}

/** A new run in our hands. @returns null when this planned moment was claimed before */
export async function begin(
  tx: Tx,
  taak: string,
  run: { readonly soort: Runsoort; readonly gepland: Instant; readonly dag: Day },
  door: string,
  nu: Instant,
  leaseSeconds: number,
): Promise<Runrij | null> {
  const [row] = await tx.query<Runrij>(
    `insert into taakrun (taak, soort, gepland_op, dag, status, fence, pogingen, uitgevoerd_door, begonnen_op, lease_tot)
     values ($1, $2, $3, $4, 'LOOPT', 1, 1, $5, $6, ${LEASE.replace('$LEASE', '$7')})
     on conflict do nothing returning ${COLUMNS}`,
    [taak, run.soort, run.gepland, run.dag, door, nu, leaseSeconds],
  );
  return row ?? null;
}

/** The newest planned moment that was ever claimed. */
export async function lastPlanned(tx: Tx, taak: string): Promise<Instant | null> {
  const [row] = await tx.query<{ laatste: Instant | null }>(
    `select max(gepland_op) as laatste from taakrun where taak = $1 and soort = 'GEPLAND'`,
    [taak],
  );
  return row?.laatste ?? null;
}

/** Locks the row of a run for one batch. @returns false when another process took it over */
export async function hold(tx: Tx, { taakrunID, fence }: Runrij): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from taakrun where taakrun_id = $1 and fence = $2 and status = 'LOOPT' for update`,
    [taakrunID, fence],
  );
  return rows.length === 1;
}

/** Keeps how far a run came, and extends its lease. */
export async function keep(tx: Tx, run: Runrij, duurMs: number, leaseSeconds: number): Promise<void> {
  await tx.query(
    `update taakrun set checkpoint = $2, telling = $3, gedaan = $4, totaal = $5, duur_ms = duur_ms + $6,
       lease_tot = ${LEASE.replace('$LEASE', '$7')}
     where taakrun_id = $1`,
    [
      run.taakrunID,
      run.checkpoint === null ? null : JSON.stringify(run.checkpoint),
      JSON.stringify(run.telling),
      run.gedaan,
      run.totaal,
      duurMs,
      leaseSeconds,
    ],
  );
}

export async function finish(
  tx: Tx,
  run: Runrij,
  klaar: Instant,
  duurMs: number,
  resultaat: Taakresultaat,
): Promise<void> {
  await tx.query(
    `update taakrun set status = 'GEDAAN', klaar_op = $2, duur_ms = duur_ms + $3, resultaat = $4, fout = null,
       lease_tot = null
     where taakrun_id = $1`,
    [run.taakrunID, klaar, duurMs, JSON.stringify(resultaat)],
  );
}

/** Lets a run go that is not done: at once for another process, or after a pause when it failed. */
export async function letGo(
  tx: Tx,
  run: Runrij,
  {
    status,
    pauzeSeconden,
    fout,
  }: { status: 'WACHT' | 'MISLUKT'; pauzeSeconden: number; fout: string | null },
): Promise<void> {
  await tx.query(
    `update taakrun set status = $3, fout = coalesce($5, fout), lease_tot = null,
       opnieuw_vanaf = case when $3 = 'WACHT' then clock_timestamp() + make_interval(secs => $4) end
     where taakrun_id = $1 and fence = $2 and status = 'LOOPT'`,
    [run.taakrunID, run.fence, status, pauzeSeconden, fout],
  );
}

/** Of a task that runs often only the last day is kept. */
export async function forgetOld(tx: Tx, taak: string, gepland: Instant): Promise<void> {
  await tx.query(
    `delete from taakrun where taak = $1 and soort = 'GEPLAND' and status = 'GEDAAN'
       and gepland_op < $2::timestamptz - interval '1 day'`,
    [taak, gepland],
  );
}

/** The tasks for which something stands ready: a run that waits, or one whose holder did not extend its lease. */
export async function tasksWithWork(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ taak: string }>(
    `select distinct taak from taakrun
     where (status = 'WACHT' and (opnieuw_vanaf is null or opnieuw_vanaf <= clock_timestamp()))
       or (status = 'LOOPT' and lease_tot <= clock_timestamp())`,
  );
  return rows.map(({ taak }) => taak);
}

/** Asks for a run by hand; whoever looks next takes it. @returns its id */
export async function request(
  tx: Tx,
  taak: string,
  { gepland, dag, door }: { gepland: Instant; dag: Day; door: string },
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into taakrun (taak, soort, gepland_op, dag, status, aangevraagd_door)
     values ($1, 'HAND', $2, $3, 'WACHT', $4) returning taakrun_id as id`,
    [taak, gepland, dag, door],
  );
  if (row === undefined) throw new Error('the run was not added');
  return row.id;
}
