/**
 * What the third wall costs: the lists of a zorgkantoor and of a zorgaanbieder, with row level security and without it, in
 * one run. `node --import @swc-node/register/esm-register bench/wanden.ts`. See bench/README.md.
 */
import pg from 'pg';
import { issueDevelopmentToken } from '../src/modules/toegang/index.js';
import { startServerProcess } from '../test/support/server-process.js';
import { databaseCpu } from './database-cpu.js';
import { Poster } from './http.js';
import { readOptions } from './options.js';
import { asking, CLIENT_BY_BSN, CONTACTVERPLICHTINGEN, WACHTLIJST, WACHTLIJST_COUNTED } from './questions.js';
import { execute, openBenchRegister } from './register.js';
import { compare, type Measured, type Variant } from './rounds.js';

const REGIO = '5517';
const PAGE_SIZE = 50;
const CLIENT_BY_NAME = CLIENT_BY_BSN.replace('$bsn: String!', '$naam: String!').replace(
  'bsn: $bsn',
  'naam: $naam',
);

const options = readOptions();
const register = await openBenchRegister(options);
const beheer = new pg.Client({ connectionString: register.superuserUrl });
await beheer.connect();
const protectedTables = (
  await beheer.query<{ tabel: string }>(
    `select oid::regclass::text as tabel from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`,
  )
).rows.map(({ tabel }) => tabel);
const server = await startServerProcess(register.environment);
const app = new Poster(server.url, options.connections);
const database = await databaseCpu(register.superuserUrl);
try {
  await measureAll();
} finally {
  app.close();
  await wall(true);
  await database.close();
  await beheer.end();
  await server.stop();
  await register.close();
}

/** Puts the wall up, or takes it down: in this database, which is a measurement's own. */
async function wall(up: boolean): Promise<void> {
  for (const tabel of protectedTables) {
    await beheer.query(`alter table ${tabel} ${up ? 'enable' : 'disable'} row level security`);
  }
}

async function measureAll(): Promise<void> {
  const [houder] = await execute<{ agb: string }>(
    register.superuserUrl,
    `select instelling as agb from wachtlijstplaats where tot is null group by 1 order by count(*) desc, 1 limit 1`,
  );
  const [someone] = await execute<{ bsn: string; naam: string }>(
    register.superuserUrl,
    `select c.bsn, c.geslachtsnaam as naam from wachtlijstplaats w join client c using (client_id)
     where w.zorgkantoor = '${REGIO}' and w.instelling = '${houder?.agb ?? ''}' limit 1`,
  );
  const kantoor = await issueDevelopmentToken(register.config, {
    sub: 'bench',
    rollen: ['ZORGKANTOOR'],
    uzovi: ['5516', REGIO],
    agb: null,
  });
  const aanbieder = await issueDevelopmentToken(register.config, {
    sub: 'bench',
    rollen: ['ZORGAANBIEDER'],
    uzovi: [],
    agb: houder?.agb ?? '',
  });
  const page = { first: PAGE_SIZE };
  const region = { filter: { zorgkantoor: REGIO }, ...page };
  const own = { filter: { instelling: houder?.agb }, ...page };
  const questions: readonly (readonly [name: string, token: string, body: string])[] = [
    ['zorgkantoor: list of a region', kantoor, asking(WACHTLIJST, region)],
    ['zorgaanbieder: own list', aanbieder, asking(WACHTLIJST, own)],
    ['zorgkantoor: list without filter', kantoor, asking(WACHTLIJST, page)],
    ['zorgaanbieder: list without filter', aanbieder, asking(WACHTLIJST, page)],
    ['zorgkantoor: region, with totalCount', kantoor, asking(WACHTLIJST_COUNTED, region)],
    ['zorgaanbieder: with totalCount', aanbieder, asking(WACHTLIJST_COUNTED, page)],
    ['zorgkantoor: contactverplichtingen', kantoor, asking(CONTACTVERPLICHTINGEN, region)],
    ['zorgaanbieder: contactverplichtingen', aanbieder, asking(CONTACTVERPLICHTINGEN, page)],
    ['zorgkantoor: client by BSN', kantoor, asking(CLIENT_BY_BSN, { bsn: someone?.bsn })],
    ['zorgkantoor: clients by name', kantoor, asking(CLIENT_BY_NAME, { naam: someone?.naam })],
    ['zorgaanbieder: clients by name', aanbieder, asking(CLIENT_BY_NAME, { naam: someone?.naam })],
  ];
  for (const [name, token, body] of questions) {
    const answer = await app.post(token, body);
    if (answer.includes('"errors"')) throw new Error(`${name}: ${answer.slice(0, 300)}`);
  }
  const variant = ([name, token, body]: (typeof questions)[number], up: boolean): Variant => ({
    name: `${name}${up ? '' : ', wall down'}`,
    once: () => app.post(token, body),
    before: () => wall(up),
    pid: server.child.pid,
    database: () => database.read(),
  });
  const [office, provider, officeOpen, providerOpen] = await compare(
    'lists, all walls up',
    questions.slice(0, 4).map((question) => variant(question, true)),
    options,
  );
  printShare('own list', provider, office);
  printShare('list without filter', providerOpen, officeOpen);
  for (const question of questions)
    await compare(question[0], [variant(question, false), variant(question, true)], options);
  await compare(
    'all walls up',
    questions.map((question) => variant(question, true)),
    options,
  );
}

/** Goal: at most 1.5. */
function printShare(name: string, provider: Measured | undefined, office: Measured | undefined): void {
  if (provider === undefined || office === undefined) return;
  const cpu = (one: Measured): number => one.cpu + one.databaseCpu;
  const time = (office.perSecond / provider.perSecond).toFixed(2);
  console.log(
    `provider/office, ${name}: ${(cpu(provider) / cpu(office)).toFixed(2)} in CPU, ${time} in time`,
  );
}
