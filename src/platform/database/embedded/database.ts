import pg from 'pg';

export const DATABASE = 'wlz';

export function urlOf(port: number, user: string, password: string, database: string): string {
  const [name, secret] = [encodeURIComponent(user), encodeURIComponent(password)];
  return `postgresql://${name}:${secret}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/** Makes the database when it is not there, and proves on the way that the password opens the server. */
export async function ensureDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(port, 'postgres', password, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
