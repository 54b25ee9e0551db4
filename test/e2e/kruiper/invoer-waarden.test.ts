import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { addDays } from '../../../src/platform/clock/index.js';
import { bezwaren } from './eisen.js';
import { TODAY, type Antwoord } from './register.js';
import {
  aanbieder,
  allesGeweigerd,
  begin,
  clientID,
  data,
  einde,
  gegevens,
  geweigerd,
  indicatie,
  kantoor,
  register,
  vraag,
} from './slechte-invoer.js';

beforeAll(begin);
afterAll(einde);

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
