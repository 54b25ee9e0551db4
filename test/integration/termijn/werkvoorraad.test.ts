import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  findWerkvoorraad,
  type WerkregelRow,
  type WerkvoorraadFilter,
} from '../../../src/modules/termijn/index.js';
import type { RequestContext } from '../../../src/platform/context/index.js';
import {
  aanbieder,
  BEUK,
  kantoor,
  LINDE,
  mpt,
  openRegister,
  proces,
  THUIS,
  TODAY,
  type Register,
} from '../overbrugging/register.js';
import { werkhanden, type Werkhanden } from './werkhanden.js';

let register: Register;
let lines: Werkhanden['lines'];
let linesOf: Werkhanden['linesOf'];
let decidedOn: Werkhanden['decidedOn'];
let waits: Werkhanden['waits'];

beforeAll(async () => {
  register = await openRegister();
  ({ lines, linesOf, decidedOn, waits } = werkhanden(register));
});
afterAll(() => register.close());

describe('OP088: an indication under which nothing is allocated', () => {
  async function indicatie(
    knownOn: string,
    voorkeur: string | null,
  ): Promise<{ clientID: string; id: string }> {
    const { clientID } = await register.plant.allocation();
    const id = randomUUID();
    await register.sql(
      `insert into indicatie (wlz_indicatie_id, client_id, besluitnummer, soort_wlzindicatie, afgiftedatum, ingangsdatum,
         initieel_verantwoordelijk_zorgkantoor, geregistreerd_op, geregistreerd_door)
       values ($1, $2, 2, '1', $3::date, $3::date, '5517', $3::date + time '09:00', 'proef')`,
      [id, clientID, knownOn],
    );
    await register.sql(
      `insert into geindiceerd_zorgzwaartepakket (geindiceerd_zorgzwaartepakket_id, wlz_indicatie_id, zzp_code,
         ingangsdatum, financiering, instelling_voorkeur, geregistreerd_op, geregistreerd_door)
       values ($1, $2, '754', $3, '1', $4, now(), 'proef')`,
      [randomUUID(), id, knownOn, voorkeur],
    );
    return { clientID, id };
  }

  it('is to be allocated within one werkdag, and says so until it is', async () => {
    const { clientID, id } = await indicatie('2026-10-30', LINDE);
    expect(await linesOf({ clientID })).toContain('TOEWIJZEN ZORGKANTOOR 2026-11-02 LOPEND 0 OP088');
    expect(await linesOf({ clientID }, '2026-11-04')).toContain(
      'TOEWIJZEN ZORGKANTOOR 2026-11-02 TE_LAAT 2 OP088',
    );
    await register.specificaties.createBemiddelingspecificatie(kantoor(), {
      wlzIndicatieID: id,
      leveringsvorm: '4',
      zzpCode: '754',
      toewijzingIngangsdatum: TODAY,
      instelling: LINDE,
      percentage: 10000,
      opname: '1',
      regiehouder: { instelling: LINDE },
    });
    expect((await linesOf({ clientID })).filter((line) => line.startsWith('TOEWIJZEN'))).toEqual([]);
  });

  it('asks for contact with a client without preferred provider', async () => {
    const { clientID } = await indicatie('2026-10-30', null);
    const [line] = (await lines(kantoor(), { soort: ['TOEWIJZEN'] })).filter(
      (one) => one.clientID === clientID,
    );
    expect(line).toMatchObject({ instelling: null, bron: expect.stringContaining('OP088') });
    expect(line?.reden).toContain('Neem contact op met de cliënt');
  });
});

