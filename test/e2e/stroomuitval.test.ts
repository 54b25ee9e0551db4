import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { loadConfig } from '../../src/config/index.js';
import { issueDevelopmentToken } from '../../src/modules/toegang/index.js';
import { post } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';

const TODAY = '2026-11-01';
const MUTATION = `mutation ($input: RecordContactmomentInput!) {
  recordContactmoment(input: $input) { __typename ... on Weigering { melding } } }`;

let database: TestDatabase;
let folder: string;
let environment: NodeJS.ProcessEnv;
let owner: pg.Client;
let server: ServerProcess;
let duties: { bemiddeling_id: string; instelling: string }[];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'wlz-regie-uitval-'));
  environment = {
    DATABASE_URL: database.url,
    DATABASE_BEHEER_URL: database.superuserUrl,
    WLZ_DATA: folder,
    WLZ_VANDAAG: TODAY,
  };
  server = await startServerProcess(environment);
  owner = new pg.Client({ connectionString: database.superuserUrl });
  await owner.connect();
  const { rows } = await owner.query<{ bemiddeling_id: string; instelling: string }>(
    `select r.bemiddeling_id, r.instelling from regiehouder r
     where r.regierol = '2' and r.ingangsdatum <= $1 and r.einddatum is null
       and exists (select from bemiddelingspecificatie s where s.bemiddeling_id = r.bemiddeling_id and s.toewijzing_einddatum is null)
     order by r.bemiddeling_id limit 40`,
    [TODAY],
  );
  duties = rows;
});

afterAll(async () => {
  await server.stop();
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function record(index: number, vorm: string): Promise<string> {
  const duty = duties[index];
  if (duty === undefined) throw new Error('no such duty');
  const config = loadConfig({ NODE_ENV: 'test', ...environment });
  const token = await issueDevelopmentToken(config, {
    sub: 'proef',
    rollen: ['ZORGAANBIEDER'],
    uzovi: [],
    agb: duty.instelling,
  });
  const input = {
    bemiddelingID: duty.bemiddeling_id,
    datum: TODAY,
    regierol: 'DOSSIERHOUDER',
    met: 'CLIENT',
    vorm,
    gesproken: true,
  };
  const { data } = await post<{ recordContactmoment: { __typename: string } }>(server.url, token, {
    query: MUTATION,
    variables: { input },
  });
  return data.recordContactmoment.__typename;
}

async function count(sql: string): Promise<number> {
  const { rows } = await owner.query<{ n: string }>(`select count(*) as n from ${sql}`);
  return Number(rows[0]?.n);
}

/** Waits, with a bound, until the database says so. */
async function until(sql: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if ((await count(sql)) > 0) return;
    await pause(25);
  }
  throw new Error(`did not come true: ${sql}`);
}

describe('a server that is killed', () => {
  it('in the middle of a mutation has stored nothing of it, and the next start works', async () => {
    await owner.query(`
      create function proef_traag() returns trigger language plpgsql as $$ begin perform pg_sleep(3); return new; end $$;
      create trigger proef_traag after insert on contactmoment for each row execute function proef_traag()`);
    const before = [
      await count('contactmoment'),
      await count(`logregel where operatie = 'recordContactmoment'`),
    ];
    const answer = record(0, 'TELEFOON').catch(() => 'geen antwoord');
    await until(`pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`);
    await server.kill();
    expect(await answer).toBe('geen antwoord');
    await until(
      `(select 1 where not exists (select from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()))`,
    );
    await owner.query('drop trigger proef_traag on contactmoment; drop function proef_traag()');
    expect([
      await count('contactmoment'),
      await count(`logregel where operatie = 'recordContactmoment'`),
    ]).toEqual(before);

    server = await startServerProcess(environment);
    expect(await record(0, 'TELEFOON')).toBe('Contactmoment');
  });

  it('under load keeps what it acknowledged, and a log line with every contact', async () => {
    const before = await count('contactmoment');
    const acknowledged = duties.map((_, index) => record(index, 'HUISBEZOEK').catch(() => 'geen antwoord'));
    await Promise.race(acknowledged);
    await server.kill();
    const confirmed = (await Promise.all(acknowledged)).filter((answer) => answer === 'Contactmoment').length;
    await until(
      `(select 1 where not exists (select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'))`,
    );
    const stored = (await count('contactmoment')) - before;
    expect(stored).toBeGreaterThanOrEqual(confirmed);
    const created = `logregel where operatie = 'recordContactmoment' and actie = 'C' and resultaat = 1`;
    expect(await count(created)).toBe(stored + 1);
    server = await startServerProcess(environment);
    expect(await record(1, 'BEELDBELLEN')).toBe('Contactmoment');
  });
});
