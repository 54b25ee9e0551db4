/**
 * A page of the list of today, and of a day in the past as it was known then, with 50,000 waiting places and five years
 * behind them: `node --import @swc-node/register/esm-register bench/tijdreis.ts`. See bench/README.md.
 */
import pg from 'pg';
import { issueDevelopmentToken } from '../src/modules/toegang/index.js';
import { startServerProcess } from '../test/support/server-process.js';
import { CLAIMS, PAGE } from './by-hand.sql.js';
import { FIVE_YEARS } from './five-years.sql.js';
import { Poster } from './http.js';
import { readOptions } from './options.js';
import { asking, WACHTLIJST } from './questions.js';
import { execute, openBenchRegister, progress, TODAY } from './register.js';
import { compare, type Variant } from './rounds.js';

const REGIO = '5517';
const PLACES = 50_000;
const PAGE_SIZE = 50;
const OP = '2024-11-01';
const MOMENT = '2024-11-05T12:00:00.000Z';

const REGIEHOUDER = 'regiehouder_id, bemiddeling_id, instelling, regierol, ingangsdatum, einddatum';
const CONTACT =
  'contactmoment_id, bemiddeling_id, instelling, regierol, datum, met, vorm, gesproken, ingetrokken';
const PLAATS = `bemiddelingspecificatie_id, van, tot, leveringsstatus, classificatie, status_ingangsdatum, rang,
  normklok_van, bemiddeling_id, client_id, wlz_indicatie_id, zorgkantoor, instelling, sector, zzp_code,
  toewijzing_ingangsdatum, afgiftedatum`;

/** What of a table and its history was known at $5. */
function known(table: string, columns: string): string {
  return `(select ${columns} from ${table} where geregistreerd_op <= $5::timestamptz
    union all select ${columns} from ${table}_historie
    where geregistreerd_op <= $5::timestamptz and vervangen_op > $5::timestamptz)`;
}

/** The page as somebody would write it who asks of a day ($4) as it was known at a moment ($5), with today's rights. */
const PAGE_THEN = PAGE.replaceAll('(select app_vandaag())', '$4::date')
  .replace(
    'from wachtlijstplaats w',
    `from (select ${PLAATS} from wachtlijstplaats_historie
    where bekend_van <= $5::timestamptz and bekend_tot > $5::timestamptz) w`,
  )
  .replace('from contactmoment m', `from ${known('contactmoment', CONTACT)} m`)
  .replaceAll('from regiehouder r', `from ${known('regiehouder', REGIEHOUDER)} r`);

const options = { ...readOptions(), clients: 60 };
const register = await openBenchRegister(options);
const pool = new pg.Pool({ connectionString: register.url, max: options.connections });
const bareClients: pg.PoolClient[] = [];
let stop = async (): Promise<void> => Promise.resolve();
try {
  await fill();
  const server = await startServerProcess(register.environment);
  stop = () => server.stop();
  const app = new Poster(server.url, options.connections);
  const bearer = await issueDevelopmentToken(register.config, {
    sub: 'bench',
    rollen: ['ZORGKANTOOR'],
    uzovi: ['5516', REGIO],
    agb: null,
  });
  const page = { filter: { zorgkantoor: REGIO }, first: PAGE_SIZE };
  const inApp = (name: string, variables: object): Variant => {
    const body = asking(WACHTLIJST, { ...variables });
    return { name, once: () => app.post(bearer, body), pid: server.child.pid };
  };
  await bare();
  const values = [['6', '7', '2'], REGIO, PAGE_SIZE + 1];
  await assertRows(await bareClients[0]?.query(PAGE_THEN, [...values, OP, MOMENT]));
  await compare(
    `today, ${PAGE_SIZE} of ${PLACES} places`,
    [
      { name: 'bare SQL, no frame, no HTTP', once: (worker) => ask(worker, 'today', PAGE, values) },
      inApp('program over HTTP', page),
    ],
    options,
  );
  await compare(
    `${OP} as known then, ${PAGE_SIZE} rows`,
    [
      {
        name: 'bare SQL, no frame, no HTTP',
        once: (worker) => ask(worker, 'then', PAGE_THEN, [...values, OP, MOMENT]),
      },
      inApp('program over HTTP', { ...page, op: OP, zoalsBekendOp: MOMENT }),
      inApp('program, today beside it', page),
    ],
    options,
  );
  app.close();
} finally {
  for (const client of bareClients) client.release(true);
  await pool.end();
  await stop();
  await register.close();
}

async function fill(): Promise<void> {
  const [known] = await execute<{ n: number }>(
    register.superuserUrl,
    'select count(*)::int as n from wachtlijstplaats where tot is null',
  );
  if ((known?.n ?? 0) >= PLACES) return;
  progress(`${PLACES} waiting places with five years behind them …`);
  const client = new pg.Client({ connectionString: register.superuserUrl });
  await client.connect();
  try {
    for (const statement of FIVE_YEARS) {
      await client.query(statement, statement.includes('$1') ? [PLACES] : []);
    }
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Connections that are in their frame already: what PostgreSQL itself takes. */
async function bare(): Promise<void> {
  for (let count = 0; count < options.connections; count += 1) {
    const client = await pool.connect();
    bareClients.push(client);
    await client.query('begin isolation level repeatable read; set local role wlz_zorgkantoor_lezer');
    await client.query(CLAIMS, ['bench', 'ZORGKANTOOR', `5516,${REGIO}`, '', TODAY, `${TODAY}T08:00:00Z`]);
    await client.query(`set local idle_in_transaction_session_timeout = 0`);
  }
}

function ask(worker: number, name: string, text: string, values: unknown[]): Promise<unknown> {
  const client = bareClients[worker];
  if (client === undefined) throw new Error('no connection for this worker');
  return client.query({ name, text, values });
}

async function assertRows(result: pg.QueryResult | undefined): Promise<void> {
  if (result?.rowCount !== PAGE_SIZE + 1)
    throw new Error('the past page is not full: the years were not written');
  return Promise.resolve();
}
