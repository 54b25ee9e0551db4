import type pg from 'pg';

type Client = Pick<pg.ClientBase, 'query'>;

/** What nobody can do with the log, done for a test: a superuser may take the triggers out of play. */
export async function ondanksTriggers<T>(superuser: Client, work: () => Promise<T>): Promise<T> {
  await superuser.query(`set session_replication_role = replica`);
  try {
    return await work();
  } finally {
    await superuser.query(`set session_replication_role = origin`);
  }
}

/** Takes every line out of the log, for a test that looks at what comes in from here on. */
export const LOGBOEK_LEEG = `
  set session_replication_role = replica; delete from logregel; set session_replication_role = origin`;
