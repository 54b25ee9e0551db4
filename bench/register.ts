import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type Config } from '../src/config/index.js';
import { SOORTEN } from '../src/intakes.js';
import { writeDemoData } from '../src/modules/demodata/index.js';
import { startEmbeddedPostgres } from '../src/platform/database/embedded/index.js';
import { openRegister } from '../src/open-register.js';
import type { Options } from './options.js';
import { runCommand } from './processes.js';
import { printTable } from './table.js';

/** The day it is in every measurement. */
export const TODAY = '2026-11-01';
const SEED = 42;

/** A large invented register, with its server running as long as the measurement does. */
export interface BenchRegister {
  /** What a process needs to work on this register. */
  readonly environment: NodeJS.ProcessEnv;
  readonly config: Config;
  /** Login of the application. */
  readonly url: string;
  readonly superuserUrl: string;
  close(): Promise<void>;
}

/** Opens the register of `--data`, or fills a new one through the real imports and says what that took. */
export async function openBenchRegister({ clients, data }: Options): Promise<BenchRegister> {
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'wlz-regie-bench-')));
  const environment = { WLZ_DATA: folder, WLZ_VANDAAG: TODAY, WLZ_DEMO: 'off', LOG_LEVEL: 'error' };
  const config = loadConfig(environment);
  const register = await openRegister(config, progress);
  const server = await startEmbeddedPostgres({ folder });
  const close = async (): Promise<void> => {
    await server.stop();
    await register.close();
    if (data === null) await rm(folder, { recursive: true, force: true });
  };
  try {
    await fill(environment, server.url, clients);
    return { environment, config, url: register.url, superuserUrl: server.url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(environment: NodeJS.ProcessEnv, superuserUrl: string, clients: number): Promise<void> {
  if (!(await isEmpty(superuserUrl))) return;
  const files = await mkdtemp(join(tmpdir(), 'wlz-regie-bench-files-'));
  try {
    progress(`${clients} clients are invented …`);
    await writeDemoData({ seed: SEED, asof: TODAY, clients }, files);
    const rows: string[][] = [];
    for (const soort of SOORTEN) {
      progress(`import ${soort} …`);
      const file = join(files, `${soort}.${soort === 'contactmomenten' ? 'csv' : 'json'}`);
      rows.push(await importFile(environment, soort, file));
    }
    printTable(['import', 'records', 's', 'records/s', 'peak MB', 'refused'], rows);
  } finally {
    await rm(files, { recursive: true, force: true });
  }
  await execute(superuserUrl, 'vacuum analyze');
}

async function importFile(environment: NodeJS.ProcessEnv, soort: string, file: string): Promise<string[]> {
  const run = await runCommand(['import', soort, file, '--bekend-op', 'vaststelling'], environment);
  const last = run.stdout.trimEnd().split('\n').at(-1) ?? '';
  if (run.code !== 0 && run.code !== 2) throw new Error(`import ${soort}: ${run.stderr.slice(-500)}`);
  const { gelezen, geweigerd } = JSON.parse(last) as { gelezen: number; geweigerd: number };
  const rate = (gelezen / run.wallSeconds).toFixed(0);
  return [soort, String(gelezen), run.wallSeconds.toFixed(1), rate, run.peakMB.toFixed(0), String(geweigerd)];
}

async function isEmpty(superuserUrl: string): Promise<boolean> {
  const rows = await execute<{ empty: boolean }>(
    superuserUrl,
    'select not exists (select from client) as empty',
  );
  return rows[0]?.empty === true;
}

/** Runs one statement as superuser. */
export async function execute<Row extends object>(superuserUrl: string, sql: string): Promise<Row[]> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
