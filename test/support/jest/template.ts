import { spawn } from 'node:child_process';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { APP_LOGIN, ensureAppLogin, ensureRoles } from '../../../src/platform/database/roles.js';

const TEMPLATE = 'wlz_template_';
const BUILDING = 'wlz_building_';
const CLONE = 'wlz_test_';

/** What decides how an empty register looks: a change in here asks for a new template. */
const MADE_FROM = [
  'migrations',
  'src/open-register.ts',
  'src/platform/database',
  'src/platform/kalender',
  'src/modules/codelijst',
];

/** A template that stays while we hold it. */
export interface Template {
  readonly name: string;
  /** Part of the names of this run's databases, see test/support/database.ts. */
  readonly run: string;
  release(): Promise<void>;
}

/**
 * The database that migrations leave behind, under a name that depends on what is in them; made when absent.
 * Several runs at once make it once. What belongs to a run is held by an advisory lock of that run's session.
 */
export async function ensureTemplate(url: string, say: (text: string) => void): Promise<Template> {
  const name = TEMPLATE + hashOfMigrations();
  const run = randomBytes(5).toString('hex');
  const client = await connect(url);
  await lock(client, run);
  // Held until the session ends, and shared: other runs use the template too, dropLeftovers() leaves it alone.
  await client.query('select pg_advisory_lock_shared(hashtextextended($1, 0))', [name]);
  await lock(client, BUILDING);
  if (!(await listDatabases(client, name)).includes(name)) {
    say('De sjabloondatabase voor de tests wordt gemaakt…');
    const building = `${BUILDING}${run}`;
    await client.query(`create database ${building}`);
    await migrate(withDatabase(url, building));
    await client.query(`alter database ${building} rename to ${name}`);
  }
  await ensureAppLogin(client, appPassword(url));
  await ensureRoles(client, APP_LOGIN);
  await unlock(client, BUILDING);
  return { name, run, release: () => client.end() };
}

/** Removes the databases of runs that were killed, and the templates of earlier migrations. */
export async function dropLeftovers(url: string): Promise<void> {
  const client = await connect(url);
  try {
    for (const database of await listDatabases(client, 'wlz_')) {
      const holder = holderOf(database);
      if (holder === undefined || !(await tryLock(client, holder))) continue;
      await client.query(`drop database if exists ${database} with (force)`);
      await unlock(client, holder);
    }
  } finally {
    await client.end();
  }
}

/** The name under which a living run would have locked this database; undefined when it must stay. */
function holderOf(database: string): string | undefined {
  if (database.startsWith(TEMPLATE)) return database === TEMPLATE + hashOfMigrations() ? undefined : database;
  const prefix = [BUILDING, CLONE].find((start) => database.startsWith(start));
  return prefix && database.slice(prefix.length).split('_')[0];
}

export function nameOfClone(run: string): string {
  return `${CLONE}${run}_${randomBytes(5).toString('hex')}`;
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** The same database for the program's own login, which is neither owner nor superuser. */
export function asApp(superuserUrl: string): string {
  const changed = new URL(superuserUrl);
  changed.username = APP_LOGIN;
  changed.password = appPassword(superuserUrl);
  return changed.href;
}

/** Derived, so that every run on one server sets the same. */
function appPassword(superuserUrl: string): string {
  return createHmac('sha256', new URL(superuserUrl).password).update('test').digest('hex');
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // A server that goes away while we only hold a lock shows in the tests themselves.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function lock(client: pg.Client, name: string): Promise<void> {
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
}

async function unlock(client: pg.Client, name: string): Promise<void> {
  await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
}

async function tryLock(client: pg.Client, name: string): Promise<boolean> {
  const sql = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as locked';
  const { rows } = await client.query<{ locked: boolean }>(sql, [name]);
  return rows[0]?.locked === true;
}

async function listDatabases(client: pg.Client, prefix: string): Promise<string[]> {
  const sql = 'select datname from pg_database where starts_with(datname, $1)';
  const { rows } = await client.query<{ datname: string }>(sql, [prefix]);
  return rows.map((row) => row.datname);
}

function hashOfMigrations(): string {
  const hash = createHash('sha256');
  for (const file of MADE_FROM.flatMap(listFiles).sort()) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.map((file) => join(file.parentPath, file.name)).filter((file) => !file.endsWith('.spec.ts'));
}

/** Runs the migrations with the program's own command. */
async function migrate(url: string): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', '@swc-node/register/esm-register', 'src/cli/migrate.ts'],
    {
      env: { ...process.env, DATABASE_URL: url, DATABASE_BEHEER_URL: undefined },
      stdio: ['ignore', process.stderr, process.stderr],
    },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The migrations of the template database failed; their log is above.');
}
