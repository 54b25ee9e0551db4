import type pg from 'pg';
import { majorVersion } from './backup.js';
import { differences, fingerprint, tablesInOrder, type TableShape } from './catalog.js';
import { BackupUnusable, readContainer, type Part } from './container.js';
import {
  copyStatement,
  partSchema,
  quote,
  SAME_TEXTS,
  type BackupReport,
  type Begin,
  type Einde,
  type Telling,
} from './contents.js';
import { copyIn, copyOut } from './copy.js';
import { assertSeesEverything } from './rights.js';
import { TableDigest, type Digest } from './table-digest.js';

/** The database is not one that may be filled; the message says why. */
export class TargetRefused extends Error {}

/** What a backup says of itself. */
export interface Contents extends Begin {
  readonly tellingen: readonly Telling[];
}

export interface RestoreOptions {
  readonly file: string;
  readonly key: Buffer | null;
  /** Columns whose rows say that the register is in use: a table that has one of them must be empty. */
  readonly dataColumns: readonly string[];
  /** Throws away what is there. */
  readonly force: boolean;
  readonly onTable?: (tabel: string, rijen: number) => void;
  /** Last thing in the transaction, when all is there and found equal; when it fails nothing is put back. */
  readonly beforeCommit?: (report: BackupReport) => Promise<void>;
}

/** Reads the whole file and touches nothing. @throws BackupUnusable */
export function inspectBackup(file: string, key: Buffer | null): Promise<Contents> {
  return readContainer(file, key, async (parts) => {
    let begin: Begin | undefined;
    const tellingen: Telling[] = [];
    let ended = false;
    for await (const part of parts) {
      if (part.soort === 'DATA') continue;
      const json = described(part);
      if (json.deel === 'begin') begin = json;
      else if (json.deel === 'telling') tellingen.push(json);
      ended = json.deel === 'einde';
    }
    if (begin === undefined || !ended) throw new BackupUnusable('De back-up is niet compleet.');
    return { ...begin, tellingen };
  });
}

/**
 * Fills a database that has exactly the tables of the backup. One transaction: it is all there, and was read back and
 * found equal, or nothing changed. Checks row counts and hashes, the schema with its policies, rights and triggers, and
 * every foreign key; sets the sequences.
 * @throws TargetRefused, BackupUnusable
 */
