import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createClock, loadConfig, type Config } from '../../../src/config/index.js';
import { createServer } from '../../../src/main.js';
import { issueDevelopmentToken } from '../../../src/modules/toegang/index.js';
import { createLog } from '../../../src/platform/logging/index.js';
import { Taakregister, Taakrunner } from '../../../src/platform/scheduling/index.js';
import { post, startTestApp, type TestApp } from '../../support/app.js';

/** A run of everything, with the technical log as talkative as it gets. */
jest.setTimeout(240_000);
const NAAM = 'Kanarievogel';
const GEZONDHEID = 'suikerziekte-kanarie';
const TODAY = '2026-11-01';

let planted: TestApp;
let superuser: pg.Client;
let app: NestFastifyApplication;
let folder: string;
let url: string;
let bsn: string;
let clientID: string;
let token: (rol: 'ZORGKANTOOR' | 'LOGBEHEERDER' | 'BEHEERDER') => Promise<string>;
const technical: string[] = [];
const answers: string[] = [];

beforeAll(async () => {
  planted = await startTestApp(TODAY);
  await planted.takeInDemoData({ clients: 60, seed: 11, asof: TODAY });
  superuser = new pg.Client({ connectionString: planted.database.superuserUrl });
  await superuser.connect();
  const { rows } = await superuser.query<{ bsn: string; client_id: string }>(
    `update client set geslachtsnaam = $1, commentaar = $2
     where client_id = (select client_id from wachtlijstplaats where zorgkantoor = '5516' order by 1 limit 1)
     returning bsn, client_id`,
    [NAAM, GEZONDHEID],
  );
  [bsn, clientID] = [rows[0]?.bsn ?? '', rows[0]?.client_id ?? ''];
  folder = await mkdtemp(join(tmpdir(), 'wlz-regie-kanarie-'));
  const config: Config = loadConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'trace',
    DATABASE_URL: planted.database.url,
    WLZ_DATA: folder,
    WLZ_VANDAAG: TODAY,
  });
  const log = createLog('trace', { write: (line) => technical.push(line) });
  app = await createServer({ config, clock: createClock(config), log, databaseUrl: planted.database.url });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
  token = (rol) =>
    issueDevelopmentToken(config, { sub: 'proef', rollen: [rol], uzovi: ['5516', '5517'], agb: null });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
  await superuser.end();
  await planted.close();
});

const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<string> => {
  const answer = await post(`${url}/graphql`, await token('ZORGKANTOOR'), { query, variables });
  const text = JSON.stringify(answer);
  if (answer.errors !== undefined) answers.push(text);
  return text;
};
const get = async (path: string): Promise<void> => {
  const headers = { authorization: `Bearer ${await token('ZORGKANTOOR')}` };
  answers.push(await (await fetch(`${url}${path}`, { headers })).text());
};

async function everything(): Promise<void> {
  const byBsn =
    'query ($f: ClientenFilterInput) { clienten(filter: $f) { edges { node { clientID bsn naam } } } }';
  expect(await ask(byBsn, { f: { bsn } })).toContain(bsn);
  expect(await ask(byBsn, { f: { naam: NAAM } })).toContain(NAAM);
  await ask('query ($id: UUID!) { client(id: $id) { clientID naam bsn commentaar } }', { id: clientID });
  await ask('{ wachtlijst(first: 100) { edges { node { client { naam bsn } } } } }');
  // A BSN and a name where they do not belong.
  await ask('query ($id: UUID!) { client(id: $id) { clientID } }', { id: bsn });
  await ask(`{ client(id: "${bsn}") { clientID } }`);
  await ask(`{ clienten(filter: { bsn: "${bsn}", naam: "${NAAM}" `);
  await ask(byBsn, { f: { bsn, naam: { [NAAM]: bsn } } });
  await ask(byBsn, { f: { bsn: `${bsn}0` } });
  await ask(
    'mutation ($i: UpdateClientgegevensInput!) { updateClientgegevens(input: $i) { ... on Weigering { melding } } }',
    { i: { clientID, gezienOp: '2020-01-01T00:00:00Z', commentaar: GEZONDHEID, taal: NAAM } },
  );
  for (const path of [
    `/${bsn}`,
    `/graphql?bsn=${bsn}&naam=${NAAM}`,
    `/inzagelog.xml?client=${bsn}&van=x&tot=y`,
  ])
    await get(path);
  // Texts of the database that quote a value.
  await superuser.query(`
    create function stuk() returns trigger language plpgsql as $$
      begin raise exception 'dubbel: (bsn)=(${bsn}) ${NAAM} ${GEZONDHEID}' using errcode = tg_argv[0]; end $$`);
  for (const [table, code] of [
    ['logregel', 'P0001'],
    ['logregel', '23505'],
    ['client', 'XX000'],
  ] as const) {
    await superuser.query(
      `create trigger stuk before insert or update on ${table} for each row execute function stuk('${code}')`,
    );
    await ask('query ($id: UUID!) { client(id: $id) { naam } }', { id: clientID });
    const { rows } = await superuser.query<{ gezien: string }>(
      `select to_char(geregistreerd_op, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as gezien from client where client_id = $1`,
      [clientID],
    );
    await ask(
      'mutation ($i: UpdateClientgegevensInput!) { updateClientgegevens(input: $i) { ... on Weigering { melding } } }',
      { i: { clientID, gezienOp: rows[0]?.gezien, commentaar: `${GEZONDHEID} 2` } },
    );
    await superuser.query(`drop trigger stuk on ${table}`);
  }
  const runner = app.get(Taakrunner, { strict: false });
  for (const taak of app.get(Taakregister, { strict: false }).all()) await runner.runDag(taak, TODAY);
}

it('leaves no name, BSN or word about health in the technical log, errors, addresses, messages or the log', async () => {
  await everything();
  const canaries = [bsn, NAAM, GEZONDHEID];
  const holds = (text: string): string[] => canaries.filter((canary) => text.includes(canary));
  expect(technical.length).toBeGreaterThan(10);
  expect(technical.filter((line) => holds(line).length > 0)).toEqual([]);
  expect(answers.length).toBeGreaterThan(10);
  expect(answers.filter((text) => holds(text).length > 0)).toEqual([]);
  // The two facts of care may not stand in what is kept beside the register either.
  for (const table of ['logregel', 'bericht', 'taakrun', 'idempotentie']) {
    const { rows } = await superuser.query<{ rij: string }>(
      `select to_jsonb(t)::text as rij from ${table} t`,
    );
    const wrong = rows.filter(({ rij }) => rij.includes(bsn) || rij.includes(GEZONDHEID));
    expect([table, wrong]).toEqual([table, []]);
  }
});
