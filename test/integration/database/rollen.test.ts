import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { ensureRoles, RolesMissing } from '../../../src/platform/database/roles.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

/** A login that somebody made for the program and that may make no roles. */
const LOGIN = `proef_${randomUUID().slice(0, 8)}`;
const PASSWORD = randomUUID();

let database: TestDatabase;
let superuser: pg.Client;
let login: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  await superuser.query(`create role ${LOGIN} login noinherit nocreaterole password '${PASSWORD}'`);
  const url = new URL(database.superuserUrl);
  url.username = LOGIN;
  url.password = PASSWORD;
  login = new pg.Client({ connectionString: url.href });
  await login.connect();
});
afterAll(async () => {
  await login.end();
  await superuser.query(`drop role ${LOGIN}`);
  await superuser.end();
  await database.drop();
});

describe('a login that may not make the roles', () => {
  it('is told the statements, nothing is half done, and after somebody ran them it starts', async () => {
    const refusal: unknown = await ensureRoles(login, LOGIN).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RolesMissing);
    const [sentence, ...lines] = (refusal as Error).message.split('\n');
    expect(sentence).toContain('databasebeheerder');
    const statements = lines.map((line) => line.trim());
    for (const role of ['wlz_lezer', 'wlz_zorgkantoor_lezer', 'wlz_zorgaanbieder_schrijver', 'wlz_bewaker'])
      expect(statements).toContain(`grant ${role} to ${LOGIN};`);
    expect(statements.every((sql) => /^(create role|grant) [a-z_ ]+( to \w+)?;$/.test(sql))).toBe(true);

    const held = await superuser.query(`select 1 from pg_auth_members where member = $1::regrole`, [LOGIN]);
    expect(held.rows).toEqual([]);

    await superuser.query(statements.join('\n'));
    await expect(ensureRoles(login, LOGIN)).resolves.toBeUndefined();
  });
});
