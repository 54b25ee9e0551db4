import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { generateDemoData } from '../../../src/modules/demodata/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const DEMO = { seed: 7, asof: '2026-11-01', clients: 120 };
const { bemiddeling: bemiddelingen } = generateDemoData(DEMO).bemiddelingen.data;

let app: TestApp;
let medewerker: string;
let owner: pg.Client;

beforeAll(async () => {
  app = await startTestApp(DEMO.asof);
  expect((await app.takeInDemoData(DEMO)).refusals).toEqual([]);
  medewerker = await app.medewerker();
  owner = new pg.Client({ connectionString: app.database.superuserUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await app.close();
});

type Demo = (typeof bemiddelingen)[number];
type Vorm = Demo['bemiddelingspecificatie'][number];

/** A bemiddeling of the invented register that is as asked; every situation occurs in it. */
function find(wanted: (one: Demo) => boolean): Demo {
  const found = bemiddelingen.find(wanted);
  if (found === undefined) throw new Error('the invented register has no such bemiddeling');
  return found;
}

const open = ({ toewijzingEinddatum }: Vorm): boolean => toewijzingEinddatum === null;
const mptMetPgb = () =>
  find(({ bemiddelingspecificatie: s }) => s.length === 2 && s.some((one) => one.leveringsvorm === '2'));
const alleenVerblijf = () =>
  find(
    ({ bemiddelingspecificatie: [s, ...rest] }) => rest.length === 0 && s?.leveringsvorm === '4' && open(s),
  );

const BEMIDDELING = `query ($id: UUID!) {
  bemiddeling(id: $id) {
    bemiddelingID versie
    client { clientID bemiddelingen { bemiddelingID } }
    indicatie { wlzIndicatieID bemiddelingen { bemiddelingID } }
    dossierhouder { instelling }
    coordinatorZorgThuis { instelling regierolOmschrijving zorgaanbieder { agbCode naam locaties { naam } } }
    bemiddelingspecificaties {
      bemiddelingspecificatieID leveringsvorm leveringsvormNaam pgbPercentage versie
      waarschuwingen { code regel melding }
      zorgaanbieder { agbCode }
      historie { percentage pgbPercentage toewijzingEinddatum geregistreerdOp vervangenOp }
    }
    regiehouders { regiehouderID regierol einddatum historie { einddatum } }
  }
}`;

interface Answer {
  readonly bemiddeling: {
    readonly versie: number;
    readonly client: {
      readonly clientID: string;
      readonly bemiddelingen: readonly { readonly bemiddelingID: string }[];
    };
    readonly indicatie: { readonly wlzIndicatieID: string; readonly bemiddelingen: readonly unknown[] };
    readonly dossierhouder: { readonly instelling: string } | null;
    readonly coordinatorZorgThuis: Record<string, unknown> | null;
    readonly bemiddelingspecificaties: readonly {
      readonly bemiddelingspecificatieID: string;
      readonly leveringsvorm: string;
      readonly leveringsvormNaam: string;
      readonly pgbPercentage: number | null;
      readonly versie: number;
      readonly zorgaanbieder: { readonly agbCode: string } | null;
      readonly historie: readonly Record<string, unknown>[];
    }[];
    readonly regiehouders: readonly {
      readonly regierol: string;
      readonly einddatum: string | null;
      readonly historie: readonly unknown[];
    }[];
  };
}

const ask = (token: string, id: string) => app.graphql<Answer | null>(token, BEMIDDELING, { id });

async function show(token: string, id: string): Promise<Answer['bemiddeling']> {
  const { data, errors } = await ask(token, id);
  if (data === null || errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.bemiddeling;
}

/** Runs a mutation; gives what its union answers. */
async function mutate(token: string, name: string, input: Record<string, unknown>, fields: string) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) {
    __typename ... on Weigering { code regel bron pad melding } ${fields} } }`;
  const { data, errors } = await app.graphql<Record<string, Record<string, unknown>>>(token, query, {
    input,
  });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data[name] ?? {};
}

describe('a bemiddeling', () => {
  it('shows its client, indication, allocations and roles, with the data of the providers', async () => {
    const een = mptMetPgb();
    const shown = await show(medewerker, een.bemiddelingID);
    expect(shown.client.clientID).toBe(een.client.clientID);
    expect(shown.client.bemiddelingen).toEqual([{ bemiddelingID: een.bemiddelingID }]);
    expect(shown.indicatie.wlzIndicatieID).toBe(een.wlzIndicatieID);
    expect(shown.indicatie.bemiddelingen).toEqual([{ bemiddelingID: een.bemiddelingID }]);
    expect(shown.dossierhouder).toBeNull();
    expect(shown.coordinatorZorgThuis).toMatchObject({
      instelling: een.regiehouder[0]?.instelling,
      regierolOmschrijving: 'Coordinator Zorg Thuis',
      zorgaanbieder: { agbCode: een.regiehouder[0]?.instelling },
    });
    expect(shown.bemiddelingspecificaties.map((s) => [s.leveringsvorm, s.leveringsvormNaam]).sort()).toEqual([
      ['2', 'PGB'],
      ['7', 'MPT'],
    ]);
  });

  it('shows the share of the pgb to the zorgkantoor and never to a provider (P2), also not in the history', async () => {
    const een = mptMetPgb();
    const pgb = een.bemiddelingspecificatie.find(({ leveringsvorm }) => leveringsvorm === '2');
    await owner.query(
      `update bemiddelingspecificatie set pgb_percentage = pgb_percentage + 100, geregistreerd_op = now()
       where bemiddelingspecificatie_id = $1`,
      [pgb?.bemiddelingspecificatieID],
    );
    const van = async (token: string) => {
      const shown = await show(token, een.bemiddelingID);
      const found = shown.bemiddelingspecificaties.find(({ leveringsvorm }) => leveringsvorm === '2');
      return [found?.pgbPercentage, ...(found?.historie.map(({ pgbPercentage }) => pgbPercentage) ?? [])];
    };
    const waarde = pgb?.pgbPercentage ?? 0;
    expect(await van(medewerker)).toEqual([waarde + 100, waarde]);
    const aanbieder = await app.zorgaanbieder(een.regiehouder[0]?.instelling ?? '');
    const gezien = await van(aanbieder);
    expect(new Set(gezien)).toEqual(new Set([null]));
  });

  it('is not there for a stranger, in the same words as one that does not exist', async () => {
    const een = alleenVerblijf();
    const betrokken = een.bemiddelingspecificatie[0]?.instelling;
    const vreemd = await app.zorgaanbieder(betrokken === '99000001' ? '99000002' : '99000001');
    const foreign = await ask(vreemd, een.bemiddelingID);
    const unknown = await ask(vreemd, een.client.clientID);
    expect(foreign.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    expect(foreign.errors?.map(({ message }) => message)).toEqual(
      unknown.errors?.map(({ message }) => message),
    );
    expect(foreign.data ?? null).toBeNull();
  });

  it('leaves one line in the log for its client', async () => {
    const een = alleenVerblijf();
    const lines = `select count(*)::int as n from logregel where client_id = $1 and actie = 'R'`;
    const before = await owner.query<{ n: number }>(lines, [een.client.clientID]);
    await show(medewerker, een.bemiddelingID);
    const after = await owner.query<{ n: number }>(lines, [een.client.clientID]);
    expect((after.rows[0]?.n ?? 0) - (before.rows[0]?.n ?? 0)).toBe(1);
  });
});

describe('the mutations', () => {
  const SPECIFICATIE = `... on Bemiddelingspecificatie { bemiddelingspecificatieID versie toewijzingEinddatum leveringsvormNaam
    historie { toewijzingEinddatum } bemiddeling { versie regiehouders { regierol einddatum } } }`;

  it('allocate, hand a role over and end, each answering what is stored', async () => {
    const een = alleenVerblijf();
    const [verblijf] = een.bemiddelingspecificatie;
    const input = {
      wlzIndicatieID: een.wlzIndicatieID,
      leveringsvorm: '7',
      zzpCode: verblijf?.zzpCode,
      toewijzingIngangsdatum: '2026-11-01',
      instelling: '99000004',
      percentage: 10000,
      soortToewijzing: '3',
      regiehouder: { instelling: '99000004' },
    };
    const gemaakt = await mutate(medewerker, 'createBemiddelingspecificatie', input, SPECIFICATIE);
    expect(gemaakt).toMatchObject({
      __typename: 'Bemiddelingspecificatie',
      leveringsvormNaam: 'MPT',
      versie: 1,
    });
    const { versie } = await show(medewerker, een.bemiddelingID);
    const opvolger = verblijf?.instelling === '99000001' ? '99000002' : '99000001';
    const houder = await mutate(
      medewerker,
      'assignRegiehouder',
      {
        bemiddelingID: een.bemiddelingID,
        versie,
        instelling: opvolger,
        regierol: 'DOSSIERHOUDER',
        ingangsdatum: '2026-11-01',
      },
      `... on Regiehouder { instelling bemiddeling { versie dossierhouder { instelling } } }`,
    );
    expect(houder).toMatchObject({
      instelling: opvolger,
      bemiddeling: { versie: versie + 1, dossierhouder: { instelling: opvolger } },
    });
    const eind = {
      bemiddelingspecificatieID: gemaakt['bemiddelingspecificatieID'],
      einddatum: '2026-11-15',
      redenIntrekking: '6',
    };
    const geeindigd = await mutate(
      medewerker,
      'endBemiddelingspecificatie',
      { ...eind, versie: 1 },
      SPECIFICATIE,
    );
    expect(geeindigd).toMatchObject({
      versie: 2,
      toewijzingEinddatum: '2026-11-15',
      historie: [{ toewijzingEinddatum: null }],
    });
    expect(await mutate(medewerker, 'endBemiddelingspecificatie', { ...eind, versie: 1 }, '')).toMatchObject({
      __typename: 'VersieVerouderd',
      pad: ['versie'],
    });
  });

  it('refuse by rule, and name the field without its value', async () => {
    const een = alleenVerblijf();
    const shown = await show(medewerker, een.bemiddelingID);
    const weigering = await mutate(
      medewerker,
      'createBemiddelingspecificatie',
      {
        bemiddelingID: een.bemiddelingID,
        leveringsvorm: '8',
        zzpCode: '754',
        toewijzingIngangsdatum: '2026-11-01',
        instelling: '99000001',
        percentage: 10000,
        opname: '1',
      },
      '',
    );
    expect(weigering).toEqual({
      __typename: 'RegelGeschonden',
      code: 'REGEL_GESCHONDEN',
      regel: 'T1',
      bron: 'CD072',
      pad: ['etmalen'],
      melding: 'Bij deeltijdverblijf hoort het aantal etmalen.',
    });
    const dossierhouder = await app.zorgaanbieder(shown.dossierhouder?.instelling ?? '');
    const poging = {
      bemiddelingID: een.bemiddelingID,
      versie: shown.versie,
      instelling: '99000008',
      regierol: 'DOSSIERHOUDER',
      ingangsdatum: '2026-11-01',
    };
    expect(await mutate(dossierhouder, 'assignRegiehouder', poging, '')).toMatchObject({
      __typename: 'NietToegestaan',
    });
  });

  it('end everything when a client died', async () => {
    const een = find(({ bemiddelingspecificatie: s }) =>
      s.some((one) => one.soortToewijzing === '3' && open(one)),
    );
    const result = await mutate(
      medewerker,
      'registerOverlijden',
      { clientID: een.client.clientID, overlijdensdatum: '2026-10-31' },
      `... on Client { overlijdensdatum bemiddelingen { bemiddelingspecificaties { toewijzingEinddatum redenIntrekking } dossierhouder { instelling } } }`,
    );
    expect(result['overlijdensdatum']).toBe('2026-10-31');
    const [bemiddeling] = result['bemiddelingen'] as {
      bemiddelingspecificaties: { toewijzingEinddatum: string }[];
      dossierhouder: unknown;
    }[];
    expect(bemiddeling?.dossierhouder).toBeNull();
    for (const { toewijzingEinddatum } of bemiddeling?.bemiddelingspecificaties ?? []) {
      expect(toewijzingEinddatum <= '2026-10-31').toBe(true);
    }
    const wachtend = await owner.query(
      `select 1 from wachtlijstplaats where client_id = $1 and (tot is null or tot > '2026-10-31')`,
      [een.client.clientID],
    );
    expect(wachtend.rows).toEqual([]);
  });
});
