import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { addDays } from '../../../src/platform/clock/index.js';
import { bezwaren } from './eisen.js';
import { Register, TODAY, type Antwoord, type Vrager } from './register.js';

/** The bad inputs of identity of records and of values. B01–B33 and B34–B36, B44 have their tests at the door and at toegang. */
let register: Register;
let kantoor: Vrager;
let aanbieder: Vrager;
let clientID: string;

beforeAll(async () => {
  register = await Register.open(20);
  kantoor = register.vrager('zorgkantoor 5517');
  aanbieder = register.vrager('zorgaanbieder met veel');
  clientID = register.sporen.idsVan(kantoor, 'client', true)[0] ?? '';
  // The mark of the crawler is no AGB code of a huisarts.
  await register.superuser.query('update client set huisarts = null');
});

afterAll(() => register.close());

/** Asks, and holds the answer against the contract of a safe result. */
async function vraag(vrager: Vrager, query: string, variables: object = {}): Promise<Antwoord> {
  const antwoord = await register.vraag(vrager, query, variables);
  expect([query, variables, bezwaren(register, vrager, antwoord)]).toEqual([query, variables, []]);
  return antwoord;
}

const data = ({ body }: Antwoord, field: string): unknown => body.data?.[field];

interface Weigering {
  readonly __typename: string;
  readonly pad?: readonly string[];
  readonly melding?: string;
}

/** The refusal of a mutation, at the door or by the domain; fails when it was done. */
async function geweigerd(vrager: Vrager, mutatie: string, input: object): Promise<string> {
  const naam = `${mutatie.charAt(0).toUpperCase()}${mutatie.slice(1)}Input`;
  const antwoord = await vraag(
    vrager,
    `mutation ($input: ${naam}!) { ${mutatie}(input: $input) { __typename ... on Weigering { pad melding } } }`,
    { input },
  );
  const weigering = data(antwoord, mutatie) as Weigering | undefined;
  const code = antwoord.body.errors?.[0]?.extensions?.code;
  const soort = code ?? weigering?.__typename ?? '';
  expect([soort, input]).toEqual([
    expect.stringMatching(
      /^(BAD_USER_INPUT|NOT_FOUND|OngeldigeInvoer|RegelGeschonden|NietGevonden|NietToegestaan|VersieVerouderd)$/,
    ),
    input,
  ]);
  return soort;
}

/** Every one of these is refused, and nothing in the register is another. */
async function allesGeweigerd(mutatie: string, inputs: readonly object[]): Promise<void> {
  const voor = await register.stand();
  for (const input of inputs) await geweigerd(kantoor, mutatie, input);
  expect(await register.stand()).toEqual(voor);
}

async function gegevens(): Promise<{ clientID: string; gezienOp: string }> {
  const antwoord = await vraag(kantoor, `{ client(id: "${clientID}") { geregistreerdOp } }`);
  return { clientID, gezienOp: (data(antwoord, 'client') as { geregistreerdOp: string }).geregistreerdOp };
}

const indicatie = (client: object, more: object = {}): object => ({
  client: { bsn: '999911120', geboortedatum: '1950-03-01', geslacht: '1', geslachtsnaam: 'Proef', ...client },
  indicatie: {
    afgiftedatum: '2026-10-01',
    besluitnummer: 12,
    ingangsdatum: '2026-10-01',
    initieelVerantwoordelijkZorgkantoor: '5517',
    geindiceerdeZorgzwaartepakketten: [{ zzpCode: '754', ingangsdatum: '2026-10-01' }],
    ...more,
  },
});

const zoek = (filter: object, first: unknown = 50): Promise<Antwoord> =>
  vraag(
    kantoor,
    'query ($f: ClientenFilterInput, $n: Int! = 50) { clienten(filter: $f, first: $n) { totalCount edges { node { clientID } } } }',
    { f: filter, n: first },
  );
const aantal = (antwoord: Antwoord): number | undefined =>
  (data(antwoord, 'clienten') as { totalCount: number } | undefined)?.totalCount;

const LIJSTEN: readonly (readonly [string, string])[] = [
  ['wachtlijst', 'bemiddelingspecificatieID'],
  ['clienten', 'clientID'],
  ['contactverplichtingen', 'bemiddelingID'],
];

