import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { issueDevelopmentToken } from '../../../src/modules/toegang/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { LOGBOEK_LEEG } from '../../support/logboek.js';

jest.setTimeout(120_000);
const LIST = '{ wachtlijst(first: 10) { edges { node { client { clientID } } } } }';
const CLIENT = 'query ($id: UUID!) { client(id: $id) { clientID } }';
const INZAGE = `query ($id: UUID!, $van: Date!, $tot: Date!, $first: Int, $after: String) {
  inzageLog(clientID: $id, van: $van, tot: $tot, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { code gebruiker rol organisatie grond clientID controles } } } }`;

interface Node {
  readonly code: string;
  readonly gebruiker: string;
  readonly clientID: string;
}
interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

let program: TestApp;
let superuser: pg.Client;
let medewerker: string;
let elders: string;
let keeper: string;
let clientID: string;
let periode: { van: string; tot: string };

beforeAll(async () => {
  program = await startTestApp();
  superuser = new pg.Client({ connectionString: program.database.superuserUrl });
  await superuser.connect();
  await program.takeInDemoData({ clients: 40, seed: 5, asof: '2026-11-01' });
  medewerker = await program.medewerker();
  elders = await program.medewerker(['5599']);
  keeper = await issueDevelopmentToken(program.config, {
    sub: 'proef-logbeheer',
    rollen: ['LOGBEHEERDER'],
    uzovi: [],
    agb: null,
  });
  const { data } = await program.graphql<{
    wachtlijst: { edges: { node: { client: { clientID: string } } }[] };
  }>(medewerker, LIST);
  clientID = data.wachtlijst.edges[0]?.node.client.clientID ?? '';
  // The log has the day of the database's clock, not of the program's.
  const { rows } = await superuser.query<{ vandaag: string }>(
    `select (now() at time zone 'Europe/Amsterdam')::date::text as vandaag`,
  );
  periode = { van: rows[0]?.vandaag ?? '', tot: rows[0]?.vandaag ?? '' };
  await superuser.query(LOGBOEK_LEEG);
});
afterAll(async () => {
  await superuser.end();
  await program.close();
});

const inzage = async (token: string, extra: Record<string, unknown> = {}) =>
  program.graphql<{ inzageLog: Page }>(token, INZAGE, { id: clientID, ...periode, ...extra });
