import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startTestApp, type TestApp } from '../../support/app.js';
import { Planter, type Geplant } from './planter.js';
import { BEUK, followAll, LINDE, THUIS, TODAY } from './register.js';

const TOMORROW = '2026-11-02';

let app: TestApp;
let owner: pg.Client;
let both: Geplant;
let alone: Geplant;

beforeAll(async () => {
  app = await startTestApp(TODAY);
  owner = new pg.Client({ connectionString: app.database.superuserUrl });
  await owner.connect();
  const plant = new Planter(
    (text, params) => owner.query(text, [...params]),
    () => followAll(app.app, owner),
  );
  await plant.zorgaanbieders([LINDE, BEUK, THUIS]);
  both = await plant.wachtende({ coordinatoren: [[THUIS, '2026-01-01']] });
  alone = await plant.wachtende({ dossierhouders: [], coordinatoren: [[THUIS, '2026-01-01']] });
});

afterAll(async () => {
  await owner.end();
  await app.close();
});

const RECORD = `mutation ($input: RecordContactmomentInput!) { antwoord: recordContactmoment(input: $input) {
  __typename ... on Contactmoment { contactmomentID } ... on Weigering { code regel bron pad melding } } }`;
const REGISTER = `mutation ($input: RegisterContactnormInput!) { antwoord: registerContactnorm(input: $input) {
  __typename ... on Weigering { code regel bron pad melding } } }`;

async function ask(token: string, mutation: string, input: Record<string, unknown>): Promise<unknown> {
  const { status, data } = await app.graphql<{ antwoord: unknown }>(token, mutation, { input });
  expect(status).toBe(200);
  return data.antwoord;
}

const contact = ({ bemiddelingID }: Geplant, over: Record<string, unknown> = {}) => ({
  bemiddelingID,
  datum: TODAY,
  regierol: 'DOSSIERHOUDER',
  met: 'CLIENT',
  vorm: 'TELEFOON',
  gesproken: true,
  ...over,
});

/** Everything that a contact or a norm would leave behind. */
async function stored(): Promise<unknown> {
  const { rows } = await owner.query(`
    select (select count(*) from contactmoment)::int as contacten, (select count(*) from contactnorm)::int as normen,
      (select count(*) from contactboek_achterstand)::int as wachtend, (select count(*) from idempotentie)::int as sleutels,
      (select count(*) from contactverplichting_historie)::int as vervangen,
      (select jsonb_agg(v order by v.contactverplichting_id) from contactverplichting v) as verplichtingen`);
  return rows[0];
}

describe('what cannot be is refused over HTTP with its rule, and leaves nothing', () => {
  const c1 = { __typename: 'RegelGeschonden', code: 'REGEL_GESCHONDEN', regel: 'C1', bron: 'S3' };
  const coordinator = { regierol: 'COORDINATOR_ZORG_THUIS', met: 'DOSSIERHOUDER' };

  it.each([
    ['in the future', LINDE, () => contact(both, { datum: TOMORROW }), 'datum'],
    ['of a dossierhouder with itself', LINDE, () => contact(both, { met: 'DOSSIERHOUDER' }), 'met'],
    ['with a dossierhouder where there is none', THUIS, () => contact(alone, coordinator), 'met'],
    [
      'with a contact person where there is none',
      LINDE,
      () => contact(both, { met: 'CONTACTPERSOON' }),
      'met',
    ],
    ['by a provider without the role', THUIS, () => contact(both), 'regierol'],
    ['in a role before it was held', LINDE, () => contact(both, { datum: '2025-12-31' }), 'regierol'],
  ])('a contact %s', async (_what, agb, input, veld) => {
    const before = await stored();
    const sleutel = { idempotencySleutel: randomUUID() };
    const answer = await ask(await app.zorgaanbieder(agb), RECORD, { ...input(), ...sleutel });
    expect(answer).toEqual({ ...c1, pad: [veld], melding: expect.any(String) });
    expect(await stored()).toEqual(before);
  });

  it('a contact by a provider that does not know the client', async () => {
    const before = await stored();
    expect(await ask(await app.zorgaanbieder(BEUK), RECORD, contact(both))).toMatchObject({
      __typename: 'NietGevonden',
      pad: ['bemiddelingID'],
    });
    expect(await stored()).toEqual(before);
  });

  it.each([
    ['looser than twice a year', { maxDagen: 184 }, 'maxDagen'],
    ['as loose as it is', { maxDagen: 183 }, 'maxDagen'],
    ['for a day that is judged already', { geldigVanaf: TODAY }, 'geldigVanaf'],
  ])('a norm %s', async (_what, over, veld) => {
    const before = await stored();
    const norm = {
      zorgkantoor: '5517',
      soort: 'DOSSIERHOUDER_CLIENT',
      wachtstatus: 'ACTIEF_PLAATSEN',
      maxDagen: 90,
      geldigVanaf: TOMORROW,
      bron: 'Besluit 2026-7',
    };
    expect(await ask(await app.medewerker(['5517']), REGISTER, { ...norm, ...over })).toEqual({
      ...c1,
      regel: 'C2',
      pad: [veld],
      melding: expect.any(String),
    });
    expect(await stored()).toEqual(before);
  });
});

describe('the same contact twice', () => {
  it('is one contact, with a key and without; the same key for another contact is refused', async () => {
    const linde = await app.zorgaanbieder(LINDE);
    const input = contact(both, { idempotencySleutel: randomUUID() });
    const first = await ask(linde, RECORD, input);
    expect(first).toMatchObject({ __typename: 'Contactmoment' });
    const after = await stored();
    expect(await ask(linde, RECORD, input)).toEqual(first);
    expect(await ask(linde, RECORD, contact(both))).toEqual(first);
    expect(await ask(linde, RECORD, { ...input, vorm: 'EMAIL' })).toMatchObject({
      __typename: 'SleutelHergebruikt',
    });
    expect(await ask(linde, RECORD, contact(both, { gesproken: false }))).toMatchObject({
      regel: 'C1',
      pad: ['gesproken'],
    });
    expect(await stored()).toEqual(after);
  });
});
