import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { startTestApp, type TestApp } from '../../support/app.js';
import { Planter, type PlantedAllocation } from './planter.js';

const [A, B] = ['99000001', '99000002'];
let app: TestApp;
let superuser: pg.Client;
let plant: Planter;
let medewerker: string;
let dossierhouder: string;

beforeAll(async () => {
  app = await startTestApp();
  superuser = new pg.Client({ connectionString: app.database.superuserUrl });
  await superuser.connect();
  plant = new Planter(superuser);
  await plant.zorgaanbieders(A, B);
  medewerker = await app.medewerker(['5517']);
  dossierhouder = await app.zorgaanbieder(A);
});

afterAll(async () => {
  await superuser.end();
  await app.close();
});

const REPORT = `mutation ($input: ReportUitstelperiodeInput!) { reportUitstelperiode(input: $input) {
  __typename
  ... on Uitstelperiode { uitstelperiodeID wachtstatus statusbron redenHandmatig einddatum
    levering { versie actueleStatus { leveringsstatus bron } } }
  ... on Weigering { code regel bron pad melding } } }`;

const report = ({ bemiddelingspecificatieID }: PlantedAllocation, over: object = {}) => ({
  bemiddelingspecificatieID,
  versie: 1,
  ingangsdatum: '2026-10-01',
  leveringsstatus: '7',
  leveringsstatusClassificatie: '12',
  ...over,
});

async function ask(token: string, query: string, input: object): Promise<Record<string, unknown>> {
  const { data, errors } = await app.graphql(token, query, { input });
  expect(errors).toBeUndefined();
  return data;
}

async function specificatie(at: PlantedAllocation, fields: string): Promise<unknown> {
  const { data } = await app.graphql<{
    bemiddeling: { bemiddelingspecificaties: { bemiddelingspecificatieID: string }[] };
  }>(
    medewerker,
    `query ($id: UUID!) { bemiddeling(id: $id) { bemiddelingspecificaties { bemiddelingspecificatieID ${fields} } } }`,
    { id: at.bemiddelingID },
  );
  return data.bemiddeling.bemiddelingspecificaties.find(
    (one) => one.bemiddelingspecificatieID === at.bemiddelingspecificatieID,
  );
}

