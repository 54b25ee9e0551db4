import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrations } from '../../../migrations/index.js';
import { openDatabase } from '../../../src/platform/database/index.js';
import { SchemaTooNew } from '../../../src/platform/database/newer-schema.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

const NEWEST = Math.max(...migrations.map((Migration) => Number(new Migration().name.slice(-13))));
const LATER = '1899999999999';

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.superuserUrl });
  await owner.connect();
});

beforeEach(() => owner.query(`delete from migrations where "timestamp" = $1`, [LATER]));

afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** A later version was here. */
const later = (name: string): Promise<unknown> =>
  owner.query(`insert into migrations ("timestamp", name) values ($1, $2)`, [LATER, name]);

/** Starts as this version does; gives how often it would have loaded its code lists. */
async function open(): Promise<number> {
  let loaded = 0;
  const opened = await openDatabase({
    url: database.url,
    adminUrl: database.superuserUrl,
    folder: '',
    migrations,
    loadReferenceData: () => {
      loaded += 1;
      return Promise.resolve();
    },
  });
  await opened.close();
  return loaded;
}

describe('a database that a later version was in', () => {
  it('is opened when that version only added; its code lists are not set back', async () => {
    expect(await open()).toBe(1);
    await later(`Nieuws${LATER}`);
    expect(await open()).toBe(0);
  });

  it('is opened when it took away what this version no longer needs', async () => {
    await later(`Krimp_${NEWEST}_OudeKolom${LATER}`);
    expect(await open()).toBe(0);
  });

  it('is refused, untouched, when it took away what this version needs', async () => {
    await later(`Krimp_${NEWEST + 1}_OudeKolom${LATER}`);
    const before = await owner.query('select * from migrations order by id');
    await expect(open()).rejects.toBeInstanceOf(SchemaTooNew);
    expect((await owner.query('select * from migrations order by id')).rows).toEqual(before.rows);
  });
});
