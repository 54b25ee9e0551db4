import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEdgeApp, type Answer, type EdgeApp } from '../edge-app.js';
import { line, say } from './raw.js';
import { expectSafe } from './safe.js';

const BUDGET = 3_000;

let app: EdgeApp;
let other: EdgeApp;
let superuser: pg.Client;

beforeAll(async () => {
  app = await startEdgeApp({ graphql: { waitingRoom: { running: 6, waiting: 10, patienceMs: 2_500 } } });
  other = await startEdgeApp({ databaseUrl: app.databaseUrl, graphql: { budget: BUDGET } });
  superuser = new pg.Client({ connectionString: app.databaseUrl });
  await superuser.connect();
});

afterAll(async () => {
  await superuser.end();
  await other.close();
  await app.close();
});

/** Polls until no other session of this database is inside a transaction. */
async function openTransactions(): Promise<number> {
  for (let attempt = 0; ; attempt += 1) {
    const { rows } = await superuser.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
    );
    if (rows[0]?.n === 0 || attempt === 200) return rows[0]?.n ?? -1;
    await superuser.query('select pg_sleep(0.05)');
  }
}

describe('B31 more slow questions than there are connections', () => {
  it('take turns; who finds the queue full hears so, and the process stays healthy', async () => {
    const slow = Array.from({ length: 50 }, () => app.ask({ query: '{ slaap(seconden: 1) }' }));
    await turn();
    expect((await app.send('/gezond', {})).status).toBe(200);
    expect((await app.send('/gereed', {})).status).toBe(200);
    const answers = await Promise.all(slow);
    const served = answers.filter(({ status }) => status === 200);
    const turnedAway = answers.filter(({ status }) => status !== 200);
    expect(served.length).toBeGreaterThanOrEqual(6);
    expect(turnedAway.length).toBeGreaterThan(0);
    for (const { status, headers, body } of turnedAway) {
      expect([status, headers.get('retry-after')]).toEqual([503, '2']);
      expect(body.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
    }
    expect(await app.ask({ query: '{ slaap(seconden: 0) }' })).toMatchObject({ status: 200 });
    expect(await openTransactions()).toBe(0);
  });
});

describe('B32 five hundred clients that hang up', () => {
  it('leave no transaction and no connection behind', async () => {
    const body = JSON.stringify({ query: '{ slaap(seconden: 0) nog: slaap(seconden: 0) stand }' });
    const { authorization } = app;
    const request = [
      'POST /graphql HTTP/1.1',
      'host: x',
      'content-type: application/json',
      `content-length: ${body.length}`,
      `authorization: ${authorization}`,
      '',
      body,
    ].join('\r\n');
    for (let round = 0; round < 20; round += 1) {
      const sockets = Array.from({ length: 25 }, () => line(app.url).on('error', () => undefined));
      for (const socket of sockets) socket.write(request);
      for (let i = 0; i < round; i += 1) await turn();
      await Promise.all(
        sockets.map(
          (socket) =>
            new Promise<void>((resolve) => {
              socket.once('close', () => resolve());
              socket.destroy();
            }),
        ),
      );
    }
    expect(await openTransactions()).toBe(0);
    const after = await Promise.all(
      Array.from({ length: 12 }, () => app.ask({ query: '{ slaap(seconden: 0) }' })),
    );
    expect(after.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
  });
});

describe('B33 a line that stays open', () => {
  it('is refused, as websocket and as subscription', async () => {
    const upgrade = `GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: upgrade, close\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
    expect(await say(app.url, upgrade)).toMatch(/^HTTP\/1\.1 400 /);
    await expectSafe(app, () => app.ask({ query: 'subscription { stand }' }));
  });
});

describe('what one person may ask per minute', () => {
  const spend = (server: EdgeApp): Promise<Answer> =>
    server.ask({ query: '{ knopen(first: 100) { edges { node { nummer } } } }' });
  const aliases = Array.from({ length: 100 }, (_, i) => `a${i}: stand`).join(' ');

  it('is counted by all servers together; a refusal says when to try again', async () => {
    const second = await startEdgeApp({ databaseUrl: app.databaseUrl, graphql: { budget: BUDGET } });
    try {
      const seen: number[] = [];
      let last: Answer | undefined;
      // Each costs two hundred and more; a minute may turn over in between, and then it takes longer.
      for (let i = 0; i < 60 && last?.status !== 429; i += 1) {
        last = await spend(i % 2 === 0 ? other : second);
        seen.push(last.status);
      }
      expect(seen.slice(0, -1).every((status) => status === 200)).toBe(true);
      expect(last).toMatchObject({
        status: 429,
        body: { errors: [{ extensions: { code: 'RATE_LIMITED' } }] },
      });
      expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(last?.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    } finally {
      await second.close();
    }
  });

  it('B17 a hundred guesses in one request are refused, and count as a hundred', async () => {
    const guessing = await startEdgeApp({ graphql: { budget: 450 } });
    try {
      const statuses: number[] = [];
      for (let i = 0; i < 20 && statuses.at(-1) !== 429; i += 1)
        statuses.push((await guessing.ask({ query: `{ ${aliases} }` })).status);
      expect(statuses.at(-1)).toBe(429);
      expect(statuses.slice(0, -1).every((status) => status === 400)).toBe(true);
      expect(statuses.length).toBeLessThanOrEqual(10);
      const watched = guessing.logged().match(/\{.*"access refused".*\}/g) ?? [];
      expect(watched.map((line) => JSON.parse(line) as object)).toMatchObject([
        { status: 429, adres: '127.0.0.1', requestId: expect.stringMatching(/-/) as unknown },
      ]);
    } finally {
      await guessing.close();
    }
  });
});
