import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { migrations } from '../../migrations/index.js';
import { createClock, loadConfig, type Config } from '../config/index.js';
import { asKeeper } from '../open-beheer.js';
import { openRegister } from '../open-register.js';
import { inspectBackup, loadBackup, TargetRefused, type Contents } from '../platform/backup/index.js';
import { processContext } from '../platform/context/index.js';
import { createLogbron, logAsKeeper, openDatabase } from '../platform/database/index.js';
import { command, progress, UsageError } from './arguments.js';
import { backupKey } from './backup.js';

const USAGE = 'Gebruik: npm run restore -- BESTAND [--force]';

/** A row in a table with one of these is about a person, an organisation or who saw what: the register is in use. */
const DATA_COLUMNS = ['client_id', 'bsn', 'agb', 'instelling', 'gebruiker'];

/** `npm run restore`: 0 the register is as it was in the backup, 1 nothing was put back. */
export function main(argv: readonly string[]): Promise<number> {
  return command(async () => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { force: { type: 'boolean', default: false } },
    });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) throw new UsageError(USAGE);
    const config = loadConfig();
    if (config.production && values.force)
      throw new UsageError('In productie wordt nooit over gegevens heen gezet: neem een lege database.');
    const [file, key] = [resolve(path), backupKey(config.WLZ_BACKUPSLEUTEL)];
    const contents = await inspectBackup(file, key);
    const known = migrationsOf(contents);
    const bron = createLogbron(config.WLZ_VERANTWOORDELIJKE);
    const report = await asKeeper(config, progress, async (client) => {
      await assertNotNewer(client, contents);
      await makeTables(config, known);
      const loaded = await loadBackup(client, {
        file,
        key,
        dataColumns: DATA_COLUMNS,
        force: values.force,
        onTable: (tabel, rijen) => progress(`${tabel}: ${rijen} rijen`),
        beforeCommit: ({ rijen }) =>
          logAsKeeper(client, processContext(createClock(config), 'restore', 'restore'), bron, {
            gebeurtenis: 'B20',
            bijzonderheden: { gemaaktOp: contents.gemaaktOp, rijen },
          }),
      });
      await client.query('analyze');
      // Brings an older backup up to date, and the code lists.
      await (await openRegister(config, progress)).close();
      return loaded;
    });
    process.stdout.write(
      `${JSON.stringify({ bestand: file, gemaaktOp: contents.gemaaktOp, gecontroleerd: true, ...report })}\n`,
    );
    return 0;
  });
}

/** The migrations that the backup had, which must be the first of ours. */
function migrationsOf({ migraties }: Contents): typeof migrations {
  const known = migrations.slice(0, migraties.length);
  if (migraties.some((name, index) => known[index]?.name !== name))
    throw new TargetRefused('De back-up is van een andere of nieuwere uitgave van Wlz-regie.');
  return known;
}

/** Migrations are not undone: a database that is ahead of the backup is not one to put it in. */
async function assertNotNewer(client: pg.ClientBase, { migraties }: Contents): Promise<void> {
  const { rows: there } = await client.query(
    `select from pg_tables where schemaname = 'public' and tablename = 'migrations'`,
  );
  if (there.length === 0) return;
  const { rows } = await client.query<{ name: string }>('select name from public.migrations order by id');
  if (rows.length > migraties.length || rows.some(({ name }, index) => name !== migraties[index]))
    throw new TargetRefused(
      'De tabellen in deze database zijn nieuwer dan de back-up. Zet terug in een nieuwe, lege database.',
    );
}

/** Roles, and tables as they were when the backup was made; no rows beyond what the migrations bring. */
async function makeTables(config: Config, known: typeof migrations): Promise<void> {
  const database = await openDatabase({
    url: config.DATABASE_URL,
    adminUrl: config.DATABASE_BEHEER_URL,
    folder: config.dataFolder,
    migrations: known,
    loadReferenceData: () => Promise.resolve(),
    onProgress: progress,
  });
  await database.close();
}
