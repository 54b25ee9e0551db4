/**
 * A page of the werkvoorraad of an office and of a provider, with 59,500 allocations in two regions:
 * `node --import @swc-node/register/esm-register bench/werkvoorraad.ts`. See bench/README.md.
 */
import pg from 'pg';
import { issueDevelopmentToken } from '../src/modules/toegang/index.js';
import { startServerProcess } from '../test/support/server-process.js';
import { Poster } from './http.js';
import { readOptions } from './options.js';
import { asking } from './questions.js';
import { execute, openBenchRegister, progress } from './register.js';
import { compare, type Variant } from './rounds.js';
import { WERK } from './werkvoorraad.sql.js';

const REGIO = '5516';
const AGB = '99000001';
const WERKVOORRAAD = `query ($filter: WerkvoorraadFilterInput) {
  werkvoorraad(filter: $filter, first: 50) {
    edges { node { soort voor zorgkantoor instelling clientID bronID sinds uiterlijk status regel reden } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const COUNTED = WERKVOORRAAD.replace('pageInfo', 'totalCount pageInfo');

const options = { ...readOptions(), clients: 60 };
const register = await openBenchRegister(options);
let stop = async (): Promise<void> => Promise.resolve();
try {
  await fill();
  const server = await startServerProcess(register.environment);
  stop = () => server.stop();
  const app = new Poster(server.url, options.connections);
  const kantoor = await issueDevelopmentToken(register.config, {
    sub: 'bench',
    rollen: ['ZORGKANTOOR'],
    uzovi: ['5516', '5517'],
    agb: null,
  });
  const aanbieder = await issueDevelopmentToken(register.config, {
    sub: 'bench',
    rollen: ['ZORGAANBIEDER'],
    uzovi: [],
    agb: AGB,
  });
  const questions: readonly (readonly [name: string, token: string, query: string, filter: object])[] = [
    ['zorgkantoor: one region', kantoor, WERKVOORRAAD, { zorgkantoor: REGIO }],
    ['zorgkantoor: one region, counted', kantoor, COUNTED, { zorgkantoor: REGIO }],
    ['zorgkantoor: both regions', kantoor, WERKVOORRAAD, {}],
    ['zorgkantoor: to allocate', kantoor, WERKVOORRAAD, { zorgkantoor: REGIO, soort: ['TOEWIJZEN'] }],
    ['zorgaanbieder: own', aanbieder, WERKVOORRAAD, { instelling: AGB }],
    ['zorgaanbieder: own, counted', aanbieder, COUNTED, {}],
  ];
  const variants: Variant[] = [];
  for (const [name, token, query, filter] of questions) {
    const body = asking(query, { filter });
    const answer = await app.post(token, body);
    if (answer.includes('"errors"') || !answer.includes('"hasNextPage":true'))
      throw new Error(`${name}: ${answer.slice(0, 300)}`);
    variants.push({ name, once: () => app.post(token, body), pid: server.child.pid });
  }
  await compare('page of 50 of the werkvoorraad', variants, options);
  app.close();
} finally {
  await stop();
  await register.close();
}

async function fill(): Promise<void> {
  const [known] = await execute<{ n: number }>(
    register.superuserUrl,
    'select count(*)::int as n from toegangsrecht',
  );
  if ((known?.n ?? 0) > 50_000) return;
  progress('59,500 allocations …');
  const client = new pg.Client({ connectionString: register.superuserUrl });
  await client.connect();
  try {
    for (const statement of WERK) await client.query(statement);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
