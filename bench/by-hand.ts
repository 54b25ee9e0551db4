/**
 * The waiting list as one endpoint by hand: Fastify, `pg` and three statements in the frame of the program (role,
 * claims, the data, the log, commit). Gives the very answer the program gives, for the one question it knows.
 * Started by bench/wachtlijst.ts with the address of the database and the folder of the development key.
 */
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { createLocalJWKSet, jwtVerify } from 'jose';
import pg from 'pg';
import { createClock, loadConfig } from '../src/config/index.js';
import { naamOf } from '../src/modules/client/index.js';
import { developmentKey, publicHalf } from '../src/modules/toegang/tokens/development-key.js';
import { WACHTSTATUSSEN } from '../src/modules/wachtlijst/index.js';
import { encodeCursor } from '../src/platform/graphql/cursor.js';
import { BEGIN, CLAIMS, LOG, PAGE } from './by-hand.sql.js';

interface PageRow {
  readonly [column: string]: string | number | null;
}

interface Question {
  readonly variables: { readonly filter: { readonly zorgkantoor: string }; readonly first: number };
}

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
const config = loadConfig();
const clock = createClock(config);
const pool = new pg.Pool({ connectionString: config.DATABASE_URL, max: 10, options: '-c timezone=UTC' });
const keys = createLocalJWKSet({ keys: [publicHalf(await developmentKey(config.dataFolder))] });
const STATUSSEN = ['6', '7', '2'];
/** The version of the order that this endpoint has built in. */
const BELEID = 1;
const NAAM_VAN_STATUS = new Map<unknown, string>(WACHTSTATUSSEN.map(({ code, naam }) => [code, naam]));

const server = Fastify({ genReqId: () => randomUUID() });
server.post<{ Body: Question }>('/graphql', async (request, reply) => {
  const token = (request.headers.authorization ?? '').slice('Bearer '.length);
  const { payload } = await jwtVerify(token, keys, { algorithms: ['ES256'], requiredClaims: ['sub', 'exp'] });
  const { filter, first } = request.body.variables;
  const sub = payload.sub ?? '';
  const uzovi = (payload['uzovi'] as string[]).join(',');
  const now = clock.now();
  const client = await pool.connect();
  let rows: PageRow[];
  try {
    await client.query(BEGIN);
    const claims = [sub, 'ZORGKANTOOR', uzovi, '', clock.today(), now];
    await client.query({ name: 'claims', text: CLAIMS, values: claims });
    const asked = [STATUSSEN, filter.zorgkantoor, first + 1];
    ({ rows } = await client.query<PageRow>({ name: 'page', text: PAGE, values: asked }));
    const clients = [...new Set(rows.slice(0, first).map((row) => row['client_id']))];
    const lines = [
      ...[request.id, sub, 'ZORGKANTOOR', uzovi, 'wachtlijst'],
      ['E', ...clients.map(() => 'R')],
      [null, ...clients],
      [JSON.stringify(filter), ...clients.map(() => null)],
      ...[payload.iss, request.ip],
    ];
    await client.query({ name: 'log', text: LOG, values: lines });
    await client.query('commit');
  } finally {
    client.release();
  }
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer(rows, first)));
});
process.on('SIGTERM', () => void server.close().then(() => pool.end()));
console.log(`luistert op ${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`);

function answer(rows: readonly PageRow[], first: number): unknown {
  const page = rows.slice(0, first);
  const edges = page.map((row) => ({ node: nodeOf(row) }));
  const last = page.at(-1);
  const endCursor =
    last === undefined
      ? null
      : encodeCursor([
          BELEID,
          ...[
            'rang',
            'normklok_van',
            'toewijzing_ingangsdatum',
            'afgiftedatum',
            'bemiddelingspecificatie_id',
          ].map((column) => last[column] ?? null),
        ]);
  return { data: { wachtlijst: { edges, pageInfo: { hasNextPage: rows.length > first, endCursor } } } };
}

function nodeOf(row: PageRow): unknown {
  const text = (column: string): string | null => row[column] as string | null;
  return {
    positie: row['positie'],
    bemiddelingspecificatieID: row['bemiddelingspecificatie_id'],
    bemiddelingID: row['bemiddeling_id'],
    indicatieID: row['wlz_indicatie_id'],
    instelling: row['instelling'],
    zorgkantoor: row['zorgkantoor'],
    sector: row['sector'],
    zzpCode: row['zzp_code'],
    wachtstatus: NAAM_VAN_STATUS.get(row['leveringsstatus']),
    wachtstatusCode: row['leveringsstatus'],
    classificatie: row['classificatie'],
    statusIngangsdatum: row['status_ingangsdatum'],
    toewijzingIngangsdatum: row['toewijzing_ingangsdatum'],
    client: {
      clientID: row['client_id'],
      naam: naamOf({
        geslachtsnaam: text('geslachtsnaam'),
        voorvoegselGeslachtsnaam: text('voorvoegsel_geslachtsnaam'),
        partnernaam: text('partnernaam'),
        voorvoegselPartnernaam: text('voorvoegsel_partnernaam'),
        voornamen: text('voornamen'),
        voorletters: text('voorletters'),
        roepnaam: text('roepnaam'),
        naamgebruik: text('naamgebruik'),
      }),
      geboortedatum: row['geboortedatum'],
    },
    zorgaanbieder: {
      agbCode: row['instelling'],
      naam: row['zorgaanbieder_naam'],
      telefoonnummer: row['telefoonnummer'],
    },
    dossierhouder: holder(row, 'd'),
    coordinatorZorgThuis: holder(row, 'k'),
    laatsteContact:
      row['l_id'] === null
        ? null
        : { contactmomentID: row['l_id'], datum: row['l_datum'], met: row['l_met'], vorm: row['l_vorm'] },
  };
}

function holder(row: PageRow, letter: 'd' | 'k'): unknown {
  const id = row[`${letter}_id`];
  if (id === null) return null;
  return {
    regiehouderID: id,
    instelling: row[`${letter}_instelling`],
    ingangsdatum: row[`${letter}_ingangsdatum`],
  };
}