describe('records of others', () => {
  it('B37, B39, B40, B43: by the crawler, which asks as everybody and in every form', () => {
    expect(register.vragers.length).toBeGreaterThan(4);
  });

  it('B38: from an own client to what others share, and back to clients', async () => {
    const antwoord = await vraag(
      aanbieder,
      `{ clienten(first: 20) { edges { node { bemiddelingen { dossierhouder { zorgaanbieder { naam } }
        indicatie { bemiddelingen { client { naam indicaties { client { naam } } } } } } } } } }`,
    );
    expect(antwoord.status).toBe(200);
  });

  it.each(LIJSTEN)('B41: a cursor of %s gives no rights, and no way in when edited', async (lijst, veld) => {
    const pagina = (vrager: Vrager, after: string | null): Promise<Antwoord> =>
      vraag(
        vrager,
        `query ($after: String) { ${lijst}(first: 1, after: $after) { pageInfo { endCursor } edges { node { ${veld} } } } }`,
        { after },
      );
    const eigen = await pagina(kantoor, null);
    const cursor =
      (data(eigen, lijst) as { pageInfo: { endCursor: string | null } }).pageInfo.endCursor ?? '';
    expect(cursor).not.toBe('');
    await pagina(aanbieder, cursor);
    const values = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const vervalst = [
      ...values.map((_, i) => values.map((value, j) => (i === j ? `' or 1=1 --` : value))),
      [...values, 1],
      values.map(() => null),
      values.map(() => ({})),
    ].map((one) => Buffer.from(JSON.stringify(one)).toString('base64url'));
    for (const after of [...vervalst, 'x', '', '!', 'a'.repeat(5_000)]) await pagina(aanbieder, after);
  });

  it('B42: an input takes no field that is not its own', async () => {
    const base = await gegevens();
    await allesGeweigerd(
      'updateClientgegevens',
      ['id', 'versie', 'bsn', 'aanbiederId', 'geregistreerdDoor', 'deletedAt', 'constructor'].map(
        (extra) => ({
          ...base,
          commentaar: 'Proef',
          [extra]: '1',
        }),
      ),
    );
  });
});

