import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Contactbewaking } from '../../../src/modules/contactbewaking/index.js';
import { Taakrunner } from '../../../src/platform/scheduling/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { Planter, type Geplant } from './planter.js';
import { BEUK, followAll, LINDE, THUIS, TODAY } from './register.js';

let app: TestApp;
let owner: pg.Client;
let late: Geplant;

beforeAll(async () => {
  app = await startTestApp(TODAY);
  owner = new pg.Client({ connectionString: app.database.superuserUrl });
  await owner.connect();
  const plant = new Planter(
    (text, params) => owner.query(text, [...params]),
    () => followAll(app.app, owner),
  );
  await plant.zorgaanbieders([LINDE, BEUK, THUIS]);
  late = await plant.wachtende();
  // Due on 19 November, which comes near.
  await plant.wachtende({ dossierhouders: [[BEUK, '2026-05-20']], wacht: [['7', '2026-05-20']] });
  // Waits since two years and spoke twice, once too long ago and once too late.
  const longer = await plant.wachtende({
    dossierhouders: [[BEUK, '2024-11-01']],
    wacht: [['2', '2024-11-01']],
  });
  await plant.contact(longer.bemiddelingID, '2025-10-01', { instelling: BEUK });
  await plant.contact(longer.bemiddelingID, '2026-06-01', { instelling: BEUK });
  await app.app
    .get(Taakrunner, { strict: false })
    .runDag(app.app.get(Contactbewaking, { strict: false }).taak, TODAY);
});

afterAll(async () => {
  await owner.end();
  await app.close();
});

interface Node {
  readonly signaalID: string;
  readonly soort: string;
}

const SIGNALEN = `query ($filter: SignalenFilterInput) { signalen(filter: $filter) { totalCount edges { node {
  signaalID soort verplichting instelling aanleiding levend sluimertTot client { clientID } } } } }`;

async function signalen(token: string, filter: Record<string, unknown> = {}): Promise<Node[]> {
  const { data } = await app.graphql<{ signalen: { totalCount: number; edges: { node: Node }[] } }>(
    token,
    SIGNALEN,
    { filter },
  );
  expect(data.signalen.totalCount).toBe(data.signalen.edges.length);
  return data.signalen.edges.map(({ node }) => node);
}

const soorten = async (token: string, filter: Record<string, unknown> = {}): Promise<string[]> =>
  (await signalen(token, filter)).map(({ soort }) => soort).sort();

const NORM = {
  zorgkantoor: '5517',
  soort: 'DOSSIERHOUDER_CLIENT',
  wachtstatus: 'ACTIEF_PLAATSEN',
  maxDagen: 90,
  geldigVanaf: '2026-11-15',
};

describe('signals over HTTP', () => {
  it('are a worklist for the zorgkantoor and for each provider', async () => {
    const all = ['ESCALATIE', 'JAARNORM_NIET_GEHAALD', 'NADERT', 'NADERT', 'TE_LAAT'];
    expect(await soorten(await app.medewerker(['5517']), { levend: true })).toEqual(all);
    expect(await soorten(await app.zorgaanbieder(LINDE))).toEqual(['ESCALATIE', 'TE_LAAT']);
    expect(await soorten(await app.zorgaanbieder(BEUK), { soort: ['JAARNORM_NIET_GEHAALD'] })).toEqual([
      'JAARNORM_NIET_GEHAALD',
    ]);
    expect(await soorten(await app.medewerker(['5516']))).toEqual([]);
  });

  it('are told to each provider in one message a day, without a name in it', async () => {
    const { rows } = await owner.query<{ ontvanger: string; inhoud: Record<string, unknown> }>(
      `select ontvanger, inhoud from bericht where soort = 'contact.overzicht' order by ontvanger`,
    );
    expect(rows).toEqual([
      {
        ontvanger: LINDE,
        inhoud: { dag: TODAY, nadert: 0, teLaat: 1, jaarnorm: 0, signalen: [expect.any(String)] },
      },
      { ontvanger: BEUK, inhoud: expect.objectContaining({ nadert: 2, teLaat: 0, jaarnorm: 1 }) },
    ]);
  });

  it('are put off with a reason, for a while, by who must act', async () => {
    const SNOOZE = `mutation ($input: SnoozeSignaalInput!) { snoozeSignaal(input: $input) { __typename
      ... on Contactsignaal { sluimertTot sluimerreden } ... on Weigering { code regel pad } } }`;
    const provider = await app.zorgaanbieder(LINDE);
    const signals = await signalen(provider);
    const id = (soort: string): string => signals.find((one) => one.soort === soort)?.signaalID ?? '';
    const snooze = async (token: string, signaalID: string, tot: string): Promise<unknown> =>
      (
        await app.graphql<{ snoozeSignaal: unknown }>(token, SNOOZE, {
          input: { signaalID, tot, reden: 'Afspraak staat' },
        })
      ).data.snoozeSignaal;
    expect(await snooze(provider, id('TE_LAAT'), '2027-02-01')).toMatchObject({ regel: 'C3', pad: ['tot'] });
    expect(await snooze(provider, id('ESCALATIE'), '2026-11-10')).toMatchObject({ code: 'NIET_TOEGESTAAN' });
    expect(await snooze(await app.zorgaanbieder(BEUK), id('TE_LAAT'), '2026-11-10')).toMatchObject({
      code: 'NIET_GEVONDEN',
    });
    expect(await snooze(provider, id('TE_LAAT'), '2026-11-10')).toMatchObject({ sluimertTot: '2026-11-10' });
    expect(await soorten(provider, { levend: true, sluimerend: false })).toEqual(['ESCALATIE']);
  });

  it('are no longer alive once a contact is there, before any task looks', async () => {
    await app.graphql(
      await app.zorgaanbieder(LINDE),
      `mutation ($input: RecordContactmomentInput!) { recordContactmoment(input: $input) { __typename } }`,
      {
        input: {
          bemiddelingID: late.bemiddelingID,
          datum: TODAY,
          regierol: 'DOSSIERHOUDER',
          met: 'CLIENT',
          vorm: 'TELEFOON',
          gesproken: true,
        },
      },
    );
    expect(await soorten(await app.zorgaanbieder(LINDE), { levend: true })).toEqual([]);
    expect(await soorten(await app.zorgaanbieder(LINDE), { levend: false })).toEqual([
      'ESCALATIE',
      'TE_LAAT',
    ]);
  });
});

