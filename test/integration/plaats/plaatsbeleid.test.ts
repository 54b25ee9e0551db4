import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { issueDevelopmentToken } from '../../../src/modules/toegang/index.js';
import { Verhaalklok } from '../../support/verhaal/verhaalklok.js';
import { A, openPlaatsregister, TODAY, type Plaatsregister } from './plaatsregister.js';

jest.setTimeout(60_000);
const klok = new Verhaalklok();
let register: Plaatsregister;
let aanbieder: string;
let medewerker: string;
let beheerder: string;
let logbeheerder: string;

beforeAll(async () => {
  klok.zet(TODAY);
  register = await openPlaatsregister(klok);
  [aanbieder, medewerker] = [await register.token(A), await register.medewerker()];
  const zonderRegio = (rol: 'BEHEERDER' | 'LOGBEHEERDER'): Promise<string> =>
    issueDevelopmentToken(register.app.config, {
      sub: `proef-${rol.toLowerCase()}`,
      rollen: [rol],
      uzovi: [],
      agb: null,
    });
  [beheerder, logbeheerder] = [await zonderRegio('BEHEERDER'), await zonderRegio('LOGBEHEERDER')];
});
beforeEach(() => klok.zet(TODAY));
afterAll(() => register.close());

const NORM = `mutation ($input: RecordPlaatsnormInput!) { recordPlaatsnorm(input: $input) { __typename
  ... on Plaatsnorm { soort dagen geldigVanaf geldigTot bron } ... on Weigering { code regel bron pad } } }`;
const REDEN = `mutation ($input: RecordWeigeringsredenInput!) { recordWeigeringsreden(input: $input) { __typename
  ... on Weigeringsreden { reden: code omschrijving teltMee geldigVanaf geldigTot bron } ... on Weigering { code regel bron pad } } }`;

const norm = (over: object = {}) => ({
  input: { soort: 'AANBOD', dagen: 3, geldigVanaf: '2026-11-10', bron: 'Overleg van 1 november', ...over },
});
const reden = (over: object = {}) => ({
  input: {
    code: 'ANDERE_LOCATIE',
    omschrijving: 'Wil een andere locatie',
    teltMee: false,
    geldigVanaf: TODAY,
    bron: 'Overleg van 1 november',
    ...over,
  },
});

async function ask(token: string, query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const { data, errors } = await register.app.graphql(token, query, variables);
  return errors === undefined ? data : errors.map(({ extensions }) => extensions?.code);
}

/** The last day on which a place that is offered now can be accepted. */
async function offered(): Promise<unknown> {
  const { uiterlijk, aanbodID } = await register.aanbod(
    aanbieder,
    await register.plaatsen(1),
    await register.wachtende(),
  );
  await register.run(aanbieder, 'withdrawAanbod', { aanbodID, versie: 1, reden: 'Proef' });
  return uiterlijk;
}

async function refuse(code: string): Promise<Record<string, unknown>> {
  const { aanbodID } = await register.aanbod(
    aanbieder,
    await register.plaatsen(1),
    await register.wachtende(),
  );
  return register.run(aanbieder, 'refuseAanbod', { aanbodID, versie: 1, reden: code, conformWens: true });
}