describe('a BSN', () => {
  const SLECHT = [
    '123456789',
    '000000000',
    '99999001',
    '9999900199',
    '1e8',
    '99999 0019',
    '999.990.019',
    ' 999990019',
    '９９９９９００１９',
    '',
  ];

  it('B45: that is none is refused and not repeated', async () => {
    await allesGeweigerd(
      'registerIndicatie',
      SLECHT.map((bsn) => indicatie({ bsn })),
    );
    for (const bsn of SLECHT) {
      const antwoord = await zoek({ bsn });
      expect([bsn, aantal(antwoord) ?? 0]).toEqual([bsn, 0]);
      const inhoud = antwoord.tekst.split('\n\n').at(-1) ?? '';
      if (bsn.trim().length > 3) expect(inhoud).not.toContain(bsn);
    }
  });

  it('B46: is text: no number is taken, and a leading zero stays', async () => {
    const getal = await vraag(kantoor, '{ clienten(filter: { bsn: 12345672 }) { totalCount } }');
    expect(getal.status).toBe(400);
    expect(getal.tekst).not.toContain('12345672');
    const { rows } = await register.superuser.query<{ bsn: string }>(
      'select bsn from client where client_id = $1',
      [clientID],
    );
    await register.superuser.query('update client set bsn = $2 where client_id = $1', [
      clientID,
      '012345672',
    ]);
    const gevonden = await vraag(
      kantoor,
      '{ clienten(filter: { bsn: "012345672" }) { edges { node { clientID bsn } } } }',
    );
    expect(data(gevonden, 'clienten')).toEqual({ edges: [{ node: { clientID, bsn: '012345672' } }] });
    await register.superuser.query('update client set bsn = $2 where client_id = $1', [
      clientID,
      rows[0]?.bsn,
    ]);
  });

  it('B47: a provider learns of no BSN by creating; the register is no provider’s to add to', async () => {
    const { bsn } = register.sporen.vreemde(aanbieder);
    const antwoorden = [];
    for (const one of [bsn, '999911120']) {
      const mutation = `mutation ($input: RegisterIndicatieInput!) { registerIndicatie(input: $input) { __typename } }`;
      antwoorden.push((await vraag(aanbieder, mutation, { input: indicatie({ bsn: one }) })).body);
    }
    expect(antwoorden[0]).toEqual(antwoorden[1]);
  });

  it('B48: in the name of an operation, the address or a header comes back nowhere', async () => {
    const bsn = '999911120';
    const response = await fetch(`${register.app.url}?bsn=${bsn}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-bsn': bsn },
      body: JSON.stringify({ query: `query z${bsn} { ik { sub } }`, operationName: `z${bsn}` }),
    });
    const headers = JSON.stringify([...response.headers]);
    expect(`${headers}${await response.text()}`).not.toContain(bsn);
    const { rows } = await register.superuser.query('select 1 from logregel l where l::text ~ $1', [bsn]);
    expect(rows).toEqual([]);
  });
});

describe('text', () => {
  const bewaar = async (commentaar: string): Promise<string | null> => {
    const input = { ...(await gegevens()), commentaar };
    const antwoord = await vraag(
      kantoor,
      `mutation ($input: UpdateClientgegevensInput!) { updateClientgegevens(input: $input) {
         __typename ... on Client { commentaar } ... on Weigering { melding } } }`,
      { input },
    );
    const node = data(antwoord, 'updateClientgegevens') as { __typename: string; commentaar?: string | null };
    expect(node).toMatchObject({ __typename: 'Client' });
    const { rows } = await register.superuser.query<{ commentaar: string | null }>(
      'select commentaar from client where client_id = $1',
      [clientID],
    );
    expect(node.commentaar ?? null).toBe(rows[0]?.commentaar ?? null);
    return node.commentaar ?? null;
  };

  it('B49, B50, B52: with a NUL, half a pair, controls or marks of direction is refused', async () => {
    const slecht = ['a\u0000', '\ud800', 'a\u202eb', 'a\u200bb', 'a\u2066b', '\u001b[31m'];
    const base = await gegevens();
    await allesGeweigerd(
      'updateClientgegevens',
      slecht.map((commentaar) => ({ ...base, commentaar })),
    );
    await allesGeweigerd(
      'registerIndicatie',
      slecht.map((geslachtsnaam) => indicatie({ geslachtsnaam })),
    );
    for (const naam of slecht) expect(aantal(await zoek({ naam })) ?? 0).toBe(0);
    // In an enum, and written in the document itself.
    const enumeratie = await vraag(
      kantoor,
      'query ($w: [Wachtstatus!]) { wachtlijst(filter: { wachtstatus: $w }) { totalCount } }',
      {
        w: ['\u0000'],
      },
    );
    expect(enumeratie.status).toBe(400);
    expect((await vraag(kantoor, '{ clienten(filter: { naam: "\\u0000" }) { totalCount } }')).status).toBe(
      400,
    );
    expect((await vraag(kantoor, '{ clienten(filter: { naam: "\\ud800" }) { totalCount } }')).status).toBe(
      400,
    );
  });

  it('B51: composed and decomposed are one name', async () => {
    await register.superuser.query(`update client set geslachtsnaam = 'Zo\u00ebmans' where client_id = $1`, [
      clientID,
    ]);
    expect(aantal(await zoek({ naam: 'Zo\u00ebmans' }))).toBe(1);
    expect(aantal(await zoek({ naam: 'Zoe\u0308mans' }))).toBe(1);
    expect(await bewaar('Zoe\u0308')).toBe('Zo\u00eb');
  });

  it('B52: marks without end are too long; a family of emoji is kept as it is', async () => {
    await allesGeweigerd('registerIndicatie', [indicatie({ geslachtsnaam: `e${'\u0301'.repeat(10_000)}` })]);
    expect(await bewaar('👨‍👩‍👧')).toBe('👨‍👩‍👧');
  });

  it('B53: of 90 kB and of 1 MB is refused', async () => {
    const base = await gegevens();
    await allesGeweigerd('updateClientgegevens', [
      { ...base, commentaar: 'a'.repeat(4_001) },
      { ...base, commentaar: 'a'.repeat(90_000) },
    ]);
    const groot = await register.vraag(kantoor, 'query ($a: String) { ik { sub } }', {
      a: 'a'.repeat(1_100_000),
    });
    expect(groot.status).toBeGreaterThanOrEqual(400);
    expect(groot.status).toBeLessThan(500);
  });

  it.each([
    '<script>alert(1)</script>',
    `=cmd|'/c calc'!A0`,
    '../../etc/passwd',
    '{{7*7}} ${7*7}',
    `'; drop table client; --`,
    '%_\\',
  ])('B54: %s is text, and nothing more', async (tekst) => {
    expect(await bewaar(tekst)).toBe(tekst);
    const alles = aantal(await zoek({}));
    expect(alles).toBeGreaterThan(1);
    expect(aantal(await zoek({ naam: tekst })) ?? 0).toBe(0);
  });

  it('B55: to search by is no pattern', async () => {
    const antwoord = await zoek({ naam: '(((a+)+)+)$'.repeat(450) });
    expect(aantal(antwoord) ?? 0).toBe(0);
    for (const naam of ['(((a+)+)+)$', '.*', '[a-z]+', '%', '___'])
      expect([naam, aantal(await zoek({ naam })) ?? 0]).toEqual([naam, 0]);
  });
});

describe('numbers', () => {
  it('B56, B57: out of range, with a part, or in other clothes', async () => {
    const numbers = [2_147_483_647, 2_147_483_648, -1, 0, 1.5, 1e308, 'NaN', '5', 0.1 + 0.2, true, null, []];
    await allesGeweigerd(
      'registerIndicatie',
      numbers.map((besluitnummer) => indicatie({}, { besluitnummer })),
    );
    // Sent as it is: JSON of ours has no such numbers.
    for (const getal of ['-0', '1e999', '0.10000000000000000000', '1.00000000000000000001']) {
      const antwoord = await register.stuur(
        kantoor,
        `{"query":"query ($n: Int!) { clienten(first: $n) { totalCount } }","variables":{"n":${getal}}}`,
      );
      expect([getal, bezwaren(register, kantoor, antwoord)]).toEqual([getal, []]);
    }
  });
});

describe('days and moments', () => {
  it('B58: only a day that exists, between 1900 and 2199', async () => {
    const slecht =
      `2026-02-30 2026-13-01 0000-01-01 0001-01-01 9999-12-31 99999-01-01 infinity -infinity now tomorrow
      epoch 2026 2026-W05 20260101 2026-1-1 2026-01-01T00:00:00Z`.split(/\s+/);
    await allesGeweigerd(
      'registerIndicatie',
      [...slecht, '', ' 2026-01-01', 20260101].map((ingangsdatum) => indicatie({}, { ingangsdatum })),
    );
    for (const op of slecht) {
      const antwoord = await vraag(kantoor, 'query ($op: Date) { wachtlijst(op: $op) { totalCount } }', {
        op,
      });
      expect([op, antwoord.status]).toEqual([op, 400]);
    }
  });

  it('B59: a month or a year on from a day that is not there ends on the last day, in SQL as here', async () => {
    for (const [day, months] of [
      ['2024-02-29', 12],
      ['2026-01-31', 1],
      ['2023-12-31', 2],
      ['2024-02-29', 48],
    ] as const) {
      const { rows } = await register.superuser.query<{ dag: string }>(
        `select ($1::date + make_interval(months => $2))::date::text as dag`,
        [day, months],
      );
      expect(Temporal.PlainDate.from(day).add({ months }).toString()).toBe(rows[0]?.dag);
    }
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  });

  it('B60: a moment needs its zone, and one that exists', async () => {
    const peil = (zoalsBekendOp: string): Promise<Antwoord> =>
      vraag(kantoor, 'query ($t: DateTime) { wachtlijst(zoalsBekendOp: $t) { totalCount } }', {
        t: zoalsBekendOp,
      });
    for (const moment of [
      '2026-03-29T02:30:00',
      '2026-10-25T02:30:00',
      '2026-10-25',
      '2026-10-25T02:30:00+99:00',
      '2026-06-30T23:59:60Z',
      '2026-02-30T10:00:00Z',
      '2026-10-25T24:00:00Z',
    ]) {
      expect([moment, (await peil(moment)).status]).toEqual([moment, 400]);
    }
    // The hour that comes twice is told apart by its zone.
    expect((await peil('2026-10-25T02:30:00+02:00')).status).toBe(200);
    expect((await peil('2026-10-25T02:30:00+01:00')).status).toBe(200);
  });

  it('B61: an end before the beginning, a care before birth, a contact that is still to come', async () => {
    await allesGeweigerd('registerIndicatie', [
      indicatie({}, { einddatum: '2026-09-30' }),
      indicatie({ geboortedatum: '2026-10-20' }),
      indicatie({ geboortedatum: '2027-01-01' }),
    ]);
    const [bemiddelingID] = register.sporen.idsVan(aanbieder, 'bemiddeling', true);
    const contact = { bemiddelingID, datum: '2026-11-02', gesproken: true, met: 'CLIENT', vorm: 'TELEFOON' };
    await geweigerd(aanbieder, 'recordContactmoment', { ...contact, regierol: 'DOSSIERHOUDER' });
    const [specificatie] = register.sporen.idsVan(aanbieder, 'bemiddelingspecificatie', true);
    await geweigerd(aanbieder, 'reportUitstelperiode', {
      bemiddelingspecificatieID: specificatie,
      versie: 1,
      ingangsdatum: '1999-01-01',
      leveringsstatus: '7',
      leveringsstatusClassificatie: '12',
    });
  });
});

describe('ids, lists and nothing', () => {
  const client = (id: unknown): Promise<Antwoord> =>
    vraag(kantoor, 'query ($id: UUID!) { client(id: $id) { clientID } }', { id });

  it('B62: an id in capitals is the same id; whatever is none is refused', async () => {
    expect(data(await client(clientID.toUpperCase()), 'client')).toEqual({ clientID });
    for (const id of [
      `{${clientID}}`,
      `urn:uuid:${clientID}`,
      clientID.slice(1),
      '1 or 1=1',
      clientID.replaceAll('-', ''),
      5,
    ])
      expect([id, (await client(id)).status]).toEqual([id, 400]);
  });

  it('B63: a list has an end, an empty one is not everything, and the same thing twice is not two', async () => {
    const melding = (id: string): object => ({
      bemiddelingspecificatieID: id,
      versie: 1,
      ingangsdatum: TODAY,
      leveringsstatus: '7',
      leveringsstatusClassificatie: '12',
    });
    const voor = await register.stand();
    for (const meldingen of [Array.from({ length: 101 }, () => melding(randomUUID())), [null], []]) {
      const antwoord = await vraag(
        kantoor,
        'mutation ($input: ReportUitstelperiodenInput!) { reportUitstelperioden(input: $input) { __typename } }',
        { input: { meldingen } },
      );
      expect((data(antwoord, 'reportUitstelperioden') as unknown[] | undefined) ?? []).toEqual([]);
    }
    expect(await register.stand()).toEqual(voor);
    const wachtlijst = async (wachtstatus: unknown): Promise<number | undefined> =>
      (
        data(
          await vraag(
            kantoor,
            'query ($w: [Wachtstatus!]) { wachtlijst(filter: { wachtstatus: $w, inclusiefVoorzorg: true }) { totalCount } }',
            { w: wachtstatus },
          ),
          'wachtlijst',
        ) as { totalCount: number } | undefined
      )?.totalCount;
    const alles = (await wachtlijst(undefined)) ?? 0;
    expect(alles).toBeGreaterThan(0);
    // Nothing chosen in a filter is no filter; it widens nobody's rights. In a mutation an empty list does nothing.
    expect(await wachtlijst([])).toBe(alles);
    expect(await wachtlijst([null])).toBeUndefined();
    expect(await wachtlijst(['ACTIEF_PLAATSEN', 'ACTIEF_PLAATSEN'])).toBe(
      await wachtlijst(['ACTIEF_PLAATSEN']),
    );
    expect(await wachtlijst(Array.from({ length: 10_001 }, () => 'ACTIEF_PLAATSEN'))).toBeUndefined();
  });

  it('B64: null, left out and empty are three things, and never the first or all', async () => {
    for (const id of [null, undefined, '']) expect((await client(id)).status).toBe(400);
    const base = await gegevens();
    await allesGeweigerd('updateClientgegevens', [
      { ...base, clientID: null },
      { gezienOp: base.gezienOp, commentaar: 'Proef' },
      { ...base, clientID: '', commentaar: 'Proef' },
    ]);
    const zet = async (deel: object): Promise<string | null> => {
      await vraag(
        kantoor,
        'mutation ($input: UpdateClientgegevensInput!) { updateClientgegevens(input: $input) { __typename } }',
        { input: { ...(await gegevens()), ...deel } },
      );
      const { rows } = await register.superuser.query<{ commentaar: string | null }>(
        'select commentaar from client where client_id = $1',
        [clientID],
      );
      return rows[0]?.commentaar ?? null;
    };
    expect(await zet({ commentaar: 'Blijft' })).toBe('Blijft');
    expect(await zet({})).toBe('Blijft');
    expect(await zet({ commentaar: '' })).toBeNull();
    expect(await zet({ commentaar: 'Weer' })).toBe('Weer');
    expect(await zet({ commentaar: null })).toBeNull();
    const { rows } = await register.superuser.query(`select 1 from client where commentaar = 'Weer'`);
    expect(rows).toEqual([]);
  });
});