describe('OP181 and OP182: a new allocation', () => {
  it('asks for a first status, preferably in 5 and at last in 10 werkdagen, and for word about bridging in 10', async () => {
    const planted = await decidedOn('2026-10-26');
    expect(await linesOf(planted)).toEqual([
      'EERSTE_STATUS ZORGAANBIEDER 2026-11-09 LOPEND 0 OP181',
      'OVERBRUGGING_AANVRAGEN ZORGAANBIEDER 2026-11-09 LOPEND 0 OP182',
    ]);
    const [line] = (await lines(aanbieder(LINDE), { soort: ['EERSTE_STATUS'] })).filter(
      ({ clientID }) => clientID === planted.clientID,
    );
    expect(line).toMatchObject({ sinds: '2026-10-26', streefdatum: '2026-11-02' });
    expect((await linesOf(planted, '2026-11-11'))[0]).toBe(
      'EERSTE_STATUS ZORGAANBIEDER 2026-11-09 TE_LAAT 2 OP181',
    );
  });

  it('has the shorter term for bridging once the status is known in time', async () => {
    const planted = await decidedOn('2026-10-26');
    await waits(planted, '2026-10-28', { leveringsstatus: '6', leveringsstatusClassificatie: '03' });
    expect(await linesOf(planted)).toEqual([
      'OVERBRUGGING_AANVRAGEN ZORGAANBIEDER 2026-11-02 LOPEND 0 OP182',
    ]);
  });

  it('keeps the longer one when the status came after the shorter', async () => {
    const planted = await decidedOn('2026-10-19');
    await waits(planted, '2026-10-29', { leveringsstatus: '6', leveringsstatusClassificatie: '03' });
    expect(await linesOf(planted)).toEqual([
      'OVERBRUGGING_AANVRAGEN ZORGAANBIEDER 2026-11-02 LOPEND 0 OP182',
    ]);
  });

  it('is not asked about bridging when the client waits for a preference', async () => {
    const planted = await decidedOn('2026-10-26');
    await waits(planted, '2026-10-28');
    expect(await linesOf(planted)).toEqual([]);
  });

  it('closes the question of bridging by a request, or by saying that none is needed', async () => {
    for (const close of ['REQUEST', 'DECLINE'] as const) {
      const planted = await decidedOn('2026-10-26');
      await waits(planted, '2026-10-28', { leveringsstatus: '7', leveringsstatusClassificatie: '12' });
      expect(await linesOf(planted)).toHaveLength(1);
      const { bemiddelingspecificatieID } = planted;
      if (close === 'REQUEST')
        await register.overbrugging.requestOverbruggingszorg(aanbieder(LINDE), mpt(planted));
      else
        await register.overbrugging.declineOverbruggingszorg(aanbieder(LINDE), {
          bemiddelingspecificatieID,
          reden: 'Redt zich.',
        });
      expect(await linesOf(planted)).toEqual(
        close === 'REQUEST' ? ['VERZOEK_BEOORDELEN ZORGKANTOOR 2026-11-04 LOPEND 0 OP037'] : [],
      );
    }
  });

  it('follows a norm that changes, from its own day on', async () => {
    await register.sql(`update termijnnorm set geldig_tot = '2026-10-26' where termijn = 'EERSTE_STATUS'`);
    await register.sql(
      `insert into termijnnorm (termijn, geval, werkdagen, geldig_van, bron)
       values ('EERSTE_STATUS', 'STREEF', 1, '2026-10-27', 'proef'), ('EERSTE_STATUS', 'STANDAARD', 3, '2026-10-27', 'proef')`,
    );
    const [before, after] = [await decidedOn('2026-10-26'), await decidedOn('2026-10-27')];
    expect((await linesOf(before))[0]).toContain('2026-11-09');
    expect((await linesOf(after))[0]).toContain('2026-10-30 TE_LAAT 3');
    await register.sql(`delete from termijnnorm where geldig_van = '2026-10-27'`);
    await register.sql(`update termijnnorm set geldig_tot = null`);
  });
});

