import { performance } from 'node:perf_hooks';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadConfig } from '../src/config/index.js';
import { verplichtingen } from '../src/modules/contactbewaking/contactplicht.sql.js';
import { openRegister } from '../src/open-register.js';
import { startEmbeddedPostgres } from '../src/platform/database/embedded/index.js';
import { CONTACT_CLIENTS_SQL } from './contactbewaking.sql.js';
import { readOptions } from './options.js';
import { runCommand } from './processes.js';
import { progress, TODAY } from './register.js';
import { printTable } from './table.js';

const ROUNDS = 3;
const CLIENTS = 400_000;
const DUTIES = 60_000;

/** What the task works out, straight from the facts: the duties that are late today, by the definition itself. */
const BARE_FACTS = `with ${verplichtingen(
  `select bemiddeling_id, $1::date as dag from wachtlijstplaats where van <= $1 and (tot is null or tot >= $1)`,
)} select count(*) filter (where status = 'TE_LAAT')::int as laat, count(*)::int as alle from verplichting`;

/** The same set from the ledger, in one statement without history, batches or a look at what was signalled before. */
const BARE_LEDGER = `
  select count(*) filter (where te_laat_sinds <= $1)::int as laat, count(*)::int as alle
  from contactverplichting where van <= $1 and (tot is null or tot >= $1)`;

const options = readOptions();
const folder = options.data ?? (await mkdtemp(join(tmpdir(), 'wlz-regie-bench-')));
const environment = { WLZ_DATA: folder, WLZ_VANDAAG: TODAY, WLZ_DEMO: 'off', LOG_LEVEL: 'error' };
const register = await openRegister(loadConfig(environment), progress);
const server = await startEmbeddedPostgres({ folder });
const client = new pg.Client({ connectionString: server.url });
await client.connect();
try {
  await fill(client);
  const rows: string[][] = [];
  rows.push(['bare statement over the facts', ...(await best(() => ask(BARE_FACTS)))]);
  rows.push(['bare statement over the ledger', ...(await best(() => ask(BARE_LEDGER)))]);
  rows.push(['first night (every signal is new)', ...(await night())]);
  for (let round = 1; round <= ROUNDS; round += 1) rows.push([`night ${round + 1}`, ...(await night())]);
  printTable(['what', 's', 'found', 'peak MB'], rows);
} finally {
  await client.end();
  await server.stop();
  await register.close();
  if (options.data === null) await rm(folder, { recursive: true, force: true });
}

async function fill(target: pg.Client): Promise<void> {
  const { rows } = await target.query<{ empty: boolean }>('select not exists (select from client) as empty');
  if (rows[0]?.empty !== true) return;
  progress(`${CLIENTS} clients, of whom about ${DUTIES} have a duty, are written …`);
  for (const statement of CONTACT_CLIENTS_SQL) await target.query(statement, []);
  await target.query('vacuum analyze');
  progress('the ledger is made up …');
  const started = performance.now();
  const run = await runCommand(['job', 'contactbewaking', '--datum', '2025-01-01'], environment);
  if (run.code !== 0) throw new Error(run.stderr.slice(-500));
  progress(
    `ledger made in ${((performance.now() - started) / 1000).toFixed(1)} s, peak ${run.peakMB.toFixed(0)} MB`,
  );
  await target.query('vacuum analyze');
}

async function ask(sql: string): Promise<string> {
  const { rows } = await client.query<{ laat: number; alle: number }>(sql, [TODAY]);
  return `${rows[0]?.laat ?? 0} late of ${rows[0]?.alle ?? 0}`;
}

async function best(work: () => Promise<string>): Promise<string[]> {
  let seconds = Infinity;
  let found = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    found = await work();
    seconds = Math.min(seconds, (performance.now() - started) / 1000);
  }
  return [seconds.toFixed(2), found, '-'];
}

/** The task as people run it; what it says itself is the work without the start of the process. */
async function night(): Promise<string[]> {
  const run = await runCommand(['job', 'contactbewaking'], environment);
  const last = run.stdout.trimEnd().split('\n').at(-1) ?? '{}';
  if (run.code !== 0) throw new Error(run.stderr.slice(-500));
  const { nieuw, ingetrokken, duurMs } = JSON.parse(last) as Record<string, number>;
  return [((duurMs ?? 0) / 1000).toFixed(2), `${nieuw} new, ${ingetrokken} withdrawn`, run.peakMB.toFixed(0)];
}
