import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { addDays, type Day } from '../../../src/platform/clock/index.js';
import {
  addWerkdagen,
  isWerkdag,
  KALENDERVERSIE,
  loadKalender,
  plusWerkdagen,
} from '../../../src/platform/kalender/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.superuserUrl });
  await owner.connect();
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function bySql(asked: readonly (readonly [Day, number])[]): Promise<string[]> {
  const { rows } = await owner.query<{ einde: string }>(
    `select ${plusWerkdagen('v.dag', 'v.aantal')}::text as einde
     from unnest($1::date[], $2::int[]) with ordinality as v (dag, aantal, nr) order by v.nr`,
    [asked.map(([dag]) => dag), asked.map(([, aantal]) => aantal)],
  );
  return rows.map(({ einde }) => einde);
}

describe('the calendar in the database', () => {
  it('ends terms on the day the function says', async () => {
    const day = fc.integer({ min: 0, max: 18_000 }).map((n) => addDays('2010-01-01', n));
    const terms = fc.array(fc.tuple(day, fc.integer({ min: 1, max: 60 })), { minLength: 40, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(terms, async (asked) => {
        expect(await bySql(asked)).toEqual(asked.map(([dag, aantal]) => addWerkdagen(dag, aantal)));
      }),
      { numRuns: 40 },
    );
  });

  it('agrees on every day around the turn of each year, Easter, koningsdag, 5 mei and the end of February', async () => {
    const years = Array.from({ length: 48 }, (_, index) => 2010 + index);
    const starts = years.flatMap((year) => [
      `${year}-12-20`,
      `${year}-02-25`,
      `${year}-03-20`,
      `${year}-04-24`,
    ]);
    const days = starts.flatMap((start) => Array.from({ length: 14 }, (_, index) => addDays(start, index)));
    const asked = days.map((day) => [day, 3] as const);
    expect(await bySql(asked)).toEqual(asked.map(([dag, aantal]) => addWerkdagen(dag, aantal)));
    const { rows } = await owner.query<{ dag: string; werkdag: boolean }>(
      `select dag::text, werkdag from kalenderdag where dag = any ($1::date[])`,
      [days],
    );
    expect(rows.filter(({ dag, werkdag }) => werkdag !== isWerkdag(dag))).toEqual([]);
  });

  it('counts a term that began before the table from its first day', async () => {
    expect(await bySql([['1990-05-05', 1]])).toEqual([addWerkdagen('2010-01-01', 1)]);
  });

  it('is loaded once per version, and made whole again', async () => {
    const stamp = async (): Promise<unknown> =>
      (await owner.query(`select min(xmin::text::bigint) as first, count(*)::int as days from kalenderdag`))
        .rows[0];
    const before = await stamp();
    await loadKalender(owner);
    expect(await stamp()).toEqual(before);
    await owner.query(`update kalenderdag set versie = 'old', werkdag = false where dag = '2026-11-20'`);
    await owner.query(`delete from kalenderdag where dag = '2026-11-23'`);
    await loadKalender(owner);
    expect(await bySql([['2026-11-19', 2]])).toEqual(['2026-11-23']);
    const { rows } = await owner.query(`select distinct versie from kalenderdag`);
    expect(rows).toEqual([{ versie: KALENDERVERSIE }]);
  });
});