describe('norms over HTTP', () => {
  const REGISTER = `mutation ($input: RegisterContactnormInput!) { registerContactnorm(input: $input) { __typename
    ... on Contactnorm { versie maxDagen zorgkantoor } ... on Weigering { code regel bron pad } } }`;
  const register = async (over: Record<string, unknown>): Promise<unknown> =>
    (
      await app.graphql<{ registerContactnorm: unknown }>(await app.medewerker(['5517']), REGISTER, {
        input: { ...NORM, bron: 'Besluit 2026-7', ...over },
      })
    ).data.registerContactnorm;

  it('are tried out first: who would be late, and nothing is stored', async () => {
    const { data } = await app.graphql(
      await app.medewerker(['5517']),
      `query ($norm: ContactnormInput!) { simuleerContactnorm(norm: $norm) { peildag teLaat perZorgaanbieder {
        instelling teLaat } } }`,
      { norm: NORM },
    );
    expect(data).toEqual({
      simuleerContactnorm: {
        peildag: '2026-11-15',
        teLaat: 1,
        perZorgaanbieder: [{ instelling: BEUK, teLaat: 1 }],
      },
    });
    expect((await owner.query('select from contactnorm where zorgkantoor is not null')).rows).toEqual([]);
  });

  it.each([
    ['looser than twice a year', { maxDagen: 184 }, { regel: 'C2', bron: 'S3', pad: ['maxDagen'] }],
    ['no stricter than the one there is', { maxDagen: 183 }, { regel: 'C2', pad: ['maxDagen'] }],
    ['of today', { geldigVanaf: TODAY }, { regel: 'C2', pad: ['geldigVanaf'] }],
    ['with a classificatie that does not go with the status', { classificatie: '03' }, { regel: 'W1' }],
    ['of another office', { zorgkantoor: '5516' }, { code: 'NIET_TOEGESTAAN' }],
  ])('are refused when %s', async (_what, over, refusal) => {
    expect(await register(over)).toMatchObject(refusal);
  });

  it('hold from their first day: the obligation of that day follows at once', async () => {
    expect(await register({})).toEqual({
      __typename: 'Contactnorm',
      versie: 1,
      maxDagen: 90,
      zorgkantoor: '5517',
    });
    const { rows } = await owner.query(
      `select van::text, tot::text, uiterlijk::text, te_laat_sinds::text as laat, norm_versie as versie, vervalreden
       from contactverplichting where instelling = $1 and begin = '2026-05-20' order by van`,
      [BEUK],
    );
    expect(rows).toEqual([
      {
        van: '2026-05-20',
        tot: '2026-11-14',
        uiterlijk: '2026-11-19',
        laat: null,
        versie: 1,
        vervalreden: 'TERMIJN_HERZIEN',
      },
      {
        van: '2026-11-15',
        tot: null,
        uiterlijk: '2026-08-18',
        laat: '2026-11-15',
        versie: 1,
        vervalreden: null,
      },
    ]);
    expect(await register({})).toMatchObject({ regel: 'C2' });
  });
});

describe('the record of a provider', () => {
  it('is told in numbers and as a picture, to itself and to the office', async () => {
    const RECORD = `query ($agb: String!) { contactprestatie(instelling: $agb) {
      afgerond opTijd aandeelOpTijd mediaanDagenTeLaat nuTeLaat } }`;
    const { data } = await app.graphql(await app.zorgaanbieder(BEUK), RECORD, { agb: BEUK });
    expect(data).toEqual({
      contactprestatie: { afgerond: 1, opTijd: 0, aandeelOpTijd: 0, mediaanDagenTeLaat: 60, nuTeLaat: 0 },
    });
    const { errors } = await app.graphql(await app.zorgaanbieder(LINDE), RECORD, { agb: BEUK });
    expect(errors).toBeDefined();
    const picture = await fetch(
      app.url.replace('/graphql', `/grafiek/contactprestatie.svg?instelling=${BEUK}`),
      {
        headers: { authorization: `Bearer ${await app.medewerker(['5517'])}` },
      },
    );
    expect(picture.status).toBe(200);
    expect(await picture.text()).toContain('0 van 1 (0% op tijd)');
  });
});
