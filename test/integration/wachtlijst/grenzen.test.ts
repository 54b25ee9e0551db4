import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startTestApp, type TestApp } from '../../support/app.js';
import { Planter, type PlantedAllocation } from './planter.js';

const [A, B] = ['99000001', '99000002'];
/** The day on which the first indication of everybody here was issued. */
const EERSTE = '2025-12-01';
let app: TestApp;
let superuser: pg.Client;
let plant: Planter;
let medewerker: string;
let aanbieder: string;

beforeAll(async () => {
  app = await startTestApp();
  superuser = new pg.Client({ connectionString: app.database.superuserUrl });
  await superuser.connect();
  plant = new Planter(superuser);
  await plant.zorgaanbieders(A, B);
  medewerker = await app.medewerker(['5517']);
  aanbieder = await app.zorgaanbieder(A);
});

afterAll(async () => {
  await superuser.end();
  await app.close();
});

async function client(): Promise<PlantedAllocation> {
  const at = await plant.allocation({ afgiftedatum: EERSTE });
  await superuser.query(`update indicatie set ingangsdatum = '2025-12-05' where client_id = $1`, [
    at.clientID,
  ]);
  return at;
}

type Antwoord = { readonly id?: string } & Readonly<Record<string, unknown>>;

/** What a report comes to, at the version the allocation is at. */
async function meld(
  mutatie: string,
  { bemiddelingspecificatieID }: PlantedAllocation,
  over: object,
): Promise<Antwoord> {
  const type = `${mutatie[0]?.toUpperCase() ?? ''}${mutatie.slice(1)}Input`;
  const { data, errors } = await app.graphql<Record<string, Antwoord>>(
    aanbieder,
    `mutation ($input: ${type}!) { ${mutatie}(input: $input) {
       ${/Uitstel/.test(mutatie) ? '... on Uitstelperiode { id: uitstelperiodeID }' : ''} ... on Weigering { regel bron pad melding } } }`,
    { input: { bemiddelingspecificatieID, versie: await versie(bemiddelingspecificatieID), ...over } },
  );
  expect(errors).toBeUndefined();
  return data[mutatie] ?? {};
}

async function versie(id: string): Promise<number> {
  const { rows } = await superuser.query<{ versie: number }>(
    `select versie from bemiddelingspecificatie where bemiddelingspecificatie_id = $1`,
    [id],
  );
  return rows[0]?.versie ?? 0;
}

/** Who waits, in order, with since when their norm clock runs. */
async function lijst(ids: readonly string[]): Promise<string[]> {
  const { data } = await app.graphql<{
    wachtlijst: { edges: { node: { bemiddelingspecificatieID: string; statusIngangsdatum: string } }[] };
  }>(
    medewerker,
    `query { wachtlijst(first: 100) { edges { node { bemiddelingspecificatieID statusIngangsdatum } } } }`,
    {},
  );
  return data.wachtlijst.edges
    .map(({ node }) => node)
    .filter((node) => ids.includes(node.bemiddelingspecificatieID))
    .map((node) => `${ids.indexOf(node.bemiddelingspecificatieID)} ${node.statusIngangsdatum}`);
}

async function signalen({ bemiddelingID }: PlantedAllocation): Promise<string[]> {
  const { data } = await app.graphql<{
    bemiddeling: { bemiddelingspecificaties: { signalen: string[] }[] };
  }>(medewerker, `query ($id: UUID!) { bemiddeling(id: $id) { bemiddelingspecificaties { signalen } } }`, {
    id: bemiddelingID,
  });
  return data.bemiddeling.bemiddelingspecificaties.flatMap((one) => one.signalen);
}

const wacht = (ingangsdatum: string) => ({
  ingangsdatum,
  leveringsstatus: '7',
  leveringsstatusClassificatie: '12',
});

