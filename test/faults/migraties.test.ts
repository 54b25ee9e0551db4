import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { SCHEMA } from '../../src/platform/backup/index.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
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

describe('F24: a migration that stops half-way', () => {
  it('leaves the schema as it was, wherever it stopped; the next start does it whole', async () => {
    const dataSource = await new DataSource({
      ...dataSourceOptions({ url: database.superuserUrl }),
    }).initialize();
    const schema = (): Promise<unknown> => dataSource.query(SCHEMA);
    try {
      for (const Migration of migrations) {
        const before = await schema();
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
      }
    } finally {
      await dataSource.destroy();
    }
  });
});
