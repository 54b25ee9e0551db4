import { createHmac } from 'node:crypto';
import type pg from 'pg';
import type { MigrationInterface } from 'typeorm';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded/index.js';
import { migrate } from './migrate.js';
import { isAhead } from './newer-schema.js';
import { APP_LOGIN, ensureAppLogin, ensureRoles } from './roles.js';
import { SteadyClient } from './steady-client.js';

export interface OpenDatabaseOptions {
  /** Any PostgreSQL 15-18; without it the embedded server is started. */
  readonly url?: string | undefined;
  /** Login that may make roles and tables; without it `url` does that too. */
  readonly adminUrl?: string | undefined;
  /** Folder of the embedded server. */
  readonly folder: string;
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Reference data that belongs to every database: the code lists. */
  readonly loadReferenceData: (client: pg.ClientBase) => Promise<void>;
  readonly onProgress?: (text: string) => void;
}

/** A database that is ready for use: roles, tables and code lists are there. */
export interface Database {
  /** Login of the application. */
  readonly url: string;
  /** Lets go; an embedded server that nobody else uses stops. */
  close(): Promise<void>;
}

const OLDEST = 150000;
const NEWEST = 190000;

/**
 * Brings the database to the state this version of the program needs. Safe to do from several processes at once, and
 * where a later version was before.
 * @throws SchemaTooNew when that later version took away what this one needs; nothing is changed then
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const server = options.url === undefined ? await startEmbedded(options) : null;
  try {
    const adminUrl = server?.url ?? options.adminUrl ?? options.url ?? '';
    const url = server === null ? (options.url ?? '') : server.urlFor(APP_LOGIN, appPassword(server));
    await prepare(options, adminUrl, server === null ? null : appPassword(server), url);
    return { url, close: async () => server?.stop() };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

function startEmbedded(options: OpenDatabaseOptions): Promise<EmbeddedPostgres> {
  const { folder, onProgress } = options;
  return startEmbeddedPostgres(onProgress === undefined ? { folder } : { folder, onProgress });
}

async function prepare(
  options: OpenDatabaseOptions,
  adminUrl: string,
  embeddedPassword: string | null,
  url: string,
): Promise<void> {
  const admin = new SteadyClient({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  await admin.connect();
  try {
    await assertSupported(admin);
    const ahead = await isAhead(admin, options.migrations);
    if (embeddedPassword !== null) await ensureAppLogin(admin, embeddedPassword);
    await ensureRoles(admin, decodeURIComponent(new URL(url).username));
    const applied = await migrate(adminUrl, options.migrations);
    if (applied.length > 0) options.onProgress?.(`${applied.length} migraties toegepast.`);
    // A former version, started beside or after a later one, would set its code lists and calendar back.
    if (ahead)
      options.onProgress?.('De database is al van een nieuwere uitgave; haar codelijsten blijven staan.');
    else await options.loadReferenceData(admin);
  } finally {
    await admin.end();
  }
}

async function assertSupported(admin: pg.ClientBase): Promise<void> {
  const { rows } = await admin.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version < OLDEST || version >= NEWEST) {
    throw new Error('Wlz-regie werkt met PostgreSQL 15 tot en met 18; deze server heeft een andere versie.');
  }
}

/** Derived from the superuser's secret, so that every process finds the same one without another file. */
function appPassword(server: EmbeddedPostgres): string {
  return createHmac('sha256', server.superuserPassword).update(APP_LOGIN).digest('base64url');
}