describe('W10: since when somebody can wait', () => {
  it('a provider cannot take the last of the list to its top with a day before the indication', async () => {
    const [first, last] = [await client(), await client()];
    const ids = [first, last].map((one) => one.bemiddelingspecificatieID);
    await meld('reportUitstelperiode', first, wacht('2026-01-10'));
    const { id: uitstelperiodeID } = await meld('reportUitstelperiode', last, wacht('2026-09-01'));
    const before = ['0 2026-01-10', '1 2026-09-01'];
    expect(await lijst(ids)).toEqual(before);

    const w10 = { regel: 'W10', bron: 'OP026', pad: ['ingangsdatum'] };
    const correct = (ingangsdatum: string) =>
      meld('correctUitstelperiode', last, { uitstelperiodeID, ingangsdatum });
    expect(await correct('2021-01-01')).toMatchObject(w10);
    expect(await correct('2025-11-30')).toMatchObject(w10);
    expect(await meld('reportUitstelperiode', last, wacht('2021-01-01'))).toMatchObject(w10);
    expect(await meld('reportAfstel', last, { afsteldatum: '2021-01-01', reden: '12' })).toMatchObject({
      regel: 'W10',
      pad: ['afsteldatum'],
    });
    expect(await lijst(ids)).toEqual(before);
    expect(await versie(last.bemiddelingspecificatieID)).toBe(2);
  });

  it('before the allocation is possible, from the day of issue of the first of all indications (OP026)', async () => {
    const at = await client();
    expect(await meld('reportUitstelperiode', at, wacht(EERSTE))).toMatchObject({ id: expect.any(String) });
    // A later indication, of another zorgkantoor, does not make the first forgotten; an earlier one counts.
    await superuser.query(
      `insert into indicatie (wlz_indicatie_id, client_id, besluitnummer, soort_wlzindicatie, afgiftedatum,
         ingangsdatum, einddatum, initieel_verantwoordelijk_zorgkantoor, geregistreerd_op, geregistreerd_door)
       values (gen_random_uuid(), $1, 2, '1', '2024-03-01', '2024-03-04', '2025-12-04', '5501', now(), 'test')`,
      [at.clientID],
    );
    const early = await meld('reportUitstelperiode', at, wacht('2024-03-01'));
    expect(early).toMatchObject({ id: expect.any(String) });
    expect(await meld('reportUitstelperiode', at, wacht('2024-02-29'))).toMatchObject({ regel: 'W10' });
  });

  it('changed afterwards by more than one may report late, shows to the zorgkantoor while the status runs', async () => {
    const at = await client();
    const { id: uitstelperiodeID } = await meld('reportUitstelperiode', at, wacht('2026-09-15'));
    const correct = (over: object) => meld('correctUitstelperiode', at, { uitstelperiodeID, ...over });
    // Ten werkdagen before 15 September is the first.
    await correct({ ingangsdatum: '2026-09-01' });
    expect(await signalen(at)).toEqual([]);
    await correct({ ingangsdatum: '2026-08-31' });
    expect(await signalen(at)).toEqual(['STATUS_VERVROEGD']);
    await correct({ einddatum: '2026-10-31' });
    expect(await signalen(at)).toEqual([]);
  });

  it('is no moment of decision either', async () => {
    const at = await client();
    const over = { ...wacht('2026-09-01'), vaststellingMoment: '1900-01-01T00:00:00.000Z' };
    expect(await meld('reportUitstelperiode', at, over)).toMatchObject({
      regel: 'W10',
      pad: ['vaststellingMoment'],
    });
  });
});

describe('the end of care', () => {
  const einde = (over: object = {}) => ({ einddatum: '2026-10-31', beeindigingReden: '20', ...over });

  it.each([
    ['W11', 'aanbiederBestemming', { beeindigingReden: '17', aanbiederBestemming: A }],
    ['W12', 'einddatum', { einddatum: '2199-12-31' }],
    ['W10', 'vaststellingMoment', { vaststellingMoment: '1900-01-01T00:00:00.000Z' }],
  ])('%s: is refused at %s, and nothing is stored', async (regel, veld, over) => {
    const at = await client();
    await meld('reportLeveringperiode', at, { ingangsdatum: '2026-10-01' });
    expect(await meld('reportLeveringperiode', at, einde(over))).toMatchObject({ regel, pad: [veld] });
    const { rows } = await superuser.query(
      `select einddatum from leveringperiode join levering using (levering_id) where bemiddelingspecificatie_id = $1`,
      [at.bemiddelingspecificatieID],
    );
    expect(rows).toEqual([{ einddatum: null }]);
    expect(await meld('reportLeveringperiode', at, einde())).not.toHaveProperty('regel');
  });

  it('W11: before it began is not handed over to oneself', async () => {
    const at = await client();
    const afstel = (aanbiederBestemming: string) =>
      meld('reportAfstel', at, { afsteldatum: '2026-10-01', reden: '21', aanbiederBestemming });
    expect(await afstel(A)).toMatchObject({ regel: 'W11', pad: ['aanbiederBestemming'] });
    expect(await afstel(B)).not.toHaveProperty('regel');
  });
});

describe('a report on a day before another report', () => {
  const melding =
    'Op deze toewijzing is voor die dag of later al een wachtstatus gemeld; dat kan hierna niet volgen.';

  it('is refused for that other report, at a field of the input', async () => {
    const at = await client();
    await meld('reportUitstelperiode', at, wacht('2026-10-01'));
    expect(await meld('reportLeveringperiode', at, { ingangsdatum: '2026-09-01' })).toMatchObject({
      regel: 'W4',
      melding,
      pad: ['ingangsdatum'],
    });
    expect(await meld('reportAfstel', at, { afsteldatum: '2026-09-01', reden: '12' })).toMatchObject({
      regel: 'W3',
      melding,
      pad: ['afsteldatum'],
    });
  });
});
