import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordContactmoment } from '../../../src/modules/contactbewaking/index.js';
import type { Geplant } from './planter.js';
import {
  BEUK,
  LINDE,
  openRegister,
  refusalOf,
  THUIS,
  TODAY,
  zorgaanbieder,
  zorgkantoor,
  type Register,
} from './register.js';

let register: Register;

beforeAll(async () => {
  register = await openRegister();
});

afterAll(() => register.close());

const linde = zorgaanbieder(LINDE);

const gesprek = (
  { bemiddelingID }: Geplant,
  over: Partial<RecordContactmoment> = {},
): RecordContactmoment => ({
  bemiddelingID,
  datum: TODAY,
  regierol: '2',
  met: 'CLIENT',
  vorm: 'TELEFOON',
  gesproken: true,
  ...over,
});

const rows = ({ bemiddelingID }: Geplant): Promise<Record<string, unknown>[]> =>
  register.sql(
    `select contactmoment_id as id, datum::text, instelling, regierol, met, vorm, gesproken, ingetrokken,
       geregistreerd_door as door from contactmoment where bemiddeling_id = $1 order by datum, vorm`,
    [bemiddelingID],
  );

describe('recording a contact', () => {
  it('stores it under the provider that made it, and logs that the record of the client changed', async () => {
    const geplant = await register.plant.wachtende();
    const id = await register.contacten.recordContactmoment(linde, gesprek(geplant));
    expect(await rows(geplant)).toEqual([
      {
        id,
        datum: TODAY,
        instelling: LINDE,
        regierol: '2',
        met: 'CLIENT',
        vorm: 'TELEFOON',
        gesproken: true,
        ingetrokken: false,
        door: 'proef-99000001',
      },
    ]);
    const log = await register.sql('select actie, resultaat from logregel where client_id = $1', [
      geplant.clientID,
    ]);
    expect(log).toEqual([{ actie: 'C', resultaat: 1 }]);
  });

  it('takes a contact of a former day by who held the role then, and one outside any duty', async () => {
    const geplant = await register.plant.wachtende({
      dossierhouders: [
        [LINDE, '2026-01-01', '2026-06-01'],
        [BEUK, '2026-06-01'],
      ],
      coordinatoren: [[LINDE, '2026-01-01']],
      wacht: [],
    });
    await register.contacten.recordContactmoment(linde, gesprek(geplant, { datum: '2026-06-01' }));
    await register.contacten.recordContactmoment(
      linde,
      gesprek(geplant, { regierol: '1', met: 'DOSSIERHOUDER' }),
    );
    expect(await rows(geplant)).toHaveLength(2);
  });

  it('gives the contact that is there when it is recorded once more', async () => {
    const geplant = await register.plant.wachtende();
    const ids = await Promise.all(
      Array.from({ length: 8 }, () => register.contacten.recordContactmoment(linde, gesprek(geplant))),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await rows(geplant)).toHaveLength(1);
    expect(
      await refusalOf(register.contacten.recordContactmoment(linde, gesprek(geplant, { gesproken: false }))),
    ).toEqual({ code: 'REGEL_GESCHONDEN', regel: 'C1', bron: 'S3', pad: 'gesproken' });
  });

  it('can be repeated with a key, and refuses the key for another contact', async () => {
    const geplant = await register.plant.wachtende();
    const input = gesprek(geplant, { idempotencySleutel: randomUUID() });
    const id = await register.contacten.recordContactmoment(linde, input);
    expect(await register.contacten.recordContactmoment(linde, input)).toBe(id);
    const other = register.contacten.recordContactmoment(linde, { ...input, vorm: 'EMAIL' });
    expect((await refusalOf(other))?.code).toBe('SLEUTEL_HERGEBRUIKT');
    expect(await rows(geplant)).toHaveLength(1);
  });
});

describe('a contact is refused, and nothing is stored', () => {
  let geplant: Geplant;

  beforeAll(async () => {
    geplant = await register.plant.wachtende({
      dossierhouders: [[LINDE, '2026-01-01']],
      coordinatoren: [[THUIS, '2026-01-01']],
      contactpersoon: ['2026-01-01', '2026-05-31'],
    });
  });

  it.each([
    ['in the future', linde, { datum: '2026-11-02' }, 'datum'],
    ['by a provider without the role', zorgaanbieder(THUIS), {}, 'regierol'],
    ['before the role began', linde, { datum: '2025-12-31' }, 'regierol'],
    ['with a contact person when there is none', linde, { met: 'CONTACTPERSOON' }, 'met'],
    ['of a dossierhouder with itself', linde, { met: 'DOSSIERHOUDER' }, 'met'],
  ] as const)('%s', async (_what, ctx, over, pad) => {
    expect(await refusalOf(register.contacten.recordContactmoment(ctx, gesprek(geplant, over)))).toEqual({
      code: 'REGEL_GESCHONDEN',
      regel: 'C1',
      bron: 'S3',
      pad,
    });
    expect(await rows(geplant)).toEqual([]);
  });

  it('with a dossierhouder that is not there', async () => {
    const alone = await register.plant.wachtende({
      dossierhouders: [],
      coordinatoren: [[THUIS, '2026-01-01']],
    });
    const input = gesprek(alone, { regierol: '1', met: 'DOSSIERHOUDER' });
    expect(
      await refusalOf(register.contacten.recordContactmoment(zorgaanbieder(THUIS), input)),
    ).toMatchObject({ regel: 'C1', pad: 'met' });
  });

  it('by the zorgkantoor, which sees it, and by who may not see it as if it did not exist', async () => {
    const refused = (ctx = linde, over: Partial<RecordContactmoment> = {}) =>
      refusalOf(register.contacten.recordContactmoment(ctx, gesprek(geplant, over)));
    expect((await refused(zorgkantoor('5517')))?.code).toBe('NIET_TOEGESTAAN');
    const unknown = await refused(linde, { bemiddelingID: randomUUID() });
    expect(unknown).toMatchObject({ code: 'NIET_GEVONDEN', pad: 'bemiddelingID' });
    expect(await refused(zorgaanbieder(BEUK))).toEqual(unknown);
    expect(await refused(zorgkantoor('5516'))).toEqual(unknown);
  });

  it('of a former day by a provider whose last day is over', async () => {
    const former = await register.plant.wachtende({
      dossierhouders: [
        [LINDE, '2026-01-01', '2026-06-01'],
        [BEUK, '2026-06-01'],
      ],
    });
    const input = gesprek(former, { datum: '2026-05-01' });
    expect((await refusalOf(register.contacten.recordContactmoment(linde, input)))?.code).toBe(
      'NIET_GEVONDEN',
    );
    expect(
      await register.contacten.recordContactmoment(zorgaanbieder(LINDE, '2026-06-01'), input),
    ).toBeDefined();
  });

  it('by the database as well, whatever the program does', async () => {
    const planted = register.plant.contact(geplant.bemiddelingID, TODAY, { met: 'DOSSIERHOUDER' });
    await expect(planted).rejects.toThrow('contactmoment_met_check');
    const twice = [1, 2].map(() => register.plant.contact(geplant.bemiddelingID, '2026-02-01'));
    await expect(Promise.all(twice)).rejects.toThrow('contactmoment_uniek');
  });
});
