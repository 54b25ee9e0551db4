import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createClock } from '../../../src/config/index.js';
import { createDataSource, UnitOfWork } from '../../../src/platform/database/index.js';
import { BudgetTable } from '../../../src/platform/graphql/load/budget-table.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

const clock = createClock({ WLZ_VANDAAG: '2026-11-01', WLZ_NU: undefined });
/** A window, in minutes; the number itself means nothing. */
const NOW = 10_000;

let database: TestDatabase;
let dataSource: DataSource;
let superuser: pg.Client;
let server: BudgetTable;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
});

beforeEach(async () => {
  server = new BudgetTable(new UnitOfWork(dataSource), clock);
  await superuser.query('delete from vraagbudget');
});

afterAll(async () => {
  await superuser.end();
  await dataSource.destroy();
  await database.drop();
});

/** So many people who came by once, in this window. */
async function visitors(number: number, window: number): Promise<void> {
  await superuser.query(
    `insert into vraagbudget select 'bezoeker-' || $2::bigint || '-' || n, $2, 5 from generate_series(1, $1) n`,
    [number, window],
  );
}

async function rows(): Promise<number> {
  const found = await superuser.query<{ n: number }>('select count(*)::int as n from vraagbudget');
  return found.rows[0]?.n ?? 0;
}

describe('the table of what people asked this minute', () => {
  it('does not grow with everybody who ever came by: what is an hour old goes', async () => {
    await visitors(40, NOW - 61);
    await visitors(3, NOW - 60);
    await server.spend('vandaag', NOW, 10);
    expect(await rows()).toBe(4);
    await server.spend('vandaag', NOW + 1, 10);
    expect(await rows()).toBe(1);
  });

  it('is cleared in parts, one in each minute, and counts as before', async () => {
    await visitors(2_500, 1);
    const left: number[] = [];
    for (const window of [NOW, NOW, NOW + 1, NOW + 2]) {
      expect(await server.spend('vandaag', window, 10)).toBe(window === NOW && left.length === 1 ? 10 : 0);
      left.push(await rows());
    }
    expect(left).toEqual([1_501, 1_501, 501, 1]);
  });

  it('waits for nobody who is at work in an old row', async () => {
    await visitors(2, 1);
    await superuser.query('begin');
    try {
      await superuser.query(`update vraagbudget set verbruikt = 6 where gebruiker = 'bezoeker-1-1'`);
      expect(await server.spend('vandaag', NOW, 10)).toBe(0);
    } finally {
      await superuser.query('commit');
    }
    expect(await rows()).toBe(2);
  });

  it('lets ten servers clear and count at once', async () => {
    await visitors(1_500, 1);
    const servers = Array.from({ length: 10 }, () => new BudgetTable(new UnitOfWork(dataSource), clock));
    const before = await Promise.all(servers.map((one) => one.spend('vandaag', NOW, 10)));
    expect(before.sort((one, other) => one - other)).toEqual(before.map((_, index) => index * 10));
    expect(await rows()).toBeLessThanOrEqual(501);
  });
});
