import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { loadConfig } from '../../src/config/index.js';
import { issueDevelopmentToken } from '../../src/modules/toegang/index.js';
import { post } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';

let database: TestDatabase;
let folder: string;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'wlz-regie-productie-'));
  environment = {
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    DATABASE_BEHEER_URL: database.superuserUrl,
    WLZ_DATA: folder,
    AUTH_ISSUER: 'https://aanmelden.invalid',
    AUTH_AUDIENCE: 'wlz-regie',
    AUTH_JWKS_URL: 'https://aanmelden.invalid/jwks',
    WLZ_VERANTWOORDELIJKE: 'manager zorginkoop',
  };
});

afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('a start in production', () => {
  it('without its settings stops with sentences that say what to set', async () => {
    const child = spawn(process.execPath, ['bin/run.mjs', 'start'], {
      env: { PATH: process.env.PATH, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [complaint] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(child.exitCode).toBe(1);
    for (const name of [
      'DATABASE_URL',
      'AUTH_ISSUER',
      'AUTH_AUDIENCE',
      'AUTH_JWKS_URL',
      'WLZ_VERANTWOORDELIJKE',
    ])
      expect(complaint).toContain(`Zet ${name}`);
  });
});

describe('a server in production', () => {
  let server: ServerProcess | undefined;
  let url: string;

  beforeAll(async () => {
    server = await startServerProcess(environment);
    url = server.url;
  });

  afterAll(() => server?.stop());

  it('is healthy and ready, and holds no demo data', async () => {
    const address = (path: string): string => new URL(path, url).href;
    expect((await fetch(address('/gezond'))).status).toBe(200);
    expect((await fetch(address('/gereed'))).status).toBe(200);
    const owner = new pg.Client({ connectionString: database.superuserUrl });
    await owner.connect();
    const { rows } = await owner.query<{ n: string }>('select count(*) as n from client');
    await owner.end();
    expect(rows).toEqual([{ n: '0' }]);
  });

  it('has no GraphiQL and does not tell its schema', async () => {
    expect((await fetch(url, { headers: { accept: 'text/html' } })).status).toBe(404);
    for (const query of ['{ __schema { types { name } } }', '{ __typename }']) {
      expect((await post(url, null, { query })).status).toBe(401);
    }
  });

  it('lets nobody in while the keys of the issuer cannot be had, least of all with a development token', async () => {
    const development = loadConfig({ NODE_ENV: 'development', WLZ_DATA: folder });
    const token = await issueDevelopmentToken(development, {
      sub: 'proef',
      rollen: ['ZORGKANTOOR'],
      uzovi: ['5517'],
      agb: null,
    });
    const answer = await post(url, token, { query: '{ ik { rol } }' });
    expect([answer.status, answer.data]).toEqual([503, undefined]);
  });
});
