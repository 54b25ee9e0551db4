import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { dataSourceOptions } from '../../../src/platform/database/data-source.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

const run = promisify(execFile);

/** Everything a schema consists of, as text that two equal schemas share to the letter. */
const SCHEMA = `
  select 'column' as soort, table_name || '.' || column_name as naam,
    data_type || coalesce(' default ' || column_default, '') || ' ' || is_nullable || ' ' || ordinal_position as inhoud
  from information_schema.columns where table_schema = 'public'
  union all
  select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
  from pg_constraint where connamespace = 'public'::regnamespace
  union all
  select 'index', indexname, indexdef from pg_indexes where schemaname = 'public'
  union all
  select 'function', p.oid::regprocedure::text, md5(pg_get_functiondef(p.oid)) from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and p.probin is null
  union all
  select 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all
  select 'view', viewname, definition from pg_views where schemaname = 'public'
  union all
  select 'grant', relname, relacl::text from pg_class where relnamespace = 'public'::regnamespace and relname <> 'migrations'
    and relacl is not null
  order by 1, 2, 3`;

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
  it('down to nothing and up again give the same schema, functions, triggers and grants', async () => {
    const before = await dataSource.query<unknown[]>(SCHEMA);
    for (let left = migrations.length; left > 0; left -= 1)
      await dataSource.undoLastMigration({ transaction: 'each' });
    const left = await dataSource.query<{ naam: string; inhoud: string }[]>(SCHEMA);
    expect(left.filter(({ naam, inhoud }) => !`${naam} ${inhoud}`.includes('migrations'))).toEqual([]);
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
