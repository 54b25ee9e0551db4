import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startTestApp, type TestApp } from '../../support/app.js';
import { BEUK, LINDE, THUIS, TODAY } from '../overbrugging/register.js';
import { Planter, type PlantedAllocation } from '../wachtlijst/planter.js';

let app: TestApp;
let owner: pg.Client;
let at: PlantedAllocation;
let dossierhouder: string;
let medewerker: string;

beforeAll(async () => {
  app = await startTestApp(TODAY);
  owner = new pg.Client({ connectionString: app.database.superuserUrl });
  await owner.connect();
  const plant = new Planter(owner);
  await plant.zorgaanbieders(LINDE, BEUK, THUIS);
  await owner.query(`update zorgaanbieder set leveringsvormen = '{4,5,7}'`);
  at = await plant.allocation();
  await owner.query(
    `update bemiddelingspecificatie set vaststelling_moment = '2026-10-12T09:00:00Z' where bemiddelingspecificatie_id = $1`,
    [at.bemiddelingspecificatieID],
  );
  await owner.query(`delete from bemiddelingspecificatie_historie where bemiddelingspecificatie_id = $1`, [
    at.bemiddelingspecificatieID,
  ]);
  [dossierhouder, medewerker] = [await app.zorgaanbieder(LINDE), await app.medewerker()];
});

afterAll(async () => {
  await owner.end();
  await app.close();
});

const WORK = `query ($filter: WerkvoorraadFilterInput, $first: Int, $after: String) {
  werkvoorraad(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node {
    soort voor zorgkantoor instelling clientID bemiddelingspecificatieID bronID sinds streefdatum uiterlijk status
    dagenTeLaat regel bron reden client { naam } bemiddelingspecificatie { leveringsvormNaam } } } } }`;

interface Work {
  werkvoorraad: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: Record<string, unknown> }[];
  };
}

const REQUEST = `mutation ($input: RequestOverbruggingszorgInput!) { requestOverbruggingszorg(input: $input) {
  __typename ... on Verzoek { verzoekID status uiterlijk versie regierol instelling client { naam } }
  ... on Weigering { code regel bron pad melding } } }`;
const JUDGE = `mutation ($input: JudgeVerzoekInput!) { judgeVerzoek(input: $input) {
  __typename ... on Verzoek { status wijze versie reden historie { status versie }
    overbrugging { leveringsvormNaam soortToewijzing instelling } }
  ... on Weigering { code regel bron pad } } }`;

const verzoek = (over: Record<string, unknown> = {}) => ({
  input: {
    bemiddelingspecificatieID: at.bemiddelingspecificatieID,
    leveringsvorm: '7',
    aanbieder: THUIS,
    toewijzingIngangsdatum: TODAY,
    verantwoord: '1',
    doelmatig: '1',
    ...over,
  },
});

describe('terms and bridging care over HTTP', () => {
  it('shows what is to be done, by page and with its count', async () => {
    const { data, errors } = await app.graphql<Work>(dossierhouder, WORK, { first: 1 });
    expect(errors).toBeUndefined();
    expect(data.werkvoorraad).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
      edges: [
        {
          node: {
            soort: 'EERSTE_STATUS',
            voor: 'ZORGAANBIEDER',
            zorgkantoor: '5517',
            instelling: LINDE,
            status: 'TE_LAAT',
            regel: 'OP181',
            client: { naam: 'Client 1' },
            bemiddelingspecificatie: { leveringsvormNaam: 'VERBLIJF' },
          },
        },
      ],
    });
    const next = await app.graphql<Work>(dossierhouder, WORK, {
      first: 1,
      after: data.werkvoorraad.pageInfo.endCursor,
    });
    expect(next.data.werkvoorraad.edges[0]?.node['soort']).toBe('OVERBRUGGING_AANVRAGEN');
    const { rows } = await owner.query(
      `select actie, zoekvraag is not null as gezocht from logregel where operatie like '%werkvoorraad%' and client_id = $1`,
      [at.clientID],
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  it('refuses a page and a filter that cannot be', async () => {
    for (const variables of [
      { first: 0 },
      { first: 101 },
      { after: 'x' },
      { filter: { zorgkantoor: 'x' } },
    ]) {
      const { errors } = await app.graphql(dossierhouder, WORK, variables);
      expect(errors).toHaveLength(1);
    }
  });

  it('asks for bridging care, judges it, and shows both sides their work', async () => {
    expect((await app.graphql(dossierhouder, REQUEST, verzoek({ doelmatig: null }))).data).toMatchObject({
      requestOverbruggingszorg: {
        __typename: 'RegelGeschonden',
        regel: 'T3',
        bron: 'CD074',
        pad: ['doelmatig'],
      },
    });
    expect((await app.graphql(medewerker, REQUEST, verzoek())).data).toMatchObject({
      requestOverbruggingszorg: { __typename: 'NietToegestaan' },
    });
    const { data } = await app.graphql<{ requestOverbruggingszorg: { verzoekID: string } }>(
      dossierhouder,
      REQUEST,
      verzoek(),
    );
    expect(data).toMatchObject({
      requestOverbruggingszorg: {
        __typename: 'Verzoek',
        status: 'INGEDIEND',
        uiterlijk: '2026-11-04',
        regierol: 'DOSSIERHOUDER',
      },
    });
    const { verzoekID } = data.requestOverbruggingszorg;
    const work = await app.graphql<Work>(medewerker, WORK, {
      filter: { voor: 'ZORGKANTOOR', status: ['LOPEND'] },
    });
    expect(work.data.werkvoorraad.edges).toMatchObject([
      { node: { soort: 'VERZOEK_BEOORDELEN', bronID: verzoekID, uiterlijk: '2026-11-04', regel: 'OP037' } },
    ]);
    const judged = await app.graphql(medewerker, JUDGE, { input: { verzoekID, versie: 1, akkoord: true } });
    expect(judged.data).toEqual({
      judgeVerzoek: {
        __typename: 'Verzoek',
        status: 'GEACCEPTEERD',
        wijze: 'BESLUIT',
        versie: 2,
        reden: null,
        historie: [{ status: 'INGEDIEND', versie: 1 }],
        overbrugging: { leveringsvormNaam: 'MPT', soortToewijzing: '3', instelling: THUIS },
      },
    });
    expect(
      (await app.graphql(medewerker, JUDGE, { input: { verzoekID, versie: 2, akkoord: true } })).data,
    ).toMatchObject({
      judgeVerzoek: { regel: 'D1', bron: 'OP037' },
    });
  });

  it('shows the requests under the allocation, and records that no bridge is needed', async () => {
    const { data } = await app.graphql(
      dossierhouder,
      `mutation ($input: DeclineOverbruggingszorgInput!) { declineOverbruggingszorg(input: $input) {
        __typename ... on Verzoek { status reden leveringsvorm overbrugging { instelling } }
        ... on Weigering { regel } } }`,
      { input: { bemiddelingspecificatieID: at.bemiddelingspecificatieID, reden: 'Verder is niets nodig.' } },
    );
    expect(data).toMatchObject({
      declineOverbruggingszorg: { status: 'NIET_NODIG', leveringsvorm: null, overbrugging: null },
    });
    const seen = await app.graphql(
      medewerker,
      `query ($id: UUID!) { bemiddeling(id: $id) { bemiddelingspecificaties { soortToewijzing verzoeken { status wijze } } } }`,
      { id: at.bemiddelingID },
    );
    expect(seen.errors).toBeUndefined();
    expect(JSON.stringify(seen.data)).toContain('NIET_NODIG');
  });
});
