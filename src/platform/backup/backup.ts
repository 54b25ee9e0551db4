import type pg from 'pg';
import type { Instant } from '../clock/index.js';
import { fingerprint, tablesInOrder } from './catalog.js';
import { writeContainer, type Part } from './container.js';
import {
  copyStatement,
  MIGRATION_LOCK,
  quote,
  SAME_TEXTS,
  type BackupReport,
  type Begin,
  type Einde,
  type Tabel,
  type Telling,
} from './contents.js';
import { copyOut } from './copy.js';
import { assertSeesEverything } from './rights.js';
import { TableDigest } from './table-digest.js';

const PIECE_BYTES = 64 * 1024;

export interface BackupOptions {
  readonly file: string;
  /** 32 bytes; null leaves the file unencrypted. */
  readonly key: Buffer | null;
  readonly now: Instant;
  readonly onTable?: (tabel: string, rijen: number) => void;
}

/**
 * Writes every row of the register to one file, as of one moment: a repeatable read transaction of one session, while
 * others go on reading and writing. The file holds rows and a fingerprint of the schema; the schema itself is code.
 * @param client of a login that row level security does not hold back
 */
export async function writeBackup(client: pg.ClientBase, options: BackupOptions): Promise<BackupReport> {
  await assertSeesEverything(client);
  // Before the snapshot is taken: whoever migrates at this moment is waited for, and none begins.
  await client.query('select pg_advisory_lock_shared(hashtextextended($1, 0))', [MIGRATION_LOCK]);
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(SAME_TEXTS);
    const report = { tabellen: 0, rijen: 0, migraties: 0 };
    await writeContainer(options.file, options.key, parts(client, options, report));
    return report;
  } finally {
    // Fails when the connection was lost, and then there is nothing left to undo.
    await client.query('rollback').catch(() => undefined);
    await client
      .query('select pg_advisory_unlock_shared(hashtextextended($1, 0))', [MIGRATION_LOCK])
      .catch(() => undefined);
  }
}

async function* parts(
  client: pg.ClientBase,
  { now, onTable }: BackupOptions,
  report: { -readonly [Name in keyof BackupReport]: BackupReport[Name] },
): AsyncGenerator<Part> {
  const begin = await beginOf(client, now);
  report.migraties = begin.migraties.length;
  yield { soort: 'JSON', json: begin };
  for (const { tabel, kolommen } of await tablesInOrder(client)) {
    yield { soort: 'JSON', json: { deel: 'tabel', tabel, kolommen: [...kolommen] } satisfies Tabel };
    const digest = new TableDigest();
    for await (const data of pieces(copyOut(client, copyStatement(tabel, kolommen, 'to stdout')), digest))
      yield { soort: 'DATA', data };
    const { rijen, som } = digest.value;
    yield { soort: 'JSON', json: { deel: 'telling', tabel, rijen, som } satisfies Telling };
    report.tabellen += 1;
    report.rijen += rijen;
    onTable?.(tabel, rijen);
  }
  // After the rows, because numbers are given out outside of any transaction: never behind what was copied.
  yield { soort: 'JSON', json: await endOf(client) };
}

async function* pieces(rows: AsyncIterable<Buffer>, digest: TableDigest): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const row of rows) {
    digest.add(row);
    held.push(row);
    bytes += row.length;
    if (bytes < PIECE_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held);
}

async function beginOf(client: pg.ClientBase, now: Instant): Promise<Begin> {
  const { rows: migrations } = await client.query<{ name: string }>(
    'select name from migrations order by id',
  );
  return {
    deel: 'begin',
    gemaaktOp: now,
    server: await majorVersion(client),
    migraties: migrations.map(({ name }) => name),
    schema: await fingerprint(client),
  };
}

async function endOf(client: pg.ClientBase): Promise<Einde> {
  const { rows } = await client.query<{ reeks: string }>(
    `select relname as reeks from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'S' and relname <> 'migrations_id_seq' order by 1`,
  );
  const reeksen: Einde['reeksen'] = [];
  for (const { reeks } of rows) {
    const { rows: found } = await client.query<{ stand: string; gebruikt: boolean }>(
      `select last_value::text as stand, is_called as gebruikt from public.${quote(reeks)}`,
    );
    const [row] = found;
    if (row !== undefined) reeksen.push({ reeks, ...row });
  }
  return { deel: 'einde', reeksen };
}

export async function majorVersion(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ major: number }>(
    `select current_setting('server_version_num')::int / 10000 as major`,
  );
  return rows[0]?.major ?? 0;
}
