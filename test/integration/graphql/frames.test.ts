import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEdgeApp, type EdgeApp } from './edge-app.js';

let app: EdgeApp;
let admin: pg.Client;

beforeAll(async () => {
  app = await startEdgeApp();
  admin = new pg.Client({ connectionString: app.databaseUrl });
  await admin.connect();
});

afterAll(async () => {
  await admin.end();
  await app.close();
});

/** Polls until the number of other sessions that match is as expected. */
async function until(condition: string, expected: number): Promise<number> {
  let found = -1;
  for (let attempt = 0; attempt < 250 && found !== expected; attempt += 1) {
    const { rows } = await admin.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and ${condition}`,
    );
    found = rows[0]?.n ?? -1;
    if (found !== expected) await admin.query('select pg_sleep(0.02)');
  }
  return found;
}

const OPEN = `state like 'idle in transaction%'`;
const SLEEPING = `state = 'active' and query like '%pg_sleep%'`;

describe('the read frame of an operation', () => {
  it('is closed when the answer has left, whatever the answer was', async () => {
    await app.ask({ query: '{ slaap(seconden: 0) }' });
    await app.ask({ query: '{ slaap(seconden: 0) mislukt }' });
    await app.ask({ query: 'query($t: String!) { sql(tekst: $t) }', variables: { t: 'geen uuid' } });
    expect(await until(OPEN, 0)).toBe(0);
  });

  it('does not outlive a client that hangs up', async () => {
    const before = app.logged().length;
    const controller = new AbortController();
    const pending = fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: await authorization() },
      body: JSON.stringify({ query: '{ slaap(seconden: 1) daarna: slaap(seconden: 0) }' }),
      signal: controller.signal,
    }).catch(() => 'aborted');
    expect(await until(SLEEPING, 1)).toBe(1);
    controller.abort();
    expect(await pending).toBe('aborted');
    expect(await until(SLEEPING, 0)).toBe(0);
    expect(await until(OPEN, 0)).toBe(0);
    expect(await app.ask({ query: '{ stand }' })).toMatchObject({ status: 200 });
    const logged = app.logged().slice(before).trim().split('\n');
    expect(logged).toEqual([expect.stringContaining('client left before its answer')]);
  });

  it('is cut off when a statement takes too long, with a neutral answer', async () => {
    const answer = await app.ask({ query: '{ slaap(seconden: 30) }' });
    expect(answer.status).toBe(503);
    expect(answer.body.errors?.[0]?.message).toBe(
      'Dit duurde te lang en is afgebroken. Probeer het zo opnieuw.',
    );
    expect(await until(OPEN, 0)).toBe(0);
  });
});

async function authorization(): Promise<string> {
  const { issueDevelopmentToken } = await import('../../../src/modules/toegang/index.js');
  const request = { sub: 'tester', rollen: ['ZORGKANTOOR' as const], uzovi: ['5516'], agb: null };
  return `Bearer ${await issueDevelopmentToken(app.config, request)}`;
}
