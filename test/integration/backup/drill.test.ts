import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClock, loadConfig } from '../../../src/config/index.js';
import { createServer } from '../../../src/main.js';
import { createLog } from '../../../src/platform/logging/index.js';
import { post, startTestApp, type TestApp } from '../../support/app.js';
import type { TestDatabase } from '../../support/database.js';
import { createEmptyDatabase } from '../../support/leeg.js';
import { deedsIn, rowsBesideLog, run, schemaOf, sequencesOf, sql } from './drill.js';

const LIST = `{ wachtlijst(first: 25) { totalCount edges { node { positie wachtstatus
  client { clientID naam } zorgaanbieder { naam } dossierhouder { instelling } } } } }`;

let app: TestApp;
let folder: string;
let file: string;
let target: TestDatabase;

beforeAll(async () => {
  app = await startTestApp();
  await app.takeInDemoData({ seed: 7, asof: '2026-11-01', clients: 60 });
  folder = await mkdtemp(join(tmpdir(), 'wlz-regie-backup-'));
  file = join(folder, 'register.wlz');
  target = await createEmptyDatabase();
});

afterAll(async () => {
  await app.close();
  await target.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('F25: the drill', () => {
  it('the register comes back from one file: rows, schema, policies, rights, triggers and sequences', async () => {
    const made = await run('backup', app.database, ['--out', file]);
    expect(made).toMatchObject({ told: '', code: 0, result: { versleuteld: false } });
    const back = await run('restore', target, [file]);
    expect(back).toMatchObject({ code: 0, result: { gecontroleerd: true, rijen: made.result?.rijen } });
    const rows = await rowsBesideLog(app.database);
    expect(Number(rows.client?.split(' ')[0])).toBe(60);
    expect(await rowsBesideLog(target)).toEqual(rows);
    const log = `select md5(string_agg(l::text, '' order by logregel_id)) from logregel l where gebeurtenis <> 'B20'`;
    expect(await sql(target, log)).toEqual(await sql(app.database, log));
    expect(await schemaOf(target)).toEqual(await schemaOf(app.database));
    // The code lists were offered again after it, and that uses numbers up.
    const stood = await sequencesOf(app.database);
    expect((await sequencesOf(target)).map(({ last }, index) => last >= (stood[index]?.last ?? 0))).toEqual(
      stood.map(() => true),
    );
  });

  it('both stand in the log, on somebody’s behalf; what comes back knows of which backup it is', async () => {
    const [made, ...more] = await deedsIn(app.database);
    expect(more).toEqual([]);
    expect(made).toMatchObject({ gebeurtenis: 'B10', gebruiker: 'proces:backup', resultaat: 1 });
    expect(made).toMatchObject({ verantwoordelijke: 'de functionaris', wat: { versleuteld: false } });
    const [own, back] = await deedsIn(target);
    expect(own).toEqual(made);
    expect(back).toMatchObject({ gebeurtenis: 'B20', gebruiker: 'proces:restore', resultaat: 1 });
    expect(back?.verantwoordelijke).toBe('de functionaris');
    expect(back?.wat).toEqual({ gemaaktOp: expect.stringMatching(/Z$/), rijen: expect.any(Number) });
  });

  it('a server starts on it, answers the same, and goes on counting where the other stood', async () => {
    const environment = { NODE_ENV: 'test', LOG_LEVEL: 'silent', WLZ_DATA: app.config.dataFolder };
    const config = loadConfig({
      ...environment,
      DATABASE_URL: target.url,
      DATABASE_BEHEER_URL: target.superuserUrl,
      WLZ_VANDAAG: '2026-11-01',
    });
    const clock = createClock(config);
    const second = await createServer({ config, clock, log: createLog('silent'), databaseUrl: target.url });
    try {
      await second.listen(0, '127.0.0.1');
      const token = await app.medewerker();
      const answer = await post(`${await second.getUrl()}/graphql`, token, { query: LIST });
      expect(answer.errors).toBeUndefined();
      expect(answer).toEqual(await app.graphql(token, LIST));
    } finally {
      await second.close();
    }
    const last = `select max(logregel_id)::int as n from logregel`;
    const [own] = await sql<{ n: number }>(app.database, last);
    // One more: that it was put back.
    expect(await sql(target, last)).toEqual([{ n: (own?.n ?? 0) + 1 }]);
  });

  it('the file is its owner’s alone, and compressed', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const [client] = await sql<{ bsn: string }>(
      app.database,
      'select bsn from client where bsn is not null limit 1',
    );
    expect((await readFile(file)).includes(client?.bsn ?? '')).toBe(false);
  });
});
