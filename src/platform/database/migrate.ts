import { DataSource, type MigrationInterface } from 'typeorm';
import { dataSourceOptions } from './data-source.js';
import { SteadyClient } from './steady-client.js';

type MigrationClass = new () => MigrationInterface;

const LOCK = 'wlz-regie migrations';

/**
 * Applies what is missing, each migration in its own transaction. Several processes may do this at once: one works,
 * the others wait for it and find nothing left.
 * @returns the names of the migrations that were applied now
 */
export async function migrate(url: string, migrations: readonly MigrationClass[]): Promise<string[]> {
  const guard = new SteadyClient({ connectionString: url });
  await guard.connect();
  const dataSource = new DataSource({
    ...dataSourceOptions({ url, poolSize: 1 }),
    migrations: [...migrations],
  });
  try {
    await guard.query('select pg_advisory_lock(hashtextextended($1, 0))', [LOCK]);
    await dataSource.initialize();
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    return applied.map((migration) => migration.name);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await guard.end();
  }
}
