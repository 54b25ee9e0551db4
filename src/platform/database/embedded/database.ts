import pg from 'pg';
import { errorCode } from './control-folder.js';
import { EmbeddedPostgresError } from './errors.js';

export const DATABASE = 'wlz';
const WRONG_PASSWORD = '28P01';

export function urlOf(port: number, user: string, password: string, database: string): string {
  const [name, secret] = [encodeURIComponent(user), encodeURIComponent(password)];
  return `postgresql://${name}:${secret}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/** Makes the database when it is not there, and proves on the way that the password opens the server. */
export async function ensureDatabase(port: number, password: string): Promise<void> {
  const connectionString = urlOf(port, 'postgres', password, 'postgres');
  const client = new pg.Client({
    connectionString,
    ssl: false, // whatever PGSSLMODE says
    connectionTimeoutMillis: 30_000, // we hold the lock
  });
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } catch (error) {
    if (errorCode(error) !== WRONG_PASSWORD) throw error;
    throw new EmbeddedPostgresError(
      'Het bewaarde wachtwoord past niet bij de database. Stop alles wat haar gebruikt en verwijder het bestand ' +
        'superuser.secret; de volgende start maakt een nieuw.',
      { cause: error },
    );
  } finally {
    await client.end();
  }
}
