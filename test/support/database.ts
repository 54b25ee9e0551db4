import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { asApp, nameOfClone, withDatabase } from './jest/template.js';

/** A database of its own for one test file, with the migrations applied. */
export interface TestDatabase {
  /** For the login of the program, which may take on the roles of the frames; its `DATABASE_URL`. */
  readonly url: string;
  /** For the superuser, to plant and to inspect; the program's `DATABASE_BEHEER_URL`. */
  readonly superuserUrl: string;
  drop(): Promise<void>;
}

/** SQLSTATE object_in_use: another file is cloning the template at this moment. */
const IN_USE = '55006';
const ATTEMPTS = 50;
const PAUSE_MS = 100;

/**
 * Clones the template of this run (about 40 ms). Only in the projects `integration` and `e2e`. `WLZ_TEST_SLOOP` is a
 * statement for every clone: which tests miss a policy or a constraint (`npm run test:wanden`)?
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = setting('WLZ_TEST_SUPERUSER_URL');
  const name = nameOfClone(setting('WLZ_TEST_RUN'));
  await onServer(server, (client) => clone(client, name, setting('WLZ_TEST_TEMPLATE')));
  const superuserUrl = withDatabase(server, name);
  const sloop = process.env.WLZ_TEST_SLOOP;
  if (sloop !== undefined) await onServer(superuserUrl, (client) => client.query(sloop));
  return {
    url: asApp(superuserUrl),
    superuserUrl,
    drop: () => onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`)),
  };
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: this test belongs in test/integration or test/e2e.`);
  return value;
}

async function clone(client: pg.Client, name: string, template: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`create database ${name} template ${template} strategy file_copy`);
      return;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== IN_USE || attempt === ATTEMPTS) throw error;
      await delay(PAUSE_MS);
    }
  }
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
