import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Day } from '../../../src/platform/clock/index.js';
import {
  aanbieder,
  kantoor,
  LINDE,
  openRegister,
  THUIS,
  TODAY,
  type Register,
} from '../overbrugging/register.js';
import type { PlantedAllocation } from '../wachtlijst/planter.js';
import { werkhanden, type Werkhanden } from './werkhanden.js';

const URGENT = { leveringsstatus: '6', leveringsstatusClassificatie: '03' };
const ACTIEF = { leveringsstatus: '7', leveringsstatusClassificatie: '12' };
const ALLES = { status: ['LOPEND', 'TE_LAAT', 'VERLOPEN'] as const };

let register: Register;
let werk: Werkhanden;

beforeAll(async () => {
  register = await openRegister();
  werk = werkhanden(register);
});
afterAll(() => register.close());

/** The lines about bridging care, those that are no work any more included. */
const vragen = async (planted: PlantedAllocation, today?: Day): Promise<string[]> =>
  (await werk.linesOf(planted, today, ALLES)).filter((line) => line.startsWith('OVERBRUGGING'));

/** Somebody urgent since the day after the allocation of 1 October 2026; the term ends on the eighth. */
async function urgent(): Promise<PlantedAllocation> {
  const planted = await werk.decidedOn('2026-10-01');
  await werk.waits(planted, '2026-10-02', URGENT);
  return planted;
}

async function mptBeside(planted: PlantedAllocation, van: Day, tot: Day | null, reden: string | null = null) {
  await register.plant.allocation({
    beside: planted,
    leveringsvorm: '7',
    soortToewijzing: '3',
    instelling: THUIS,
    van,
    tot,
    redenIntrekking: reden,
    rollen: [['1', THUIS, van, tot]],
  });
}

describe('a question about bridging care that nobody answered', () => {
  it('is late for twenty werkdagen, and is no work from then on but shown as missed', async () => {
    const planted = await urgent();
    const late = (dag: Day): Promise<string[]> => werk.linesOf(planted, dag);
    expect(await late('2026-10-08')).toEqual([
      'OVERBRUGGING_AANVRAGEN ZORGAANBIEDER 2026-10-08 LOPEND 0 OP182',
    ]);
    expect(await late('2026-11-05')).toEqual([
      'OVERBRUGGING_AANVRAGEN ZORGAANBIEDER 2026-10-08 TE_LAAT 28 OP182',
    ]);
    expect(await late('2026-11-06')).toEqual([]);
    expect(await vragen(planted, '2026-11-06')).toEqual([
      'OVERBRUGGING_AANVRAGEN ZORGAANBIEDER 2026-10-08 VERLOPEN 29 OP182',
    ]);
    const missed = await werk.lines(kantoor('2026-11-06'), { status: ['VERLOPEN'] });
    expect(missed.map(({ clientID, vervalt }) => [clientID, vervalt])).toContainEqual([
      planted.clientID,
      '2026-11-05',
    ]);
    expect(missed.every(({ soort }) => soort === 'OVERBRUGGING_AANVRAGEN')).toBe(true);
  });

  it('follows the dated norm of the day on which the term began', async () => {
    const before = await urgent();
    await register.sql(`update termijnnorm set geldig_tot = '2026-10-04' where geval = 'VERVALT'`);
    await register.sql(
      `insert into termijnnorm (termijn, geval, werkdagen, geldig_van, bron)
       values ('OVERBRUGGING_AANVRAGEN', 'VERVALT', 3, '2026-10-05', 'proef')`,
    );
    const after = await werk.decidedOn('2026-10-05');
    await werk.waits(after, '2026-10-06', URGENT);
    expect((await vragen(before))[0]).toContain('TE_LAAT');
    expect((await vragen(after, '2026-10-15'))[0]).toContain('2026-10-12 TE_LAAT');
    expect((await vragen(after, '2026-10-16'))[0]).toContain('2026-10-12 VERLOPEN');
    await register.sql(`delete from termijnnorm where geval = 'VERVALT' and bron = 'proef'`);
    await register.sql(`update termijnnorm set geldig_tot = null where geval = 'VERVALT'`);
  });

  it('never leaves the list when it asks for a status: nobody falls off every list', async () => {
    const planted = await werk.decidedOn('2026-01-05');
    expect(await werk.linesOf(planted)).toEqual([
      expect.stringMatching(/^EERSTE_STATUS ZORGAANBIEDER 2026-01-19 TE_LAAT/),
    ]);
  });
});

describe('the term of OP182 belongs to the new allocation', () => {
  it('is over for good when the client waited without need for admission on its last day, whatever came later', async () => {
    const planted = await werk.decidedOn('2026-10-01');
    await werk.waits(planted, '2026-10-02');
    await werk.waits(planted, '2026-10-20', { ...ACTIEF, versie: 2 });
    expect(await vragen(planted)).toEqual([]);
  });

  it('still asks when the need came before its last day', async () => {
    const planted = await werk.decidedOn('2026-10-01');
    await werk.waits(planted, '2026-10-02');
    await werk.waits(planted, '2026-10-06', { ...ACTIEF, versie: 2 });
    expect(await vragen(planted)).toEqual([
      'OVERBRUGGING_AANVRAGEN ZORGAANBIEDER 2026-10-08 TE_LAAT 25 OP182',
    ]);
  });

  it('ends with care under the allocation, also when the client waits again', async () => {
    const planted = await urgent();
    const { bemiddelingspecificatieID } = planted;
    const care = (change: object, versie: number): Promise<unknown> =>
      register.levering.reportLeveringperiode(aanbieder(LINDE), {
        bemiddelingspecificatieID,
        versie,
        ...change,
      });
    await care({ ingangsdatum: '2026-10-05' }, 2);
    expect(await vragen(planted)).toEqual([]);
    await care({ einddatum: '2026-10-20', beeindigingReden: '20' }, 3);
    await werk.waits(planted, '2026-10-21', { ...URGENT, versie: 4 });
    expect(await vragen(planted)).toEqual([]);
  });

  it('ends with care beside it on its last day or later; not with what was over by then or never began', async () => {
    const [during, before, never] = [await urgent(), await urgent(), await urgent()];
    await mptBeside(during, '2026-10-05', '2026-10-12');
    await mptBeside(before, '2026-10-02', '2026-10-07');
    await mptBeside(never, '2026-10-12', '2026-10-12', '6');
    expect(await vragen(during)).toEqual([]);
    expect(await vragen(before)).toHaveLength(1);
    expect(await vragen(never)).toHaveLength(1);
  });

  it('a term that runs asks again when the care beside it is over', async () => {
    const planted = await werk.decidedOn('2026-10-29');
    await werk.waits(planted, '2026-10-30', URGENT);
    await mptBeside(planted, '2026-10-30', TODAY);
    expect(await vragen(planted)).toEqual([]);
    expect(await vragen(planted, '2026-11-03')).toEqual([
      'OVERBRUGGING_AANVRAGEN ZORGAANBIEDER 2026-11-05 LOPEND 0 OP182',
    ]);
  });
});
