import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { LOGBOEK_LEEG } from '../../support/logboek.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { Planter, type Geplant } from './planter.js';
import { BEUK, followAll, LINDE, THUIS, TODAY } from './register.js';

let app: TestApp;
let owner: pg.Client;
let geplant: Geplant;

beforeAll(async () => {
  app = await startTestApp(TODAY);
  owner = new pg.Client({ connectionString: app.database.superuserUrl });
  await owner.connect();
  const plant = new Planter(
    (text, params) => owner.query(text, [...params]),
    () => followAll(app.app, owner),
  );
  await plant.zorgaanbieders([LINDE, BEUK, THUIS]);
  geplant = await plant.wachtende({ coordinatoren: [[THUIS, '2026-01-01']] });
  await plant.contact(geplant.bemiddelingID, '2026-03-01');
});

afterAll(async () => {
  await owner.end();
  await app.close();
});

const RECORD = `mutation ($input: RecordContactmomentInput!) { recordContactmoment(input: $input) {
  __typename
  ... on Contactmoment { contactmomentID datum instelling regierol met vorm gesproken ingetrokken zorgaanbieder { naam } }
  ... on Weigering { code regel bron pad melding } } }`;

const CORRECT = `mutation ($input: CorrectContactmomentInput!) { correctContactmoment(input: $input) {
  __typename ... on Contactmoment { gesproken ingetrokken } ... on Weigering { code regel } } }`;

const gesprek = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  input: {
    bemiddelingID: geplant.bemiddelingID,
    datum: TODAY,
    regierol: 'DOSSIERHOUDER',
    met: 'CLIENT',
    vorm: 'BEELDBELLEN',
    gesproken: true,
    ...over,
  },
});