describe('ZONDER_STATUS', () => {
  it('is where an allocation stands when its last status ended and nothing followed', async () => {
    const planted = await register.plant.allocation();
    await waits(planted, '2026-10-01', { einddatum: '2026-10-30' });
    expect(await linesOf(planted)).toEqual(['ZONDER_STATUS ZORGAANBIEDER 2026-11-06 LOPEND 0 OP181']);
    await register.wachtstatus.reportUitstelperiode(aanbieder(LINDE), {
      bemiddelingspecificatieID: planted.bemiddelingspecificatieID,
      versie: 2,
      ingangsdatum: '2026-10-31',
      leveringsstatus: '2',
      leveringsstatusClassificatie: '13',
    });
    expect(await linesOf(planted)).toEqual([]);
  });

  it('is also where care leaves it that ended with the allocation kept open (20), and not closed (19)', async () => {
    for (const [code, expected] of [
      ['20', ['ZONDER_STATUS ZORGAANBIEDER 2026-11-06 LOPEND 0 OP181']],
      ['19', []],
    ] as const) {
      const planted = await register.plant.allocation();
      const { bemiddelingspecificatieID } = planted;
      await register.levering.reportLeveringperiode(aanbieder(LINDE), {
        bemiddelingspecificatieID,
        versie: 1,
        ingangsdatum: '2026-10-01',
      });
      expect(await linesOf(planted)).toEqual([]);
      await register.levering.reportLeveringperiode(aanbieder(LINDE), {
        bemiddelingspecificatieID,
        versie: 2,
        einddatum: '2026-10-30',
        beeindigingReden: code,
      });
      expect(await linesOf(planted)).toEqual(expected);
    }
  });

  it('is no place for a pgb, for what ended, and for what was withdrawn before it began', async () => {
    const pgb = await register.plant.allocation({ leveringsvorm: '2' });
    const over = await register.plant.allocation({
      tot: '2026-10-01',
      rollen: [['2', LINDE, '2026-01-01', '2026-10-01']],
    });
    const nooit = await register.plant.allocation({
      van: '2026-12-01',
      tot: '2026-12-01',
      redenIntrekking: '6',
      rollen: [],
    });
    for (const planted of [pgb, over, nooit]) expect(await linesOf(planted)).toEqual([]);
  });
});

describe('whose work it is', () => {
  it('a zorgaanbieder sees its own, a zorgkantoor that of its regions, a keeper of the system nothing', async () => {
    const own = await decidedOn('2026-10-26');
    const other = await decidedOn('2026-10-26', { instelling: BEUK, zorgkantoor: '5516' });
    const clients = async (ctx: RequestContext, filter: WerkvoorraadFilter = {}): Promise<Set<string>> =>
      new Set((await lines(ctx, filter)).map(({ clientID }) => clientID));
    const linde = await clients(aanbieder(LINDE));
    expect([linde.has(own.clientID), linde.has(other.clientID)]).toEqual([true, false]);
    expect(new Set((await lines(aanbieder(LINDE))).map(({ voor }) => voor))).toEqual(
      new Set(['ZORGAANBIEDER']),
    );
    const z5516 = await clients(kantoor(TODAY, '5516'));
    expect([z5516.has(own.clientID), z5516.has(other.clientID)]).toEqual([false, true]);
    expect((await clients(aanbieder(THUIS))).size).toBe(0);
    const beheerder = { ...proces(), actor: { ...proces().actor, rol: 'BEHEERDER' as const } };
    await expect(lines(beheerder)).rejects.toThrow('permission denied');
    const beuk = await clients(kantoor(TODAY, '5516', '5517'), { instelling: BEUK, voor: 'ZORGAANBIEDER' });
    expect([beuk.has(own.clientID), beuk.has(other.clientID)]).toEqual([false, true]);
  });

  it('a page goes on where the last one ended, and the filters hold', async () => {
    const ctx = kantoor();
    const all = await lines(ctx);
    const paged: WerkregelRow[] = [];
    for (;;) {
      const last = paged.at(-1);
      const page = await register.read(ctx, (tx) =>
        findWerkvoorraad(
          ctx,
          tx,
          {},
          3,
          last === undefined ? null : [last.uiterlijk, last.soort, last.bronID],
        ),
      );
      if (page.length === 0) break;
      paged.push(...page);
    }
    expect(paged).toEqual(all);
    expect((await lines(ctx, { status: ['TE_LAAT'] })).every(({ uiterlijk }) => uiterlijk < TODAY)).toBe(
      true,
    );
    expect((await lines(ctx, { uiterlijkVoor: TODAY })).every(({ uiterlijk }) => uiterlijk < TODAY)).toBe(
      true,
    );
    const soorten = (await lines(ctx, { soort: ['EERSTE_STATUS', 'TOEWIJZEN'] })).map(({ soort }) => soort);
    expect(new Set(soorten)).toEqual(new Set(['EERSTE_STATUS', 'TOEWIJZEN']));
  });
});
