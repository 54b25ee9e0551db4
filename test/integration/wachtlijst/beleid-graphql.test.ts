import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { issueDevelopmentToken } from '../../../src/modules/toegang/index.js';
import { encodeCursor } from '../../../src/platform/graphql/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { Planter, type PlantedAllocation } from './planter.js';

const A = '99000001';
const KEYS = ['rang', 'normklok', 'toewijzingIngangsdatum', 'afgiftedatum', 'bemiddelingspecificatieID'];
let app: TestApp;
let superuser: pg.Client;
let medewerker: string;
let dossierhouder: string;
let beheerder: string;
let vroeg: PlantedAllocation;
let laat: PlantedAllocation;

beforeAll(async () => {
  app = await startTestApp();
  superuser = new pg.Client({ connectionString: app.database.superuserUrl });
  await superuser.connect();
  const plant = new Planter(superuser);
  await plant.zorgaanbieders(A);
  medewerker = await app.medewerker(['5517']);
  dossierhouder = await app.zorgaanbieder(A);
  beheerder = await issueDevelopmentToken(app.config, {
    sub: 'proef-beheerder',
    rollen: ['BEHEERDER'],
    uzovi: [],
    agb: null,
  });
  [vroeg, laat] = [await plant.allocation(), await plant.allocation({ zzpCode: '780' })];
  for (const [at, leveringsstatus, leveringsstatusClassificatie, ingangsdatum] of [
    [vroeg, '7', '12', '2026-09-01'],
    [laat, '6', '03', '2026-10-15'],
  ] as const) {
    const { bemiddelingspecificatieID } = at;
    const input = {
      bemiddelingspecificatieID,
      versie: 1,
      ingangsdatum,
      leveringsstatus,
      leveringsstatusClassificatie,
    };
    await app.graphql(
      dossierhouder,
      `mutation ($input: ReportUitstelperiodeInput!) { reportUitstelperiode(input: $input) { __typename } }`,
      { input },
    );
  }
});

afterAll(async () => {
  await superuser.end();
  await app.close();
});

const LIST = `query ($first: Int, $after: String, $op: Date) {
  wachtlijst(first: $first, after: $after, op: $op) {
    beleid volledigBerekendOp weggelaten { waarom aantal } pageInfo { endCursor }
    edges { node { bemiddelingspecificatieID beleid sleutel { naam waarde }
      sindsToewijzing { datum dagen } sindsStatus { datum dagen } sindsNormklok { datum dagen }
      norm { soort dagen bron overschreden dagenOver toelichting } } } } }`;

interface List {
  wachtlijst: {
    beleid: number;
    volledigBerekendOp: string;
    weggelaten: unknown[];
    pageInfo: { endCursor: string };
    edges: { node: { bemiddelingspecificatieID: string; beleid: number; norm: object } }[];
  };
}

const RECORD = `mutation ($input: RecordVolgordebeleidInput!) { recordVolgordebeleid(input: $input) { __typename
  ... on Volgordebeleid { versie geldigVanaf geldigTot vervallen bron sleutels { naam richting regel } }
  ... on Weigering { code regel bron pad melding } } }`;
const NORM = `mutation ($input: SetStreefnormInput!) { setStreefnorm(input: $input) { __typename
  ... on Wachtnorm { soort zorgkantoor wachtstatus classificatie sector versie dagen geldigVanaf bron }
  ... on Weigering { code regel bron pad melding } } }`;

const nieuw = (over: object = {}) => ({
  versie: 1,
  geldigVanaf: '2026-11-01',
  sleutels: [{ naam: 'statusIngangsdatum' }, { naam: 'bemiddelingspecificatieID', richting: 'AF' }],
  bron: 'Besluit van 1 november 2026',
  ...over,
});
const streefnorm = (over: object = {}) => ({
  versie: 0,
  zorgkantoor: '5517',
  wachtstatus: 'URGENT_PLAATSEN',
  dagen: 14,
  geldigVanaf: '2026-11-01',
  bron: 'Besluit directie',
  ...over,
});

