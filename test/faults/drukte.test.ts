import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { until } from './proef.js';

/** Asks for a table as a whole, as many a change of it does. */
class Drukte1899999999999 implements MigrationInterface {
  name = 'Drukte1899999999999';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table zorgaanbieder add column drukte text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table zorgaanbieder drop column drukte`);
  }
}

let database: TestDatabase;
let reader: pg.Client;
let others: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  reader = new pg.Client({ connectionString: database.superuserUrl });
  await reader.connect();
  others = new pg.Pool({ connectionString: database.superuserUrl });
});

afterAll(async () => {
  await reader.end();
  await others.end();
  await database.drop();
});

describe('F24: a migration of a table that somebody is reading', () => {
  it('holds nobody up for longer than a moment, and comes through when the reader is done', async () => {
    await reader.query('begin; select from zorgaanbieder');
    const migrating = migrate(database.superuserUrl, [...migrations, Drukte1899999999999]);
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
      and query like 'alter table zorgaanbieder%'`;
    await until(async () => ((await others.query(waiting)).rowCount ?? 0) > 0, 'the migration waits');
    // Behind the migration, which is behind the reader: without a limit this would wait for the reader.
    await others.query('select from zorgaanbieder');
    await reader.query('commit');
    expect(await migrating).toEqual(['Drukte1899999999999']);
  });
});