export async function loadBackup(client: pg.ClientBase, options: RestoreOptions): Promise<BackupReport> {
  await assertSeesEverything(client);
  await client.query('begin');
  try {
    await client.query(SAME_TEXTS);
    const tables = await claimTables(client, options);
    const report = await readContainer(options.file, options.key, (parts) =>
      load(client, parts, tables, options),
    );
    await options.beforeCommit?.(report);
    await client.query('commit');
    return report;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Takes all tables for itself, and empties them when that is allowed. */
async function claimTables(client: pg.ClientBase, options: RestoreOptions): Promise<TableShape[]> {
  const tables = await tablesInOrder(client);
  const names = tables.map(({ tabel }) => `public.${quote(tabel)}`).join(', ');
  await client.query(`set local lock_timeout = '3s'`);
  await client.query(`lock table ${names} in access exclusive mode`).catch(() => {
    throw new TargetRefused('De database is in gebruik. Stop Wlz-regie en alles wat haar gebruikt.');
  });
  if (!options.force) {
    for (const { tabel, kolommen } of tables) {
      if (!kolommen.some((kolom) => options.dataColumns.includes(kolom))) continue;
      const { rowCount } = await client.query(`select from public.${quote(tabel)} limit 1`);
      if (rowCount !== 0)
        throw new TargetRefused(`De database is niet leeg (${tabel}). Zet terug in een lege database.`);
    }
  }
  return tables;
}

async function load(
  client: pg.ClientBase,
  parts: AsyncIterable<Part>,
  tables: readonly TableShape[],
  { onTable }: RestoreOptions,
): Promise<BackupReport> {
  const source: AsyncIterator<Part, unknown> = parts[Symbol.asyncIterator]();
  const begin = await nextDescribed(source);
  if (begin.deel !== 'begin') throw new BackupUnusable('De back-up begint niet bij het begin.');
  await assertSameSchema(client, begin, 'Deze database heeft andere tabellen of rechten dan de back-up');
  const triggers = await silenceTriggers(client);
  await client.query(`truncate ${tables.map(({ tabel }) => `public.${quote(tabel)}`).join(', ')}`);
  const counts = new Map<string, Telling>();
  for (;;) {
    const part = await nextDescribed(source);
    if (part.deel === 'einde') {
      await setSequences(client, part);
      break;
    }
    if (part.deel !== 'tabel') throw new BackupUnusable('De back-up heeft delen in een vreemde volgorde.');
    const rows = new Rows(source);
    await copyIn(client, copyStatement(part.tabel, part.kolommen, 'from stdin'), rows);
    const count = await rows.telling();
    counts.set(part.tabel, count);
    onTable?.(part.tabel, count.rijen);
  }
  // Only now is the end of the file seen, with its checksum.
  if ((await source.next()).done !== true) throw new BackupUnusable('De back-up heeft delen na het einde.');
  await client.query('set constraints all immediate');
  await restoreTriggers(client, triggers);
  await assertSameSchema(client, begin, 'Na het terugzetten wijkt het schema af');
  return {
    tabellen: counts.size,
    rijen: await assertSameRows(client, tables, counts),
    migraties: begin.migraties.length,
  };
}

/** The pieces of one table, up to its count. */
class Rows implements AsyncIterable<Buffer> {
  private count: Telling | undefined;

  constructor(private readonly source: AsyncIterator<Part, unknown>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for (;;) {
      const { value, done } = await this.source.next();
      if (done === true) throw new BackupUnusable('De back-up is niet compleet.');
      if (value.soort === 'DATA') {
        yield value.data;
        continue;
      }
      const json = described(value);
      if (json.deel !== 'telling') throw new BackupUnusable('De back-up mist de telling van een tabel.');
      this.count = json;
      return;
    }
  }

  telling(): Promise<Telling> {
    return this.count === undefined
      ? Promise.reject(new BackupUnusable('De back-up mist de telling van een tabel.'))
      : Promise.resolve(this.count);
  }
}

async function nextDescribed(source: AsyncIterator<Part, unknown>) {
  const { value, done } = await source.next();
  if (done === true || value.soort === 'DATA') throw new BackupUnusable('De back-up is niet compleet.');
  return described(value);
}

function described(part: Part & { readonly soort: 'JSON' }) {
  const result = partSchema.safeParse(part.json);
  if (!result.success) throw new BackupUnusable('De back-up heeft een onbekend deel.');
  return result.data;
}

async function assertSameSchema(client: pg.ClientBase, begin: Begin, complaint: string): Promise<void> {
  const otherServer = (await majorVersion(client)) !== begin.server;
  const apart = differences(begin.schema, await fingerprint(client), otherServer);
  if (apart.length > 0) {
    const more = apart.length > 5 ? ` en ${apart.length - 5} meer` : '';
    throw new TargetRefused(`${complaint}: ${apart.slice(0, 5).join(', ')}${more}.`);
  }
}

interface TriggerState {
  readonly tabel: string;
  readonly naam: string;
  readonly toestand: 'O' | 'R' | 'A';
}

const ENABLE = { O: 'enable', R: 'enable replica', A: 'enable always' } as const;

/** What triggers made of the rows is in the backup already. Foreign keys keep watching. */
async function silenceTriggers(client: pg.ClientBase): Promise<TriggerState[]> {
  const { rows } = await client.query<TriggerState>(`
    select c.relname as tabel, t.tgname as naam, t.tgenabled as toestand
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and t.tgenabled <> 'D' and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`);
  for (const { tabel, naam } of rows)
    await client.query(`alter table public.${quote(tabel)} disable trigger ${quote(naam)}`);
  return rows;
}

async function restoreTriggers(client: pg.ClientBase, triggers: readonly TriggerState[]): Promise<void> {
  for (const { tabel, naam, toestand } of triggers)
    await client.query(`alter table public.${quote(tabel)} ${ENABLE[toestand]} trigger ${quote(naam)}`);
}

async function setSequences(client: pg.ClientBase, { reeksen }: Einde): Promise<void> {
  for (const { reeks, stand, gebruikt } of reeksen)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      `public.${quote(reeks)}`,
      stand,
      gebruikt,
    ]);
}

/** Reads everything back; rows that a trigger or a rule changed on the way in would show here. */
async function assertSameRows(
  client: pg.ClientBase,
  tables: readonly TableShape[],
  counts: ReadonlyMap<string, Digest>,
): Promise<number> {
  let total = 0;
  for (const { tabel, kolommen } of tables) {
    const digest = new TableDigest();
    for await (const row of copyOut(client, copyStatement(tabel, kolommen, 'to stdout'))) digest.add(row);
    const found = digest.value;
    const wanted = counts.get(tabel);
    if (wanted === undefined || wanted.rijen !== found.rijen || wanted.som !== found.som)
      throw new BackupUnusable(`Tabel ${tabel} is na het terugzetten niet gelijk aan de back-up.`);
    total += found.rijen;
  }
  return total;
}