describe('contacts over HTTP', () => {
  it('shows the duties with client, last contact and count', async () => {
    const { data } = await app.graphql(
      await app.medewerker(),
      `{ contactverplichtingen(first: 1) { totalCount pageInfo { hasNextPage endCursor } edges { node {
        soort bemiddelingID instelling uiterlijk status dagenTeLaat jaarnormGehaald
        client { clientID naam } laatsteContact { datum met regierol } } } } }`,
    );
    expect(data).toMatchObject({
      contactverplichtingen: {
        totalCount: 2,
        pageInfo: { hasNextPage: true },
        edges: [
          {
            node: {
              soort: 'COORDINATOR_DOSSIERHOUDER',
              instelling: THUIS,
              uiterlijk: '2026-07-03',
              status: 'TE_LAAT',
              dagenTeLaat: 121,
              jaarnormGehaald: null,
              client: { clientID: geplant.clientID },
              laatsteContact: null,
            },
          },
        ],
      },
    });
  });

  it('goes on after a cursor and refuses one that was edited', async () => {
    const token = await app.medewerker();
    const query = `query ($after: String) { contactverplichtingen(first: 1, after: $after) {
      pageInfo { endCursor hasNextPage hasPreviousPage } edges { node { soort } } } }`;
    interface Answer {
      contactverplichtingen: { pageInfo: { endCursor: string }; edges: unknown[] };
    }
    const first = await app.graphql<Answer>(token, query);
    const after = first.data.contactverplichtingen.pageInfo.endCursor;
    const second = await app.graphql<Answer>(token, query, { after });
    expect(second.data.contactverplichtingen).toMatchObject({
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
      edges: [{ node: { soort: 'DOSSIERHOUDER_CLIENT' } }],
    });
    const edited = await app.graphql(token, query, { after: `x${after}` });
    expect(edited.errors).toHaveLength(1);
  });

  it('records a contact for the dossierhouder, and everybody sees it from then on', async () => {
    const linde = await app.zorgaanbieder(LINDE);
    const { data } = await app.graphql(linde, RECORD, gesprek());
    expect(data).toMatchObject({
      recordContactmoment: {
        __typename: 'Contactmoment',
        datum: TODAY,
        instelling: LINDE,
        regierol: 'DOSSIERHOUDER',
        met: 'CLIENT',
        vorm: 'BEELDBELLEN',
        gesproken: true,
        ingetrokken: false,
        zorgaanbieder: { naam: `Huize ${LINDE}` },
      },
    });
    const screen = await app.graphql(
      await app.medewerker(),
      `query ($id: UUID!) {
        client(id: $id) { contactmomenten { datum } contactverplichtingen { soort status laatsteContact { datum } } } }`,
      { id: geplant.clientID },
    );
    expect(screen.data).toMatchObject({
      client: {
        contactmomenten: [{ datum: TODAY }, { datum: '2026-03-01' }],
        contactverplichtingen: [
          { soort: 'COORDINATOR_DOSSIERHOUDER', status: 'TE_LAAT' },
          { soort: 'DOSSIERHOUDER_CLIENT', status: 'OPEN', laatsteContact: { datum: TODAY } },
        ],
      },
    });
    const list = await app.graphql(
      await app.medewerker(),
      '{ wachtlijst { edges { node { bemiddelingID laatsteContact { datum } } } } }',
    );
    expect(list.data).toMatchObject({
      wachtlijst: { edges: [{ node: { laatsteContact: { datum: TODAY } } }] },
    });
  });

  it('answers a refusal with the rule, its source and the field', async () => {
    const linde = await app.zorgaanbieder(LINDE);
    const { data } = await app.graphql(linde, RECORD, gesprek({ datum: '2026-11-02' }));
    expect(data).toEqual({
      recordContactmoment: {
        __typename: 'RegelGeschonden',
        code: 'REGEL_GESCHONDEN',
        regel: 'C1',
        bron: 'S3',
        pad: ['datum'],
        melding: 'Een contact kan niet in de toekomst liggen.',
      },
    });
    const office = await app.graphql(await app.medewerker(), RECORD, gesprek());
    expect(office.data).toMatchObject({ recordContactmoment: { __typename: 'NietToegestaan' } });
  });

  it('corrects an own contact', async () => {
    const linde = await app.zorgaanbieder(LINDE);
    const { data } = await app.graphql<{ recordContactmoment: { contactmomentID: string } }>(
      linde,
      RECORD,
      gesprek({ datum: '2026-10-01' }),
    );
    const { contactmomentID } = data.recordContactmoment;
    const corrected = await app.graphql(linde, CORRECT, { input: { contactmomentID, intrekken: true } });
    expect(corrected.data).toEqual({
      correctContactmoment: { __typename: 'Contactmoment', gesproken: true, ingetrokken: true },
    });
    const again = await app.graphql(linde, CORRECT, { input: { contactmomentID, gesproken: false } });
    expect(again.data).toEqual({
      correctContactmoment: { __typename: 'RegelGeschonden', code: 'REGEL_GESCHONDEN', regel: 'C1' },
    });
  });

  it('shows each provider its own duties and no other', async () => {
    const query = '{ contactverplichtingen { totalCount edges { node { soort } } } }';
    const count = async (agb: string): Promise<unknown> =>
      (
        await app.graphql<{ contactverplichtingen: { totalCount: number } }>(
          await app.zorgaanbieder(agb),
          query,
        )
      ).data.contactverplichtingen.totalCount;
    expect(await count(LINDE)).toBe(2);
    expect(await count(BEUK)).toBe(0);
  });

  it('logs who was shown and what was asked for', async () => {
    await owner.query(LOGBOEK_LEEG);
    await app.graphql(
      await app.medewerker(),
      '{ contactverplichtingen(filter: { instelling: "99000004", status: [TE_LAAT] }) { edges { node { uiterlijk } } } }',
    );
    const { rows } = await owner.query(
      `select actie, client_id, zoekvraag from logregel where operatie <> 'aanmelden' order by actie`,
    );
    expect(rows).toEqual([
      { actie: 'E', client_id: null, zoekvraag: { instelling: '99000004', status: ['TE_LAAT'] } },
      { actie: 'R', client_id: geplant.clientID, zoekvraag: null },
    ]);
  });

  it('refuses what is no enum, no day and no page', async () => {
    const linde = await app.zorgaanbieder(LINDE);
    for (const over of [{ met: 'BUURMAN' }, { datum: '2026-02-30' }, { vorm: 'BRIEF' }, { regierol: '2' }]) {
      expect((await app.graphql(linde, RECORD, gesprek(over))).status).toBe(400);
    }
    const page = await app.graphql(linde, '{ contactverplichtingen(first: 101) { totalCount } }');
    expect(page.errors).toHaveLength(1);
  });
});
