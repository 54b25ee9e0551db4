import pg from 'pg';
import type { TestDatabase } from './database.js';
import { asApp, nameOfClone, withDatabase } from './jest/template.js';

/** A database with nothing in it, not even tables: where a restore begins. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const { WLZ_TEST_SUPERUSER_URL: server = '', WLZ_TEST_RUN: run = '' } = process.env;
  const name = nameOfClone(run);
  const statement = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await statement(`create database ${name}`);
  const superuserUrl = withDatabase(server, name);
  return {
    url: asApp(superuserUrl),
    superuserUrl,
    drop: () => statement(`drop database if exists ${name} with (force)`),
  };
}
