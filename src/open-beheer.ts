import pg from 'pg';
import type { Config } from './config/index.js';
import { startEmbeddedPostgres } from './platform/database/embedded/index.js';

/**
 * Reaches the database server as its keeper, changes nothing in it (no migrations, no code lists), does the work and
 * lets go of everything. An embedded server is started when it does not run.
 */
export async function asKeeper<T>(
  config: Config,
  onProgress: (text: string) => void,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const own = config.DATABASE_BEHEER_URL ?? config.DATABASE_URL;
  const server =
    config.DATABASE_URL === undefined
      ? await startEmbeddedPostgres({ folder: config.dataFolder, onProgress })
      : null;
  try {
    const client = new pg.Client({
      connectionString: server?.url ?? own,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    // What is lost shows in the statement that is under way.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  } finally {
    await server?.stop();
  }
}
