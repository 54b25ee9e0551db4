/**
 * What the office does all day, on a large register: `node --import @swc-node/register/esm-register bench/wachtlijst.ts`.
 * Ratios count; single figures tell more about the machine than about the program. See bench/README.md.
 */
import pg from 'pg';
import { startServerProcess } from '../test/support/server-process.js';
import { issueDevelopmentToken, type TokenRequest } from '../src/modules/toegang/index.js';
import { BEGIN, CLAIMS, PAGE } from './by-hand.sql.js';
import { startByHand } from './by-hand-process.js';
import { contactsToRecord } from './contacts-to-record.js';
import { Poster } from './http.js';
import { readOptions } from './options.js';
import {
  asking,
  CLIENT_BY_BSN,
  CONTACTVERPLICHTINGEN,
  RECORD_CONTACTMOMENT,
  WACHTLIJST,
  WACHTLIJST_COUNTED,
} from './questions.js';
import { execute, openBenchRegister, progress, TODAY } from './register.js';
import { compare, type Variant } from './rounds.js';

const REGIO = '5517';
const PAGE_SIZE = 50;

const options = readOptions();
const register = await openBenchRegister(options);
const byHand = await startByHand({ ...register.environment, DATABASE_URL: register.url });
const server = await startServerProcess(register.environment);
const app = new Poster(server.url, options.connections);
const hand = new Poster(byHand.url, options.connections);
const pool = new pg.Pool({ connectionString: register.url, max: options.connections });
const bareClients: pg.PoolClient[] = [];
try {
  await measureAll();
} finally {
  app.close();
  hand.close();
  for (const client of bareClients) client.release(true);
  await pool.end();
  await server.stop();
  await byHand.stop();
  await register.close();
}

async function measureAll(): Promise<void> {
  const { agb } = await largestDossierhouder();
  const medewerker = await token({
    sub: 'bench',
    rollen: ['ZORGKANTOOR'],
    uzovi: ['5516', REGIO],
    agb: null,
  });
  const houder = await token({ sub: 'bench', rollen: ['ZORGAANBIEDER'], uzovi: [], agb });
  const page = { filter: { zorgkantoor: REGIO }, first: PAGE_SIZE };
  const asked = asking(WACHTLIJST, page);
  await assertSameAnswer(medewerker, asked);

  const inApp = (name: string, bearer: string, body: string): Variant => ({
    name,
    once: () => app.post(bearer, body),
    pid: server.child.pid,
  });
  const bare = await bareSql();
  await compare(
    `waiting list, ${PAGE_SIZE} rows`,
    [
      inApp('program', medewerker, asked),
      { name: 'by hand (fastify, pg)', once: () => hand.post(medewerker, asked), pid: byHand.pid },
      bare,
    ],
    options,
  );
  const deep = await cursorAfter(medewerker, 0.8);
  await compare(
    'other questions',
    [
      inApp('list of one region, page 1', medewerker, asked),
      inApp('same, at four fifths', medewerker, asking(WACHTLIJST, { ...page, after: deep })),
      inApp('same, with totalCount', medewerker, asking(WACHTLIJST_COUNTED, page)),
      inApp('list without filter', medewerker, asking(WACHTLIJST, { first: PAGE_SIZE })),
      inApp('list as zorgaanbieder', houder, asking(WACHTLIJST, { first: PAGE_SIZE })),
      inApp('client by BSN', medewerker, asking(CLIENT_BY_BSN, { bsn: await anyBsn() })),
      inApp('contactverplichtingen, region', medewerker, asking(CONTACTVERPLICHTINGEN, page)),
      inApp('same, as zorgaanbieder', houder, asking(CONTACTVERPLICHTINGEN, { first: PAGE_SIZE })),
      await recording(houder, agb),
    ],
    options,
  );
}

/** One statement and its rows, on connections that are in their frame already: what PostgreSQL itself takes. */
async function bareSql(): Promise<Variant> {
  const clients = await Promise.all(Array.from({ length: options.connections }, () => pool.connect()));
  bareClients.push(...clients);
  for (const client of clients) {
    await client.query(BEGIN);
    await client.query(CLAIMS, ['bench', 'ZORGKANTOOR', `5516,${REGIO}`, '', TODAY, `${TODAY}T08:00:00Z`]);
    await client.query(`set local idle_in_transaction_session_timeout = 0`);
  }
  return {
    name: 'bare SQL, no frame, no HTTP',
    once: async (worker) =>
      clients[worker]?.query({ name: 'page', text: PAGE, values: [['6', '7', '2'], REGIO, PAGE_SIZE + 1] }),
  };
}

async function assertSameAnswer(bearer: string, body: string): Promise<void> {
  const [program, written] = [await app.post(bearer, body), await hand.post(bearer, body)];
  if (program !== written)
    throw new Error(`The answers differ:\n${program.slice(0, 900)}\n${written.slice(0, 900)}`);
  progress(`the same answer from both: ${program.length} bytes`);
}

/** The cursor of the row at this share of the region's list. */
async function cursorAfter(bearer: string, share: number): Promise<string> {
  const ask = async (query: string, variables: object) => {
    const body = JSON.parse(await app.post(bearer, asking(query, { ...variables }))) as {
      data: { wachtlijst: { totalCount: number; pageInfo: { endCursor: string } } };
    };
    return body.data.wachtlijst;
  };
  const page = { filter: { zorgkantoor: REGIO }, first: 100 };
  const pages = Math.max(1, Math.floor(((await ask(WACHTLIJST_COUNTED, page)).totalCount * share) / 100));
  let after: string | undefined;
  for (let n = 0; n < pages; n += 1) after = (await ask(WACHTLIJST, { ...page, after })).pageInfo.endCursor;
  return after ?? '';
}

async function recording(bearer: string, agb: string): Promise<Variant> {
  const inputs = contactsToRecord(register.superuserUrl, agb);
  const next = await inputs;
  return {
    name: 'recordContactmoment',
    once: async () => {
      const answer = await app.post(bearer, asking(RECORD_CONTACTMOMENT, { input: next() }));
      if (!answer.includes('"Contactmoment"')) throw new Error(answer);
    },
    pid: server.child.pid,
  };
}

async function largestDossierhouder(): Promise<{ agb: string }> {
  const [row] = await execute<{ agb: string }>(
    register.superuserUrl,
    `select instelling as agb from regiehouder where regierol = '2' group by 1 order by count(*) desc, 1 limit 1`,
  );
  return row ?? { agb: '' };
}

async function anyBsn(): Promise<string> {
  const [row] = await execute<{ bsn: string }>(
    register.superuserUrl,
    `select c.bsn from wachtlijstplaats w join client c using (client_id) where w.zorgkantoor = '${REGIO}' limit 1`,
  );
  return row?.bsn ?? '';
}

function token(request: TokenRequest): Promise<string> {
  return issueDevelopmentToken(register.config, request);
}
