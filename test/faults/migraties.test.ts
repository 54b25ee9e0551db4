import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { SCHEMA } from '../../src/platform/backup/index.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { neededBy } from '../../src/platform/database/newer-schema.js';
import { createEmptyDatabase } from '../support/leeg.js';
import type { TestDatabase } from '../support/database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createEmptyDatabase();
});

afterAll(() => database.drop());

/** The same migration, broken off after so many statements. */
function brokenOff(migration: MigrationInterface, statements: number): MigrationInterface {
  return {
    name: migration.name ?? migration.constructor.name,
    up: async (runner: QueryRunner) => {
      let left = statements;
      const guarded = new Proxy(runner, {
        get: (target, property) => {
          const value = Reflect.get(target, property) as unknown;
          if (property !== 'query' || typeof value !== 'function') return value;
          return (...args: unknown[]): unknown => {
            left -= 1;
            if (left < 0) throw new Error('broken off');
            return Reflect.apply(value, target, args);
          };
        },
      });
      await migration.up(guarded);
      throw new Error('broken off');
    },
    down: () => Promise.resolve(),
  };
}

interface Column {
  readonly naam: string;
  readonly soort: string;
  readonly tabel: string;
  /** An insert that does not know the column still works. */
  readonly vrij: boolean;
}

const COLUMNS = `
  select table_name || '.' || column_name as naam, data_type as soort, table_name as tabel,
    is_nullable = 'YES' or column_default is not null or is_generated = 'ALWAYS' or is_identity = 'YES' as vrij
  from information_schema.columns where table_schema = 'public' order by 1`;

/**
 * What the version before this one would trip over while both run: something it uses is gone or of another kind, or a
 * table it fills asks for something it does not know.
 */
function breaks(before: readonly Column[], after: readonly Column[]): string[] {
  const now = new Map(after.map((column) => [column.naam, column]));
  const there = new Set(before.map(({ naam }) => naam));
  const tables = new Set(before.map(({ tabel }) => tabel));
  return [
    ...before
      .filter(({ naam, soort }) => now.get(naam)?.soort !== soort)
      .map(({ naam }) => `${naam} is not what it was`),
    ...after
      .filter(({ naam, tabel, vrij }) => !there.has(naam) && tables.has(tabel) && !vrij)
      .map(({ naam }) => `${naam} must be filled`),
  ];
}

/** Until the first release no earlier version is in use; these migrations may change what they like. */
const FIRST_RELEASE = 1795000000039;

interface Verandering {
  readonly migration: string;
  readonly what: string;
}

/** Later ones that take something away without saying from which version on it is not needed. */
function unannounced(broken: readonly Verandering[]): Verandering[] {
  return broken.filter(
    ({ migration }) => Number(migration.slice(-13)) > FIRST_RELEASE && neededBy(migration) === null,
  );
}

describe('F24: a migration that stops half-way', () => {
  it('may take something away only when its name says who can do without', () => {
    const what = 'client.oud is not what it was';
    const named = { migration: 'Krimp_1795000000034_Oud1795000000099', what };
    const silent = { migration: 'Oud1795000000099', what };
    expect(unannounced([named, silent])).toEqual([silent]);
  });

  it('leaves the schema as it was; what one takes away, no version in use needs (expand, then contract)', async () => {
    const dataSource = await new DataSource({
      ...dataSourceOptions({ url: database.superuserUrl }),
    }).initialize();
    const schema = (): Promise<unknown> => dataSource.query(SCHEMA);
    const columns = (): Promise<Column[]> => dataSource.query(COLUMNS);
    const broken: Verandering[] = [];
    try {
      for (const Migration of migrations) {
        const before = await schema();
        const columnsBefore = await columns();
        for (const statements of [1, 3, Number.POSITIVE_INFINITY]) {
          const runner = dataSource.createQueryRunner();
          await runner.startTransaction();
          await expect(brokenOff(new Migration(), statements).up(runner)).rejects.toThrow('broken off');
          await runner.rollbackTransaction();
          await runner.release();
        }
        expect(await schema()).toEqual(before);
        const runner = dataSource.createQueryRunner();
        await runner.startTransaction();
        await new Migration().up(runner);
        await runner.commitTransaction();
        await runner.release();
        const migration = new Migration().name;
        broken.push(...breaks(columnsBefore, await columns()).map((what) => ({ migration, what })));
      }
      // That it sees anything at all shows in what came before.
      expect(broken).toContainEqual({
        migration: 'Taken1795000000015',
        what: 'taakrun.status must be filled',
      });
      expect(broken).toContainEqual({
        migration: 'Contactsignalen1795000000017',
        what: 'contactsignaal.uiterlijk is not what it was',
      });
      expect(unannounced(broken)).toEqual([]);
    } finally {
      await dataSource.destroy();
    }
  });
});
