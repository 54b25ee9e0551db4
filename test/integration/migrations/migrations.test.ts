import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { SCHEMA } from '../../../src/platform/backup/index.js';
import { dataSourceOptions } from '../../../src/platform/database/data-source.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

const run = promisify(execFile);

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await new DataSource({
    ...dataSourceOptions({ url: database.superuserUrl }),
    migrations,
  }).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('the migrations', () => {
  it('down to nothing and up again give the same schema, functions, triggers, policies and grants', async () => {
    const before = await dataSource.query<unknown[]>(SCHEMA);
    for (let left = migrations.length; left > 0; left -= 1)
      await dataSource.undoLastMigration({ transaction: 'each' });
    const left = await dataSource.query<{ soort: string; naam: string; inhoud: string }[]>(SCHEMA);
    const own = left.filter(
      ({ soort, naam, inhoud }) => !`${soort} ${naam} ${inhoud}`.match(/migrations|schema grant/),
    );
    expect(own).toEqual([]);
    await dataSource.runMigrations({ transaction: 'each' });
    expect(await dataSource.query(SCHEMA)).toEqual(before);
  });

  it('make exactly the tables that the entities describe', async () => {
    const command = [
      '--import',
      '@swc-node/register/esm-register',
      'node_modules/typeorm/cli.js',
      '-d',
      'ormconfig.ts',
    ];
    const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: database.superuserUrl };
    const check = [...command, 'migration:generate', '--check', '--esm', 'migrations/Drift'];
    const stdout = await run(process.execPath, check, { env }).then(
      (done) => done.stdout,
      (error: unknown) => String((error as { stdout?: unknown }).stdout),
    );
    expect(stdout).toContain('No changes in database schema were found');
  });
});