const xml = (token: string, query: string) =>
  fetch(`${program.url.replace('/graphql', '/inzagelog.xml')}?${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });

describe('who looked at a client', () => {
  it('is told to its zorgkantoor and to the keeper of the log, page by page, and each look is in there too', async () => {
    await superuser.query(LOGBOEK_LEEG);
    for (let time = 0; time < 3; time += 1) await program.graphql(medewerker, CLIENT, { id: clientID });
    const first = await inzage(medewerker, { first: 2 });
    expect(first.data.inzageLog).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(first.data.inzageLog.edges[0]?.node).toMatchObject({
      code: 'R10',
      gebruiker: 'proef-medewerker',
      controles: 'TTFF',
      clientID,
    });
    // The look that this page was is the newest line now; the cursor goes on where the page ended.
    const next = await inzage(keeper, { first: 2, after: first.data.inzageLog.pageInfo.endCursor });
    expect(next.data.inzageLog.edges.map(({ node }) => node.code)).toEqual(['R10']);
    const all = await inzage(keeper);
    expect(all.data.inzageLog.edges.map(({ node }) => `${node.code} ${node.gebruiker}`)).toEqual([
      'L10 proef-logbeheer',
      'L10 proef-medewerker',
      'R10 proef-medewerker',
      'R10 proef-medewerker',
      'R10 proef-medewerker',
    ]);
  });

  it('is not told to another zorgkantoor, as if there were no such client, nor to a zorgaanbieder', async () => {
    const foreign = await inzage(elders);
    const unknown = await inzage(elders, { id: '00000000-0000-4000-8000-000000000000' });
    expect(foreign.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    expect(unknown).toEqual(foreign);
    const { errors } = await inzage(await program.zorgaanbieder('99000001'));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is closed to another zorgkantoor by the database as well', async () => {
    const app = new pg.Client({ connectionString: program.database.url });
    await app.connect();
    try {
      const seen = async (uzovi: string): Promise<number> => {
        await app.query('begin; set local role wlz_zorgkantoor_lezer');
        await app.query(`select set_config('app.uzovi', $1, true)`, [uzovi]);
        const { rowCount } = await app.query('select logregel_id from logregel where client_id = $1', [
          clientID,
        ]);
        await app.query('rollback');
        return rowCount ?? 0;
      };
      expect([await seen('5516,5517'), await seen('5599')]).toEqual([expect.any(Number), 0]);
      expect(await seen('5516,5517')).toBeGreaterThan(0);
      await app.query('begin; set local role wlz_zorgkantoor_lezer');
      await expect(app.query('select zoekvraag from logregel')).rejects.toMatchObject({ code: '42501' });
      await app.query('rollback');
    } finally {
      await app.end();
    }
  });

  it('is asked for a period that makes sense, with a cursor of ours', async () => {
    const wrong = [
      { van: '2026-11-02', tot: '2026-11-01' },
      { van: '1990-01-01', tot: '2026-11-01' },
      { after: Buffer.from('["morgen","x"]').toString('base64url') },
    ];
    for (const extra of wrong) {
      const { errors } = await inzage(keeper, extra);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('can be had as a file in the fields of NEN 7513', async () => {
    const answer = await xml(medewerker, `client=${clientID}&van=${periode.van}&tot=${periode.tot}`);
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/xml; charset=utf-8',
    ]);
    expect(text).toContain(
      '<Gebeurteniscode stelsel="wlz-regie" code="R10">raadplegen-client</Gebeurteniscode>',
    );
    expect(text).toContain('<Identificator>proef-medewerker@wlz-regie-ontwikkeling</Identificator>');
    for (const element of ['Tijdstip', 'Actiecode', 'Controles', 'Autorisatieprotocol', 'BronIdentificator'])
      expect(text).toContain(`<${element}>`);
    expect((await xml(elders, `client=${clientID}&van=${periode.van}&tot=${periode.tot}`)).status).toBe(404);
    expect((await xml(medewerker, `client=999990019&van=${periode.van}&tot=${periode.tot}`)).status).toBe(
      400,
    );
  });
});

describe('a review of the log', () => {
  it('finds a view without a right, and who looked most', async () => {
    await superuser.query(LOGBOEK_LEEG);
    await program.graphql(medewerker, LIST);
    await program.graphql(medewerker, CLIENT, { id: clientID });
    await superuser.query(
      `insert into logregel (tijdstip, request_id, gebruiker, rol, organisatie, operatie, actie, resultaat, client_id,
         gebeurtenis, controles, autorisatieprotocol, bron)
       values (now(), 'x', 'nieuwsgierig', 'ZORGAANBIEDER', '99000001', 'client', 'R', 1, $1, 'R10', 'TFFF', 'x', 'x')`,
      [clientID],
    );
    const { data } = await program.graphql(
      keeper,
      `query ($id: UUID!, $van: Date!, $tot: Date!) {
         inzagenZonderRelatie(van: $van, tot: $tot) { totalCount edges { node { gebruiker grond } } }
         wieZagClient(clientID: $id, van: $van, tot: $tot) { gebruiker inzagen zonderRelatie }
         meesteInzagen(van: $van, tot: $tot, first: 1) { gebruiker clienten } }`,
      { id: clientID, ...periode },
    );
    expect(data).toEqual({
      inzagenZonderRelatie: { totalCount: 1, edges: [{ node: { gebruiker: 'nieuwsgierig', grond: null } }] },
      wieZagClient: [
        { gebruiker: 'proef-medewerker', inzagen: 2, zonderRelatie: 0 },
        { gebruiker: 'nieuwsgierig', inzagen: 1, zonderRelatie: 1 },
      ],
      meesteInzagen: [{ gebruiker: 'proef-medewerker', clienten: expect.any(Number) }],
    });
    const { rows } = await superuser.query(
      `select gebeurtenis, count(*)::int as aantal from logregel where rol = 'LOGBEHEERDER' group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { gebeurtenis: 'L10', aantal: 1 },
      { gebeurtenis: 'L20', aantal: 3 },
    ]);
  });

  it('is for the keeper of the log alone', async () => {
    const { errors } = await program.graphql(
      medewerker,
      'query ($van: Date!, $tot: Date!) { meesteInzagen(van: $van, tot: $tot) { gebruiker } }',
      periode,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });
});