describe('a place says why it stands where it stands', () => {
  it('with its keys, its three clocks and its norm', async () => {
    const { data, errors } = await app.graphql<List>(medewerker, LIST);
    expect(errors).toBeUndefined();
    expect(data.wachtlijst).toMatchObject({
      beleid: 1,
      volledigBerekendOp: expect.stringMatching(/^\d{4}-.*Z$/),
      weggelaten: [
        { waarom: 'WACHT_UIT_VOORZORG', aantal: 0 },
        { waarom: 'PGB', aantal: 0 },
        { waarom: 'IN_ZORG', aantal: 0 },
      ],
    });
    const [urgent, actief] = data.wachtlijst.edges.map(({ node }) => node);
    expect(actief).toEqual({
      bemiddelingspecificatieID: vroeg.bemiddelingspecificatieID,
      beleid: 1,
      sleutel: KEYS.map((naam, index) => ({
        naam,
        waarde: ['2', '2026-09-01', '2026-01-01', '2025-12-01', vroeg.bemiddelingspecificatieID][index],
      })),
      sindsToewijzing: { datum: '2026-01-01', dagen: 304 },
      sindsStatus: { datum: '2026-09-01', dagen: 61 },
      sindsNormklok: { datum: '2026-09-01', dagen: 61 },
      norm: {
        soort: 'TREEKNORM',
        dagen: 42,
        bron: 'Treeknorm verpleging en verzorging met verblijf: 6 weken',
        overschreden: true,
        dagenOver: 19,
        toelichting: expect.stringContaining('niet ingevuld'),
      },
    });
    expect(urgent?.norm).toMatchObject({ soort: 'TREEKNORM', dagen: 91, overschreden: false, dagenOver: 0 });
  });

  it('and why it stands above another', async () => {
    const query = `query ($a: UUID!, $b: UUID!) {
      verklaarVolgorde(a: $a, b: $b) { eerst sleutel waardeA waardeB regel bron tekst } }`;
    const variables = { a: vroeg.bemiddelingspecificatieID, b: laat.bemiddelingspecificatieID };
    const { data } = await app.graphql(medewerker, query, variables);
    expect(data).toMatchObject({
      verklaarVolgorde: {
        eerst: laat.bemiddelingspecificatieID,
        sleutel: 'rang',
        waardeA: '2',
        waardeB: '1',
        bron: expect.stringMatching(/^Volgordebeleid versie 1: /),
        tekst: expect.stringMatching(
          /^B gaat voor A\. Urgent plaatsen gaat voor .* A: actief plaatsen; B: urgent plaatsen\.$/,
        ),
      },
    });
    const { rows } = await superuser.query(
      `select distinct client_id from logregel where operatie like '%verklaarVolgorde%' and actie = 'R' order by 1`,
    );
    expect(rows.map(({ client_id }: { client_id?: string }) => client_id)).toEqual(
      [vroeg.clientID, laat.clientID].sort(),
    );
    const { errors } = await app.graphql(medewerker, query, { ...variables, b: vroeg.bemiddelingID });
    expect(errors).toMatchObject([{ message: 'De plaats op de wachtlijst is niet gevonden.' }]);
    expect((await app.graphql(beheerder, query, variables)).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });
});

describe('a streefnorm', () => {
  it('is filled in by an office for itself, from a day on, and the list judges by it', async () => {
    const ask = async (token: string, over: object) =>
      (await app.graphql(token, NORM, { input: streefnorm(over) })).data;
    expect(await ask(medewerker, { dagen: 0 })).toMatchObject({
      setStreefnorm: { code: 'ONGELDIGE_INVOER', pad: ['dagen'] },
    });
    expect(await ask(medewerker, { zorgkantoor: '5516' })).toMatchObject({
      setStreefnorm: { code: 'NIET_TOEGESTAAN' },
    });
    expect(await ask(medewerker, { geldigVanaf: '2026-10-31' })).toMatchObject({
      setStreefnorm: { regel: 'WN1' },
    });
    expect(await ask(medewerker, { classificatie: '12' })).toMatchObject({ setStreefnorm: { regel: 'W1' } });
    expect(await ask(medewerker, { wachtstatus: 'WACHT_UIT_VOORZORG' })).toMatchObject({
      setStreefnorm: { regel: 'WN2' },
    });
    expect(await ask(medewerker, {})).toEqual({
      setStreefnorm: {
        __typename: 'Wachtnorm',
        soort: 'STREEFNORM',
        zorgkantoor: '5517',
        wachtstatus: 'URGENT_PLAATSEN',
        classificatie: null,
        sector: null,
        versie: 1,
        dagen: 14,
        geldigVanaf: '2026-11-01',
        bron: 'Besluit directie',
      },
    });
    expect(await ask(medewerker, {})).toMatchObject({ setStreefnorm: { code: 'VERSIE_VEROUDERD' } });
    const { data } = await app.graphql<List>(medewerker, LIST);
    expect(data.wachtlijst.edges[0]?.node.norm).toMatchObject({
      soort: 'STREEFNORM',
      dagen: 14,
      bron: 'Besluit directie',
      overschreden: true,
      dagenOver: 3,
    });
    const { data: normen } = await app.graphql(
      dossierhouder,
      `{ wachtnormen(zorgkantoor: "5517", op: "2026-11-01") { soort zorgkantoor sector wachtstatus dagen bron } }`,
    );
    expect(normen).toMatchObject({
      wachtnormen: [
        { soort: 'STREEFNORM', zorgkantoor: '5517', dagen: 14 },
        { wachtstatus: 'WACHT_OP_VOORKEUR', dagen: null },
        { wachtstatus: 'URGENT_PLAATSEN', dagen: null },
        { wachtstatus: 'ACTIEF_PLAATSEN', dagen: null },
        { soort: 'TREEKNORM', sector: 'GGZ', dagen: null },
        { soort: 'TREEKNORM', sector: 'GHZ', dagen: 91 },
        { soort: 'TREEKNORM', sector: 'VV', dagen: 42 },
      ],
    });
  });
});

describe('another order', () => {
  it.each<[string, object, string, string[]]>([
    ['no total order', { sleutels: [{ naam: 'rang' }] }, 'VB1', ['sleutels']],
    [
      'an unknown key',
      { sleutels: [{ naam: 'leeftijd', richting: 'AF' }] },
      'VB2',
      ['sleutels', '0', 'naam'],
    ],
    ['a beginning in the past', { geldigVanaf: '2026-10-31' }, 'VB4', ['geldigVanaf']],
  ])('is refused with %s', async (_what, over, regel, pad) => {
    const { data } = await app.graphql(beheerder, RECORD, { input: nieuw(over) });
    expect(data).toMatchObject({ recordVolgordebeleid: { __typename: 'RegelGeschonden', regel, pad } });
  });

  it('is for the beheerder alone', async () => {
    for (const token of [medewerker, dossierhouder]) {
      const { errors } = await app.graphql(token, RECORD, { input: nieuw() });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it('turns the list round from its day on; a cursor of the former order is refused by name', async () => {
    const { data: before } = await app.graphql<List>(medewerker, LIST, { first: 1 });
    const after = before.wachtlijst.pageInfo.endCursor;
    expect((await app.graphql<List>(medewerker, LIST, { first: 1, after })).errors).toBeUndefined();
    const { data } = await app.graphql(beheerder, RECORD, { input: nieuw() });
    expect(data).toMatchObject({
      recordVolgordebeleid: {
        versie: 2,
        geldigTot: null,
        vervallen: false,
        sleutels: [
          {
            naam: 'statusIngangsdatum',
            richting: 'OP',
            regel: 'Wie de huidige wachtstatus het langst heeft gaat voor.',
          },
          { naam: 'bemiddelingspecificatieID', richting: 'AF' },
        ],
      },
    });
    const { data: list } = await app.graphql<List>(medewerker, LIST);
    expect(list.wachtlijst.edges.map(({ node }) => [node.bemiddelingspecificatieID, node.beleid])).toEqual([
      [vroeg.bemiddelingspecificatieID, 2],
      [laat.bemiddelingspecificatieID, 2],
    ]);
    const stale = await app.graphql<List>(medewerker, LIST, { after });
    expect(stale.errors?.[0]?.message).toContain('ander volgordebeleid');
    const gisteren = await app.graphql<List>(medewerker, LIST, { op: '2026-10-31', after });
    expect(gisteren.errors).toBeUndefined();
    for (const cursor of [encodeCursor([2, 1, 2]), encodeCursor(['2']), 'x']) {
      const { errors } = await app.graphql<List>(medewerker, LIST, { after: cursor });
      expect(errors?.[0]?.message).toContain('niet geldig');
    }
    const { data: known } = await app.graphql(
      medewerker,
      `{ volgordebeleid { versie } vorige: volgordebeleid(op: "2026-10-31") { versie geldigTot sleutels { naam } }
         volgordebeleidVersies { versie vervallen } }`,
    );
    expect(known).toEqual({
      volgordebeleid: { versie: 2 },
      vorige: { versie: 1, geldigTot: '2026-10-31', sleutels: KEYS.map((naam) => ({ naam })) },
      volgordebeleidVersies: [
        { versie: 2, vervallen: false },
        { versie: 1, vervallen: false },
      ],
    });
  });
});