describe('a term around places', () => {
  it('is taken from its first day on; what was offered before keeps its own', async () => {
    const open = await register.aanbod(aanbieder, await register.plaatsen(1), await register.wachtende());
    expect(await ask(beheerder, NORM, norm())).toEqual({
      recordPlaatsnorm: {
        __typename: 'Plaatsnorm',
        soort: 'AANBOD',
        dagen: 3,
        geldigVanaf: '2026-11-10',
        geldigTot: null,
        bron: 'Overleg van 1 november',
      },
    });
    klok.zet('2026-11-09');
    expect(await offered()).toBe('2026-11-16');
    klok.zet('2026-11-10');
    expect(await offered()).toBe('2026-11-13');
    const { uiterlijk } = (
      await register.sql<{ uiterlijk: string }>(`select uiterlijk::text from aanbod where aanbod_id = $1`, [
        open.aanbodID,
      ])
    )[0] ?? { uiterlijk: null };
    expect(uiterlijk).toBe('2026-11-08');
    const versies = `{ plaatsnormen { soort dagen geldigVanaf geldigTot } op: plaatsnormen(op: "2026-11-09") { soort dagen } }`;
    for (const token of [aanbieder, medewerker, beheerder]) {
      expect(await ask(token, versies)).toMatchObject({
        plaatsnormen: [
          { soort: 'AANBOD', dagen: 3, geldigVanaf: '2026-11-10', geldigTot: null },
          { soort: 'AANBOD', dagen: 7, geldigTot: '2026-11-09' },
          { soort: 'BEVESTIGING', dagen: 14, geldigTot: null },
          { soort: 'GESPREK', dagen: 14, geldigTot: null },
          { soort: 'ZORGBEGIN', dagen: 14, geldigTot: null },
        ],
        op: [{ soort: 'AANBOD', dagen: 7 }, { dagen: 14 }, { dagen: 14 }, { dagen: 14 }],
      });
    }
  });

  it.each<[string, object, string, string]>([
    ['a beginning in the past', { geldigVanaf: '2026-10-31' }, 'PL16', 'geldigVanaf'],
    ['a day on which another one begins', { geldigVanaf: '2026-11-10' }, 'PL17', 'geldigVanaf'],
    ['a beginning before one that was laid down', { geldigVanaf: '2026-11-05' }, 'PL17', 'geldigVanaf'],
  ])('is refused with %s', async (_what, over, regel, pad) => {
    const before = await register.sql('select * from plaatsnorm order by soort, geldig_vanaf');
    expect(await ask(beheerder, NORM, norm(over))).toMatchObject({
      recordPlaatsnorm: {
        __typename: 'RegelGeschonden',
        regel,
        pad: [pad],
      },
    });
    expect(await register.sql('select * from plaatsnorm order by soort, geldig_vanaf')).toEqual(before);
  });

  it.each([
    { dagen: -1 },
    { dagen: 367 },
    { dagen: null },
    { soort: 'ANDERS' },
    { bron: '  ' },
    { bron: 'x'.repeat(301) },
  ])('is not read with %j', async (over) => {
    expect(await ask(beheerder, NORM, norm({ geldigVanaf: '2026-12-01', ...over }))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it('of many at the same moment one is laid down', async () => {
    const day = norm({ soort: 'GESPREK', geldigVanaf: '2026-11-20' });
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(beheerder, NORM, day)));
    const kinds = answers.map((answer) => JSON.stringify(answer));
    expect(kinds.filter((text) => text.includes('"Plaatsnorm"'))).toHaveLength(1);
    expect(kinds.filter((text) => text.includes('PL17'))).toHaveLength(3);
  });
});

describe('a reason of refusal', () => {
  it('can be new, and is used from its first day on', async () => {
    const input = {
      code: 'HUISDIER_NIET_MEE',
      omschrijving: ' Het huisdier kan niet mee ',
      geldigVanaf: '2026-11-03',
    };
    expect(await ask(beheerder, REDEN, reden(input))).toMatchObject({
      recordWeigeringsreden: {
        reden: 'HUISDIER_NIET_MEE',
        omschrijving: 'Het huisdier kan niet mee',
        teltMee: false,
      },
    });
    expect(await refuse('HUISDIER_NIET_MEE')).toMatchObject({ code: 'ONGELDIGE_INVOER', pad: ['reden'] });
    klok.zet('2026-11-03');
    expect(await refuse('HUISDIER_NIET_MEE')).toMatchObject({ __typename: 'Aanbod', teltMee: false });
  });

  it('changes its effect and words from a day on; what was refused before keeps those of its own day', async () => {
    const eerder = await refuse('KAMER_BEVALT_NIET');
    expect(eerder).toMatchObject({ teltMee: true });
    const anders = {
      code: 'KAMER_BEVALT_NIET',
      omschrijving: 'De kamer is te klein',
      geldigVanaf: '2026-11-02',
    };
    await ask(beheerder, REDEN, reden(anders));
    klok.zet('2026-11-02');
    expect(await refuse('KAMER_BEVALT_NIET')).toMatchObject({ teltMee: false });
    const { data } = await register.app.graphql<{
      aanbiedingen: {
        edges: { node: { aanbodID: string; teltMee: boolean; weigeringOmschrijving: string } }[];
      };
    }>(
      aanbieder,
      `{ aanbiedingen(first: 100, filter: { status: [GEWEIGERD] }) { edges { node { aanbodID teltMee weigeringOmschrijving } } } }`,
    );
    expect(data.aanbiedingen.edges.map(({ node }) => node)).toContainEqual({
      aanbodID: eerder.aanbodID,
      teltMee: true,
      weigeringOmschrijving: 'De kamer of afdeling bevalt niet',
    });
  });

  it('ends with a last day, and can be laid down again later', async () => {
    const slot = { code: 'ANDERS', geldigVanaf: TODAY, geldigTot: '2026-11-05' };
    expect(await ask(beheerder, REDEN, reden(slot))).toMatchObject({
      recordWeigeringsreden: { geldigTot: '2026-11-05' },
    });
    klok.zet('2026-11-06');
    expect(await refuse('ANDERS')).toMatchObject({ code: 'ONGELDIGE_INVOER' });
    expect(JSON.stringify(await ask(aanbieder, '{ weigeringsredenen { code } }'))).not.toContain('"ANDERS"');
    expect(
      JSON.stringify(await ask(aanbieder, '{ weigeringsredenen(op: "2026-11-05") { code } }')),
    ).toContain('"ANDERS"');
    await ask(beheerder, REDEN, reden({ ...slot, geldigVanaf: '2026-11-06', geldigTot: null }));
    expect(await refuse('ANDERS')).toMatchObject({ __typename: 'Aanbod' });
    const { weigeringsredenVersies: versies } = (await ask(
      medewerker,
      '{ weigeringsredenVersies { code geldigVanaf geldigTot } }',
    )) as { weigeringsredenVersies: { code: string; geldigVanaf: string; geldigTot: string | null }[] };
    expect(versies.filter(({ code }) => code === 'ANDERS').map((one) => one.geldigTot)).toEqual([
      null,
      '2026-11-05',
      '2026-10-31',
    ]);
  });

  it.each<[string, object, string | null, string]>([
    ['a beginning in the past', { geldigVanaf: '2026-10-31' }, 'PL16', 'geldigVanaf'],
    ['an end before its beginning', { geldigTot: '2026-10-31' }, null, 'geldigTot'],
    ['a day before one that was laid down', { code: 'HUISDIER_NIET_MEE' }, 'PL17', 'geldigVanaf'],
  ])('is refused with %s', async (_what, over, regel, pad) => {
    expect(await ask(beheerder, REDEN, reden(over))).toMatchObject({
      recordWeigeringsreden: { regel, pad: [pad] },
    });
  });

  it.each([{ code: 'kleine_letters' }, { omschrijving: ' ' }, { bron: '' }])(
    'is not read with %j',
    async (over) => {
      expect(await ask(beheerder, REDEN, reden(over))).toEqual(['BAD_USER_INPUT']);
    },
  );
});

describe('who lays them down', () => {
  it('is the beheerder alone', async () => {
    for (const token of [aanbieder, medewerker, logbeheerder]) {
      expect(await ask(token, NORM, norm({ geldigVanaf: '2027-01-01' }))).toEqual(['FORBIDDEN']);
      expect(await ask(token, REDEN, reden({ geldigVanaf: '2027-01-01' }))).toEqual(['FORBIDDEN']);
    }
  });

  it('is in the database too the role of the beheerder, which changes nothing but the last day', async () => {
    const row = `('ZORGBEGIN', 1, '2030-01-01', null, 'proef', now(), 'proef')`;
    const as = async (rol: string, statement: string): Promise<unknown> => {
      await register.sql('begin');
      await register.sql(`set local role ${rol}`);
      return register.sql(statement).finally(() => register.sql('rollback'));
    };
    for (const rol of ['wlz_zorgkantoor_schrijver', 'wlz_zorgaanbieder_schrijver', 'wlz_systeem_schrijver']) {
      await expect(as(rol, `insert into plaatsnorm values ${row}`)).rejects.toThrow('permission denied');
      await expect(as(rol, `update weigeringsreden set geldig_tot = null`)).rejects.toThrow(
        'permission denied',
      );
    }
    for (const kolom of ['dagen = 1', `bron = 'x'`, `geldig_vanaf = '2020-01-01'`]) {
      await expect(as('wlz_beheerder', `update plaatsnorm set ${kolom}`)).rejects.toThrow(
        'permission denied',
      );
    }
    await expect(as('wlz_beheerder', 'delete from weigeringsreden')).rejects.toThrow('permission denied');
    await expect(as('wlz_beheerder', `insert into plaatsnorm values ${row}`)).rejects.toThrow(
      'plaatsnorm_een_tegelijk',
    );
    await expect(
      as(
        'wlz_beheerder',
        `insert into weigeringsreden values ('PARTNER_NIET_MEE', 'x', true, '2030-01-01', null, 'proef', now(), 'proef')`,
      ),
    ).rejects.toThrow('weigeringsreden_een_tegelijk');
  });
});
