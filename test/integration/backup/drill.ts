import { jest } from '@jest/globals';
import pg from 'pg';
import { main as backupMain } from '../../../src/cli/backup.js';
import { main as restoreMain } from '../../../src/cli/restore.js';
import { SCHEMA } from '../../../src/platform/backup/index.js';
import type { TestDatabase } from '../../support/database.js';

/** What a command said. */
export interface Said {
  readonly code: number;
  readonly result: Record<string, unknown> | null;
  readonly told: string;
}

/** Runs a command as `npm run` does, on this database. */
export async function run(
  command: 'backup' | 'restore',
  database: TestDatabase,
  argv: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Said> {
  const environment = { ...process.env };
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    DATABASE_BEHEER_URL: database.superuserUrl,
    WLZ_VANDAAG: '2026-11-01',
    WLZ_VERANTWOORDELIJKE: 'de functionaris',
    LOG_LEVEL: 'silent',
    ...settings,
  });
  let [printed, told] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => (printed += String(text)).length > 0);
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => (told += String(text)).length > 0);
  try {
    const code = await (command === 'backup' ? backupMain : restoreMain)(argv);
    return { code, told, result: printed === '' ? null : (JSON.parse(printed) as Record<string, unknown>) };
  } finally {
    jest.restoreAllMocks();
    process.env = environment;
  }
}

/** Statements as the owner of the database. */
export async function sql<Row extends object>(database: TestDatabase, ...texts: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.superuserUrl, options: '-c timezone=UTC' });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const text of texts) rows = (await client.query<Row>(text)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** Every table with its number of rows and a hash of them, worked out by the database itself. */
export async function rowsOf(database: TestDatabase): Promise<Record<string, string>> {
  const tables = await sql<{ tabel: string }>(
    database,
    `select relname as tabel from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const each = tables.map(
    ({ tabel }) => `select '${tabel}' as tabel, count(*) as n,
      coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as som from "${tabel}" t`,
  );
  const rows = await sql<{ tabel: string; n: string; som: string }>(database, each.join(' union all '));
  return Object.fromEntries(rows.map(({ tabel, n, som }) => [tabel, `${n} ${som}`]));
}

/** The same without the log, in which each backup and each restore stands itself. */
export async function rowsBesideLog(database: TestDatabase): Promise<Record<string, string>> {
  const { logregel: _log, ...rows } = await rowsOf(database);
  return rows;
}

export interface Deed {
  readonly gebeurtenis: string;
  readonly gebruiker: string;
  readonly verantwoordelijke: string;
  readonly resultaat: number;
  readonly wat: Record<string, unknown>;
}

/** What the log says of backups and restores. */
export function deedsIn(database: TestDatabase): Promise<Deed[]> {
  return sql<Deed>(
    database,
    `select gebeurtenis, gebruiker, verantwoordelijke, resultaat, zoekvraag as wat from logregel
     where gebeurtenis in ('B10', 'B20') order by logregel_id`,
  );
}

/** The whole schema: policies, rights, triggers and all. */
export function schemaOf(database: TestDatabase): Promise<object[]> {
  return sql(database, SCHEMA);
}

/** Where every sequence stands. */
export function sequencesOf(database: TestDatabase): Promise<{ naam: string; last: number }[]> {
  return sql(
    database,
    `select sequencename::text as naam, coalesce(last_value, 0)::int as last from pg_sequences
     where schemaname = 'public' order by 1`,
  );
}
