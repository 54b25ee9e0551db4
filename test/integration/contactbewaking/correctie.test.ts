import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  findContactmomenten,
  type CorrectContactmoment,
} from '../../../src/modules/contactbewaking/index.js';
import type { Geplant } from './planter.js';
import {
  BEUK,
  LINDE,
  openRegister,
  refusalOf,
  zorgaanbieder,
  zorgkantoor,
  type Register,
} from './register.js';

const linde = zorgaanbieder(LINDE);

let register: Register;
let geplant: Geplant;

beforeAll(async () => {
  register = await openRegister();
  geplant = await register.plant.wachtende({ coordinatoren: [[BEUK, '2026-01-01']] });
});

afterAll(() => register.close());

const correct = (input: CorrectContactmoment, ctx = linde): Promise<string> =>
  register.contacten.correctContactmoment(ctx, input);

describe('correcting a contact', () => {
  it('changes what it says and keeps what it said', async () => {
    const contactmomentID = await register.plant.contact(geplant.bemiddelingID, '2026-02-01');
    expect(await correct({ contactmomentID, gesproken: false, datum: '2026-02-02', vorm: 'EMAIL' })).toBe(
      contactmomentID,
    );
    const shown = await register.read(linde, (tx) => findContactmomenten(linde, tx, [contactmomentID]));
    expect(shown.get(contactmomentID)).toMatchObject({
      gesproken: false,
      datum: '2026-02-02',
      vorm: 'EMAIL',
      met: 'CLIENT',
    });
    const former = await register.sql(
      `select datum::text, vorm, gesproken, geregistreerd_door as door from contactmoment_historie where contactmoment_id = $1`,
      [contactmomentID],
    );
    expect(former).toEqual([{ datum: '2026-02-01', vorm: 'TELEFOON', gesproken: true, door: 'proef' }]);
  });

  it('withdraws it once; then the same contact can be recorded anew', async () => {
    const contactmomentID = await register.plant.contact(geplant.bemiddelingID, '2026-03-01');
    await correct({ contactmomentID, intrekken: true });
    expect(await refusalOf(correct({ contactmomentID, gesproken: false }))).toMatchObject({
      regel: 'C1',
      pad: 'contactmomentID',
    });
    const anew = await register.contacten.recordContactmoment(linde, {
      ...geplant,
      datum: '2026-03-01',
      regierol: '2',
      met: 'CLIENT',
      vorm: 'TELEFOON',
      gesproken: true,
    });
    expect(anew).not.toBe(contactmomentID);
  });

  it('changes nothing when it says what is there already', async () => {
    const contactmomentID = await register.plant.contact(geplant.bemiddelingID, '2026-04-01');
    await correct({ contactmomentID, gesproken: true, vorm: 'TELEFOON' });
    const former = await register.sql('select from contactmoment_historie where contactmoment_id = $1', [
      contactmomentID,
    ]);
    expect(former).toEqual([]);
  });

  it('can be repeated with a key', async () => {
    const contactmomentID = await register.plant.contact(geplant.bemiddelingID, '2026-04-02');
    const input = { contactmomentID, intrekken: true, idempotencySleutel: randomUUID() };
    await correct(input);
    expect(await correct(input)).toBe(contactmomentID);
  });
});

describe('a correction is refused', () => {
  let contactmomentID: string;

  beforeAll(async () => {
    contactmomentID = await register.plant.contact(geplant.bemiddelingID, '2026-05-01');
    await register.plant.contact(geplant.bemiddelingID, '2026-05-02');
  });

  it.each([
    ['to the future', { datum: '2026-11-02' }, { regel: 'C1', pad: 'datum' }],
    ['to a day on which the role was not held', { datum: '2025-12-31' }, { regel: 'C1', pad: 'regierol' }],
    ['to a party that was not there', { met: 'CONTACTPERSOON' }, { regel: 'C1', pad: 'met' }],
    ['to a contact that is there already', { datum: '2026-05-02' }, { regel: 'C1', pad: 'contactmomentID' }],
    ['that says nothing', {}, { code: 'ONGELDIGE_INVOER' }],
    [
      'that withdraws and changes at once',
      { intrekken: true, vorm: 'EMAIL' },
      { code: 'ONGELDIGE_INVOER', pad: 'intrekken' },
    ],
  ] as const)('%s', async (_what, over, refusal) => {
    expect(await refusalOf(correct({ contactmomentID, ...over }))).toMatchObject(refusal);
  });

  it('of a contact of another: seen or not, unknown or foreign', async () => {
    const ofCorrection = (ctx = linde, id = contactmomentID) =>
      refusalOf(correct({ contactmomentID: id, intrekken: true }, ctx));
    expect((await ofCorrection(zorgaanbieder(BEUK)))?.code).toBe('NIET_TOEGESTAAN');
    expect((await ofCorrection(zorgkantoor('5517')))?.code).toBe('NIET_TOEGESTAAN');
    const unknown = await ofCorrection(linde, randomUUID());
    expect(unknown).toMatchObject({ code: 'NIET_GEVONDEN', pad: 'contactmomentID' });
    expect(await ofCorrection(zorgaanbieder('99000004'))).toEqual(unknown);
    expect(
      await register.sql('select ingetrokken from contactmoment where contactmoment_id = $1', [
        contactmomentID,
      ]),
    ).toEqual([{ ingetrokken: false }]);
  });

  it('once the own last day is over', async () => {
    const former = await register.plant.wachtende({
      dossierhouders: [
        [LINDE, '2026-01-01', '2026-06-01'],
        [BEUK, '2026-06-01'],
      ],
    });
    const id = await register.plant.contact(former.bemiddelingID, '2026-05-01');
    expect((await refusalOf(correct({ contactmomentID: id, intrekken: true })))?.code).toBe('NIET_GEVONDEN');
  });
});
