import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type MigrationInterface } from 'typeorm';
import { sqlState } from './constraint-rules.js';
import { dataSourceOptions } from './data-source.js';
import { appliedMigrations } from './newer-schema.js';
import { SteadyClient } from './steady-client.js';

type MigrationClass = new () => MigrationInterface;

const LOCK = 'wlz-regie migrations';

/**
 * Who waits for a table to change it, holds up everybody who comes after. So a migration waits this long for its tables,
 * lets the others go first, and begins again.
 */
const PATIENCE_MS = 2_000;
const PAUSE_MS = 500;
const ATTEMPTS = 30;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Applies what is missing, each migration in its own transaction. Several processes may do this at once: one works,
 * the others wait for it and find nothing left. Others may be at work in the tables meanwhile.
 * @returns the names of the migrations that were applied now
 */
export async function migrate(url: string, migrations: readonly MigrationClass[]): Promise<string[]> {
  const guard = new SteadyClient({ connectionString: url });
  await guard.connect();
  const options = dataSourceOptions({ url, poolSize: 1 });
  const extra = { ...options.extra, options: `${options.extra.options} -c lock_timeout=${PATIENCE_MS}` };
  // Its own words about a failure are English and go to stdout; the failure itself comes out as an error.
  const dataSource = new DataSource({ ...options, extra, logger: 'debug', migrations: [...migrations] });
  try {
    await guard.query('select pg_advisory_lock(hashtextextended($1, 0))', [LOCK]);
    const before = new Set(await appliedMigrations(guard));
    await dataSource.initialize();
    await applyAll(dataSource);
    return (await appliedMigrations(guard)).filter((name) => !before.has(name));
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await guard.end();
  }
}

async function applyAll(dataSource: DataSource): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await dataSource.runMigrations({ transaction: 'each' });
      return;
    } catch (error) {
      if (attempt >= ATTEMPTS || sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
      await pause(PAUSE_MS);
    }
  }
}
