import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  findBoek,
  findEerdereVersies,
  type BoekRow,
  type ContactboekFilter,
} from '../../../src/modules/contactbewaking/contactboek.queries.js';
import { findContactprestatie } from '../../../src/modules/contactbewaking/index.js';
import type { RequestContext } from '../../../src/platform/context/index.js';
import type { Geplant, Wachtende } from './planter.js';
import {
  BEUK,
  LINDE,
  openRegister,
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

const office = zorgkantoor('5517');

const boek = (filter: ContactboekFilter, ctx: RequestContext = office): Promise<BoekRow[]> =>
  register.read(ctx, (tx) => findBoek(ctx, tx, filter, 100, null));

/** Of the dossierhouder: from, up to, due, outcome, and what it ended with. */
const course = async ({ bemiddelingID }: Geplant): Promise<unknown[]> =>
  (await boek({ bemiddelingID }))
    .filter(({ soort }) => soort === 'DOSSIERHOUDER_CLIENT')
    .sort((a, b) => (a.van < b.van ? -1 : 1))
    .map(({ instelling, van, tot, uiterlijk, uitkomst, vervalreden, voldaanOp }) =>
      [instelling, van, tot, uiterlijk, uitkomst, vervalreden ?? voldaanOp]
        .map((part) => part ?? '-')
        .join(' '),
    );

const plant = (over: Partial<Wachtende> = {}): Promise<Geplant> => register.plant.wachtende(over);

describe('the ledger of obligations', () => {
  it('closes an obligation with the contact and opens the next', async () => {
    const one = await plant({ dossierhouders: [[LINDE, '2025-12-01']], wacht: [['7', '2025-12-01']] });
    await register.contacten.recordContactmoment(zorgaanbieder(LINDE), {
      ...one,
      datum: '2026-03-01',
      regierol: '2',
      met: 'CLIENT',
      vorm: 'TELEFOON',
      gesproken: true,
    });
    expect(await course(one)).toEqual([
      `${LINDE} 2025-12-01 2026-02-28 2026-06-02 VOLDAAN 2026-03-01`,
      `${LINDE} 2026-03-01 - 2026-08-31 TE_LAAT -`,
    ]);
  });

  it('keeps what it said before when a contact proves to have been otherwise', async () => {
    const one = await plant();
    const contactmomentID = await register.contacten.recordContactmoment(zorgaanbieder(LINDE), {
      ...one,
      datum: '2026-10-01',
      regierol: '2',
      met: 'CLIENT',
      vorm: 'HUISBEZOEK',
      gesproken: true,
    });
    await register.contacten.correctContactmoment(zorgaanbieder(LINDE), { contactmomentID, intrekken: true });
    const [nu] = await boek({ bemiddelingID: one.bemiddelingID });
    expect(nu).toMatchObject({ uitkomst: 'TE_LAAT', tot: null, teLaatSinds: '2026-07-04' });
    const eerder = await register.read(office, (tx) =>
      findEerdereVersies(office, tx, [nu?.contactverplichtingID ?? '']),
    );
    expect(eerder.get(nu?.contactverplichtingID ?? '')).toMatchObject([
      { uitkomst: 'VOLDAAN', tot: '2026-09-30', voldaanOp: '2026-10-01' },
      { uitkomst: 'TE_LAAT', tot: null },
    ]);
    await expect(register.sql('update contactverplichting set max_dagen = 1')).rejects.toThrow('termijn');
  });

  it('hands the running term over; what the former holder owed stays its debt', async () => {
    const one = await plant({
      dossierhouders: [
        [LINDE, '2026-01-01', '2026-09-01'],
        [BEUK, '2026-09-01'],
      ],
    });
    expect(await course(one)).toEqual([
      `${LINDE} 2026-01-01 2026-08-31 2026-07-03 VERVALLEN OVERGEDRAGEN`,
      `${BEUK} 2026-09-01 - 2026-07-03 TE_LAAT -`,
    ]);
    expect(await boek({ schuld: true, instelling: LINDE })).toHaveLength(1);
    expect(await boek({ schuld: true, instelling: BEUK })).toEqual([]);
    const own = zorgaanbieder(LINDE);
    expect(
      await register.read(own, (tx) => findContactprestatie(own, tx, LINDE, '2026-08-01', TODAY)),
    ).toMatchObject({ mediaanDagenTeLaat: 59 });
  });

  it('says why a duty ended', async () => {
    const rol = await plant({ dossierhouders: [[LINDE, '2026-01-01', '2026-05-31']] });
    expect(await course(rol)).toEqual([`${LINDE} 2026-01-01 2026-05-31 2026-07-03 VERVALLEN ROL_BEEINDIGD`]);
    const status = await plant({ wacht: [['7', '2026-01-01', '2026-04-30']] });
    expect(await course(status)).toEqual([
      `${LINDE} 2026-01-01 2026-04-30 2026-07-03 VERVALLEN WACHTSTATUS_BEEINDIGD`,
    ]);
    const voorzorg = await plant({
      coordinatoren: [[THUIS, '2026-01-01']],
      wacht: [
        ['2', '2026-01-01', '2026-04-30'],
        ['3', '2026-05-01'],
      ],
    });
    const [coordinator] = (await boek({ bemiddelingID: voorzorg.bemiddelingID })).filter(
      ({ soort }) => soort === 'COORDINATOR_DOSSIERHOUDER',
    );
    expect(coordinator).toMatchObject({ tot: '2026-04-30', vervalreden: 'OPNAMEBEHOEFTE_VERVALLEN' });
    await register.sql(`update client set overlijdensdatum = '2026-04-30' where client_id = $1`, [
      status.clientID,
    ]);
    await register.follow();
    expect(await course(status)).toEqual([`${LINDE} 2026-01-01 2026-04-30 2026-07-03 VERVALLEN OVERLEDEN`]);
  });

  it('says nothing of an end that is still to come', async () => {
    const one = await plant({ wacht: [['7', '2026-08-01', '2026-12-31']] });
    expect(await course(one)).toEqual([`${LINDE} 2026-08-01 2026-12-31 2027-01-31 OPEN -`]);
  });

  it('takes in, once, what was there before the ledger was', async () => {
    const one = await plant();
    await register.sql('delete from contactverplichting where bemiddeling_id = $1', [one.bemiddelingID]);
    await register.sql('insert into contactboek_achterstand values ($1)', [one.bemiddelingID]);
    await register.another();
    expect(await boek({ bemiddelingID: one.bemiddelingID })).toHaveLength(1);
    expect(await register.sql('select from contactboek_achterstand')).toEqual([]);
    expect(await register.follow()).toBe(0);
  });

  it('holds no two obligations of one duty on one day, whoever writes', async () => {
    const one = await plant();
    await expect(
      register.sql(
        `insert into contactverplichting
         select (jsonb_populate_record(v, jsonb_build_object('contactverplichting_id', gen_random_uuid(),
           'van', '2026-02-01'))).* from contactverplichting v where bemiddeling_id = $1`,
        [one.bemiddelingID],
      ),
    ).rejects.toThrow('contactverplichting_een_tegelijk');
  });
});
