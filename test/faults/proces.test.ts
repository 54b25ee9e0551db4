import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';
import { watchGoodbye } from './afscheid.js';
import { isNeutral, Proef, TODAY, until, type Antwoord } from './proef.js';
import { openTussenstation, type Tussenstation } from './tussenstation.js';

/** `npm run test:lang` kills fifty times. */
const KILLS = Number(process.env.WLZ_TEST_KILLS ?? 2);
/** From the start of a process until it is ready, by issue and norm; ten times that on a machine full of others. */
const RESTART_MS = 10_000;
const NOTHING_LOST = { lost: 0, unlogged: 0, double: 0 };

let database: TestDatabase;
let line: Tussenstation;
let folder: string;
let environment: NodeJS.ProcessEnv;
let server: ServerProcess;
let proef: Proef;
const acknowledged: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  line = await openTussenstation(database.url);
  folder = await mkdtemp(join(tmpdir(), 'wlz-regie-storing-'));
  environment = {
    DATABASE_URL: line.via(database.url),
    DATABASE_BEHEER_URL: database.superuserUrl,
    WLZ_DATA: folder,
    WLZ_VANDAAG: TODAY,
  };
  server = await startServerProcess(environment);
  proef = await Proef.open(environment, database.superuserUrl);
});

afterAll(async () => {
  await server.stop();
  await proef.close();
  await line.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

function take(answers: readonly Antwoord[]): void {
  for (const { id } of answers) if (id !== null) acknowledged.push(id);
}

function unexpected(answers: readonly Antwoord[]): Antwoord[] {
  return answers.filter((answer) => ![null, 200, 429, 503].includes(answer.status) || !isNeutral(answer));
}

/** The process is the same one and works again within five seconds, without help. */
async function recovers(): Promise<void> {
  await until(async () => (await proef.health(server, 'gereed')) === 200, 'ready again', 5_000);
  expect((await proef.list(server)).status).toBe(200);
  const answer = await proef.contact(server);
  expect(answer.status).toBe(200);
  take([answer]);
  expect(server.child.exitCode).toBeNull();
}

describe('F3: every connection of the program is ended, again and again, under load', () => {
  it('the process lives, fails no more than was under way, and loses nothing it acknowledged', async () => {
    const load = proef.load(server, 6);
    let ended = 0;
    for (let round = 0; round < 5; round += 1) {
      await pause(100 + round * 40);
      const { rowCount } = await proef.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename = 'wlz_app' and pid <> pg_backend_pid()`,
      );
      ended += rowCount ?? 0;
    }
    const answers = await load.stop();
    take(answers);
    expect(server.child.exitCode === null ? '' : server.complaints.join('\n')).toBe('');
    expect(unexpected(answers)).toEqual([]);
    expect(answers.filter(({ status }) => status !== 200).length).toBeLessThanOrEqual(ended);
    await recovers();
    expect(await proef.findings(acknowledged)).toEqual(NOTHING_LOST);
  });
});

describe('F5: a line on which nothing arrives any more', () => {
  it('is given up in seconds, in neutral words; afterwards everything works as before', async () => {
    await Promise.all(Array.from({ length: 10 }, () => proef.list(server)));
    line.zet('zwart gat');
    const begun = performance.now();
    const asked = await Promise.all([
      ...Array.from({ length: 6 }, () => proef.list(server)),
      ...Array.from({ length: 6 }, () => proef.contact(server)),
    ]);
    expect(performance.now() - begun).toBeLessThan(20_000);
    expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 503));
    expect(unexpected(asked)).toEqual([]);
    expect(await proef.health(server, 'gezond')).toBe(200);
    line.zet('dicht');
    line.zet('open');
    await recovers();
    expect(await proef.findings(acknowledged)).toEqual(NOTHING_LOST);
  });
});

describe('F4: a database that is not there', () => {
  it('alive but not ready, neutral answers, and back without a restart', async () => {
    const load = proef.load(server, 4);
    line.zet('dicht');
    await until(async () => (await proef.health(server, 'gereed')) === 503, 'not ready');
    const asked = [await proef.list(server), await proef.contact(server)];
    expect(asked.map(({ status }) => status)).toEqual([503, 503]);
    expect(unexpected(asked)).toEqual([]);
    expect(await proef.health(server, 'gezond')).toBe(200);
    line.zet('open');
    await until(async () => (await proef.health(server, 'gereed')) === 200, 'ready again', 5_000);
    take(await load.stop());
    await recovers();
    expect(await proef.findings(acknowledged)).toEqual(NOTHING_LOST);
  });
});

describe('F7: two hundred people on ten connections', () => {
  it('all get an answer, in a fair queue, and nothing stays open', async () => {
    const asked = await Promise.all(Array.from({ length: 200 }, () => proef.list(server)));
    expect(unexpected(asked)).toEqual([]);
    expect(asked.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    await recovers();
    await proef.quiet();
  });
});

describe('F1: a process that is killed at a moment by chance, under load', () => {
  it(`${KILLS} times: all or nothing, with its log line, and what was acknowledged stays`, async () => {
    const restarts: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const load = proef.load(server, 6);
      await until(() => Promise.resolve(load.answers.length > 3), 'people are at work');
      await pause(((kill * 37) % 50) * 8);
      await server.kill();
      take(await load.stop());
      const begun = performance.now();
      server = await startServerProcess(environment);
      restarts.push(performance.now() - begun);
      expect(await proef.findings(acknowledged)).toEqual(NOTHING_LOST);
    }
    expect((await proef.list(server)).status).toBe(200);
    // Nothing that the dead one left behind is waited for. The tests share their machine, so one of them may be slow.
    expect(Math.min(...restarts)).toBeLessThan(RESTART_MS);
    expect(Math.max(...restarts)).toBeLessThan(10 * RESTART_MS);
  }, 1_800_000);
});

describe('F2: told to stop while fifty changes are under way', () => {
  it('says that it is not ready, then takes nothing more, finishes or refuses each, and ends', async () => {
    await server.stop();
    server = await startServerProcess({ ...environment, WLZ_AFMELDTIJD: '2' });
    expect(await proef.health(server, 'gereed')).toBe(200);
    const asked = Array.from({ length: 50 }, () => proef.contact(server));
    await Promise.race(asked);
    const exit = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    // Who comes while it says goodbye is still helped.
    const seen = await watchGoodbye(server, (blik) => {
      if (blik === 503) asked.push(proef.contact(server));
    });
    expect(seen.filter((blik) => blik !== 200)).toEqual([503, 'neemt niets aan']);
    expect(seen.lastIndexOf(200)).toBeLessThan(1);
    expect(await exit).toEqual([0, null]);
    const answers = await Promise.all(asked);
    take(answers);
    expect(answers).toHaveLength(51);
    expect(unexpected(answers)).toEqual([]);
    expect(answers.filter(({ status }) => status === null)).toEqual([]);
    expect(await proef.findings(acknowledged)).toEqual(NOTHING_LOST);
  });
});
