import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { issueDevelopmentToken } from '../../../src/modules/toegang/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { Planter, type PlantedAllocation } from './planter.js';

const A = '99000001';
const LONG_AGO = '2026-01-02T00:00:00.000Z';
const AHEAD = '2199-01-01T00:00:00.000Z';
let app: TestApp;
let superuser: pg.Client;
let medewerker: string;
let planted: PlantedAllocation;

beforeAll(async () => {
  app = await startTestApp();
  superuser = new pg.Client({ connectionString: app.database.superuserUrl });
  await superuser.connect();
  const plant = new Planter(superuser);
  await plant.zorgaanbieders(A);
  medewerker = await app.medewerker(['5517']);
  planted = await plant.allocation();
  const { bemiddelingspecificatieID } = planted;
  const input = {
    bemiddelingspecificatieID,
    versie: 1,
    ingangsdatum: '2026-10-01',
    leveringsstatus: '7',
    leveringsstatusClassificatie: '12',
  };
  const { data } = await app.graphql<{ reportUitstelperiode: object }>(
    await app.zorgaanbieder(A),
    `mutation ($input: ReportUitstelperiodeInput!) { reportUitstelperiode(input: $input) { __typename } }`,
    { input },
  );
  expect(data.reportUitstelperiode).toEqual({ __typename: 'Uitstelperiode' });
});

afterAll(async () => {
  await superuser.end();
  await app.close();
});

const LIST = `query ($op: Date, $moment: DateTime) { wachtlijst(op: $op, zoalsBekendOp: $moment) {
  totalCount edges { node { bemiddelingspecificatieID dossierhouder { instelling } coordinatorZorgThuis { instelling }
    laatsteContact { datum } } } } }`;
const DIFFERENCE = `query ($van: PeilingInput!, $naar: PeilingInput!, $soorten: [Beweging!]) {
  wachtlijstVerschil(van: $van, naar: $naar, bewegingen: $soorten, first: 10) {
    totalCount edges { node { soort bemiddelingspecificatieID positieVan positieNaar
      client { clientID } sleutelVan { naam } sleutelNaar { naam waarde }
      oorzaken { gebeurtenis geregistreerdDoor dag doorVerloop } } } } }`;

interface Verschil {
  readonly wachtlijstVerschil: {
    readonly edges: readonly {
      readonly node: { readonly oorzaken: readonly { readonly geregistreerdDoor: string | null }[] };
    }[];
  };
}

describe('time travel over GraphQL', () => {
  it('gives the list of a day as known at a moment, with who held the roles', async () => {
    const now = await app.graphql(medewerker, LIST, {});
    expect(now.data).toMatchObject({
      wachtlijst: {
        totalCount: 1,
        edges: [{ node: { dossierhouder: { instelling: A }, coordinatorZorgThuis: null } }],
      },
    });
    expect((await app.graphql(medewerker, LIST, { op: '2026-10-15' })).data).toEqual(now.data);
    const then = await app.graphql(medewerker, LIST, { op: '2026-10-15', moment: LONG_AGO });
    expect(then.data).toEqual({ wachtlijst: { totalCount: 0, edges: [] } });
  });

  it('tells what lies between two lists, and nothing between a list and itself', async () => {
    const van = { op: '2026-10-15', zoalsBekendOp: LONG_AGO };
    const { data, errors } = await app.graphql(medewerker, DIFFERENCE, { van, naar: { op: '2026-10-15' } });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      wachtlijstVerschil: {
        totalCount: 1,
        edges: [
          {
            node: {
              soort: 'GEKOMEN',
              bemiddelingspecificatieID: planted.bemiddelingspecificatieID,
              positieVan: null,
              positieNaar: 1,
              client: { clientID: planted.clientID },
              sleutelVan: null,
              sleutelNaar: expect.arrayContaining([{ naam: 'rang', waarde: '2' }]),
              oorzaken: [
                {
                  gebeurtenis: 'WACHTSTATUS',
                  geregistreerdDoor: `proef-${A}`,
                  dag: '2026-10-01',
                  doorVerloop: false,
                },
              ],
            },
          },
        ],
      },
    });
    const same = await app.graphql(medewerker, DIFFERENCE, { van: {}, naar: {} });
    expect(same.data).toEqual({ wachtlijstVerschil: { totalCount: 0, edges: [] } });
    const risen = await app.graphql(medewerker, DIFFERENCE, { van, naar: {}, soorten: ['GESTEGEN'] });
    expect(risen.data).toEqual({ wachtlijstVerschil: { totalCount: 0, edges: [] } });
  });

  it('names the employees of others to a zorgkantoor, and to a zorgaanbieder only who asks', async () => {
    const vraag = { van: { op: '2026-10-15', zoalsBekendOp: LONG_AGO }, naar: { op: '2026-10-15' } };
    const namen = async (token: string): Promise<(string | null)[]> => {
      const { data, errors } = await app.graphql<Verschil>(token, DIFFERENCE, vraag);
      expect(errors).toBeUndefined();
      return data.wachtlijstVerschil.edges.flatMap(({ node }) =>
        node.oorzaken.map(({ geregistreerdDoor }) => geregistreerdDoor),
      );
    };
    const collega = await issueDevelopmentToken(app.config, {
      sub: 'een-ander',
      rollen: ['ZORGAANBIEDER'],
      uzovi: [],
      agb: A,
    });
    expect(await namen(medewerker)).toEqual([`proef-${A}`]);
    expect(await namen(await app.zorgaanbieder(A))).toEqual([`proef-${A}`]);
    expect(await namen(collega)).toEqual([null]);
  });

  it('asks roles and contacts of another day and another knowledge', async () => {
    const query = `query ($id: UUID!, $op: Date, $moment: DateTime) { bemiddeling(id: $id) {
      regiehouders(op: $op, zoalsBekendOp: $moment) { instelling regierol }
      client { contactmomenten(op: $op, zoalsBekendOp: $moment) { datum } } } }`;
    const ask = async (over: object) =>
      (await app.graphql(medewerker, query, { id: planted.bemiddelingID, ...over })).data;
    const holder = {
      regiehouders: [{ instelling: A, regierol: 'DOSSIERHOUDER' }],
      client: { contactmomenten: [] },
    };
    const nobody = { regiehouders: [], client: { contactmomenten: [] } };
    expect(await ask({})).toEqual({ bemiddeling: holder });
    expect(await ask({ op: '2026-06-01' })).toEqual({ bemiddeling: holder });
    expect(await ask({ op: '2025-06-01' })).toEqual({ bemiddeling: nobody });
    expect(await ask({ moment: '2025-06-01T00:00:00Z' })).toEqual({ bemiddeling: nobody });
  });

  it.each([
    ['wachtlijst', LIST, { moment: AHEAD }, ['zoalsBekendOp']],
    [
      'wachtlijstVerschil',
      DIFFERENCE,
      { van: {}, naar: { zoalsBekendOp: AHEAD } },
      ['naar', 'zoalsBekendOp'],
    ],
  ])('%s refuses what nobody knows yet', async (_name, query, variables, pad) => {
    const { errors } = await app.graphql(medewerker, query, variables);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', regel: 'TIJDREIS', pad } }]);
  });

  it('shows nothing to who has no rights today', async () => {
    const stranger = await app.medewerker(['5522']);
    const { data } = await app.graphql(stranger, LIST, { op: '2026-10-15' });
    expect(data).toEqual({ wachtlijst: { totalCount: 0, edges: [] } });
  });
});