describe('over GraphQL', () => {
  it('a report answers what was reported, or the refusal', async () => {
    const at = await plant.allocation();
    expect(await ask(dossierhouder, REPORT, report(at))).toMatchObject({
      reportUitstelperiode: {
        __typename: 'Uitstelperiode',
        wachtstatus: 'ACTIEF_PLAATSEN',
        statusbron: 'DOSSIERHOUDER',
        levering: { versie: 2, actueleStatus: { leveringsstatus: '7', bron: 'DOSSIERHOUDER' } },
      },
    });
    expect(await ask(dossierhouder, REPORT, report(at))).toMatchObject({
      reportUitstelperiode: { __typename: 'VersieVerouderd', code: 'VERSIE_VEROUDERD', pad: ['versie'] },
    });
    expect(
      await ask(dossierhouder, REPORT, report(at, { versie: 2, leveringsstatusClassificatie: '03' })),
    ).toMatchObject({ reportUitstelperiode: { __typename: 'RegelGeschonden', regel: 'W1', bron: 'CS131' } });
  });

  it('a report by the zorgkantoor shows as made by hand', async () => {
    const at = await plant.allocation();
    const redenHandmatig = 'Aanbieder kan niet melden.';
    expect(await ask(medewerker, REPORT, report(at, { redenHandmatig }))).toMatchObject({
      reportUitstelperiode: { statusbron: 'HANDMATIG', redenHandmatig },
    });
  });

  it('many reports have an answer each', async () => {
    const [good, bad] = [await plant.allocation(), await plant.allocation()];
    const query = REPORT.replace('ReportUitstelperiodeInput', 'ReportUitstelperiodenInput').replace(
      'reportUitstelperiode(',
      'reportUitstelperioden(',
    );
    const meldingen = [report(good), report(bad, { leveringsstatus: '1' })];
    expect(await ask(dossierhouder, query, { meldingen })).toMatchObject({
      reportUitstelperioden: [
        { __typename: 'Uitstelperiode' },
        { __typename: 'RegelGeschonden', regel: 'W2' },
      ],
    });
    const many = Array.from({ length: 101 }, () => report(bad));
    const { errors } = await app.graphql(dossierhouder, query, { input: { meldingen: many } });
    expect(errors).toMatchObject([{ message: 'Geef er ten hoogste 100 tegelijk op.' }]);
  });

  it('a correction shows what it corrected', async () => {
    const at = await plant.allocation();
    const { reportUitstelperiode } = await ask(dossierhouder, REPORT, report(at));
    const { uitstelperiodeID } = reportUitstelperiode as { uitstelperiodeID: string };
    const answer = await ask(
      dossierhouder,
      `mutation ($input: CorrectUitstelperiodeInput!) { correctUitstelperiode(input: $input) {
        ... on Uitstelperiode { einddatum correcties { einddatum wachtstatus vervangenOp } }
        ... on Weigering { regel melding } } }`,
      {
        bemiddelingspecificatieID: at.bemiddelingspecificatieID,
        versie: 2,
        uitstelperiodeID,
        einddatum: '2026-12-01',
      },
    );
    expect(answer).toMatchObject({
      correctUitstelperiode: {
        einddatum: '2026-12-01',
        correcties: [{ einddatum: null, wachtstatus: 'ACTIEF_PLAATSEN' }],
      },
    });
  });

  it('care and afstel are reported in the same way', async () => {
    const at = await plant.allocation();
    const { bemiddelingspecificatieID } = at;
    expect(
      await ask(
        dossierhouder,
        `mutation ($input: ReportLeveringperiodeInput!) { reportLeveringperiode(input: $input) {
          ... on Leveringperiode { ingangsdatum einddatum levering { actueleStatus { leveringsstatus } } }
          ... on Weigering { regel melding } } }`,
        { bemiddelingspecificatieID, versie: 1, ingangsdatum: '2026-10-01' },
      ),
    ).toEqual({
      reportLeveringperiode: {
        ingangsdatum: '2026-10-01',
        einddatum: null,
        levering: { actueleStatus: { leveringsstatus: '4' } },
      },
    });
    expect(
      await ask(
        dossierhouder,
        `mutation ($input: ReportAfstelInput!) { reportAfstel(input: $input) { __typename ... on Weigering { regel } } }`,
        { bemiddelingspecificatieID, versie: 2, afsteldatum: '2026-10-02' },
      ),
    ).toEqual({ reportAfstel: { __typename: 'RegelGeschonden', regel: 'W4' } });
  });

  it('W5: an allocation without any report is initially 7, and not on the list', async () => {
    const at = await plant.allocation();
    expect(
      await specificatie(at, 'levering { leveringID } wachtstatusInitieel { leveringsstatus bron } signalen'),
    ).toMatchObject({
      levering: null,
      wachtstatusInitieel: { leveringsstatus: '7', bron: 'SYSTEEM' },
      signalen: [],
    });
    const bridging = await plant.allocation({
      beside: at,
      leveringsvorm: '7',
      soortToewijzing: '3',
      instelling: B,
      rollen: [['1', B, '2026-01-01', null]],
    });
    expect(await specificatie(bridging, 'wachtstatusInitieel { leveringsstatus }')).toMatchObject({
      wachtstatusInitieel: null,
    });
    await ask(
      dossierhouder,
      `mutation ($input: ReportLeveringperiodeInput!) { reportLeveringperiode(input: $input) { __typename } }`,
      { bemiddelingspecificatieID: at.bemiddelingspecificatieID, versie: 1, ingangsdatum: '2026-10-01' },
    );
    // What bridged to the place ended with the day it began.
    expect(await specificatie(bridging, 'toewijzingEinddatum signalen')).toMatchObject({
      toewijzingEinddatum: '2026-10-01',
      signalen: [],
    });
    expect(await specificatie(at, 'wachtstatusInitieel { leveringsstatus } signalen')).toMatchObject({
      wachtstatusInitieel: null,
      signalen: [],
    });
  });
});

const LIST = `query ($first: Int, $after: String, $filter: WachtlijstFilterInput) {
  wachtlijst(first: $first, after: $after, filter: $filter) { totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { positie indicatieID bemiddelingID bemiddelingspecificatieID instelling zorgkantoor sector zzpCode
      wachtstatus wachtstatusCode classificatie statusIngangsdatum toewijzingIngangsdatum
      client { clientID naam } zorgaanbieder { agbCode naam } dossierhouder { instelling regierol }
      coordinatorZorgThuis { instelling } laatsteContact { datum } } } } }`;

interface List {
  wachtlijst: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: { positie: number } }[];
  };
}

describe('the list over GraphQL', () => {
  it('pages with a cursor and counts what is under filter and rights', async () => {
    for (let n = 0; n < 6; n += 1) await ask(dossierhouder, REPORT, report(await plant.allocation()));
    const { data: first } = await app.graphql<List>(medewerker, LIST, { first: 4 });
    const { pageInfo, totalCount } = first.wachtlijst;
    const { data: second } = await app.graphql<List>(medewerker, LIST, {
      first: 100,
      after: pageInfo.endCursor,
    });
    const places = [...first.wachtlijst.edges, ...second.wachtlijst.edges].map(({ node }) => node.positie);
    expect(places).toEqual(Array.from({ length: totalCount }, (_unused, index) => index + 1));
    expect(first.wachtlijst.edges[0]).toMatchObject({
      node: {
        zorgaanbieder: { agbCode: A },
        dossierhouder: { instelling: A, regierol: 'DOSSIERHOUDER' },
        coordinatorZorgThuis: null,
        laatsteContact: null,
        sector: 'VV',
      },
    });
    expect(
      (await app.graphql<List>(medewerker, LIST, { filter: { sector: 'GGZ' } })).data.wachtlijst.totalCount,
    ).toBe(0);
  });

  it('needs the same few statements for a page of any size', async () => {
    const query = LIST.replace('totalCount ', '');
    const statements = jest.spyOn(pg.Client.prototype, 'query');
    const counted: number[] = [];
    for (const first of [1, 2, 6, 6]) {
      statements.mockClear();
      await app.graphql(medewerker, query, { first });
      counted.push(statements.mock.calls.length);
    }
    statements.mockRestore();
    // begin with its role, claims, order, list, client, zorgaanbieder, two roles, contact, log, commit
    expect(counted).toEqual([11, 11, 11, 11]);
  });

  it('logs who was shown and what was searched for', async () => {
    await app.graphql(medewerker, LIST, { first: 2, filter: { zorgkantoor: '5517' } });
    const { rows } = await superuser.query(
      `select actie, zoekvraag, count(client_id)::int as clienten from logregel
       where request_id = (select request_id from logregel order by logregel_id desc limit 1)
       group by actie, zoekvraag order by actie`,
    );
    expect(rows).toEqual([
      { actie: 'E', zoekvraag: { zorgkantoor: '5517' }, clienten: 0 },
      { actie: 'R', zoekvraag: null, clienten: 2 },
    ]);
  });

  it.each<Record<string, unknown>>([
    { first: 101 },
    { first: 5, after: 'onzin' },
    { filter: { instelling: '123' } },
  ])('refuses %j', async (variables) => {
    const { data, errors } = await app.graphql<List | null | undefined>(medewerker, LIST, variables);
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
  });
});
