import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BemiddelingenIntake, bemiddelingRecordOf } from '../../../src/modules/bemiddeling/index.js';
import { BemiddelingSet } from '../../../src/modules/bemiddeling/bemiddeling.repository.js';
import { generateDemoData, type DemoBemiddeling } from '../../../src/modules/demodata/index.js';
import { IndicatiesIntake } from '../../../src/modules/indicatie/index.js';
import { ZorgaanbiedersIntake } from '../../../src/modules/zorgaanbieder/index.js';
import { BEUK, LINDE, openRegister, systeem, THUIS, type Geindiceerde, type Register } from './register.js';

const demo = generateDemoData({ seed: 42, asof: '2026-11-01', clients: 200 });
const { bemiddeling: bemiddelingen } = demo.bemiddelingen.data;

let register: Register;

beforeAll(async () => {
  register = await openRegister();
  expect((await register.takeIn(ZorgaanbiedersIntake, demo.zorgaanbieders)).refusals).toEqual([]);
  expect((await register.takeIn(IndicatiesIntake, demo.indicaties)).refusals).toEqual([]);
});
afterAll(() => register.close());

const file = (...records: unknown[]) => ({ data: { bemiddeling: records } });
const takeIn = (...records: unknown[]) => register.takeIn(BemiddelingenIntake, file(...records));

function specificatie(over: Record<string, unknown> = {}) {
  return {
    bemiddelingspecificatieID: randomUUID(),
    leveringsvorm: '4',
    zzpCode: '754',
    toewijzingIngangsdatum: '2025-03-01',
    toewijzingEinddatum: null,
    instelling: LINDE,
    uitvoerendZorgkantoor: '5517',
    vaststellingMoment: '2025-03-01T10:00:00.000+01:00',
    percentage: 10000,
    pgbPercentage: null,
    opname: '1',
    redenIntrekking: null,
    etmalen: null,
    instellingBestemming: null,
    soortToewijzing: '1',
    ...over,
  };
}

function regiehouder(over: Record<string, unknown> = {}) {
  return {
    regiehouderID: randomUUID(),
    instelling: LINDE,
    ingangsdatum: '2025-03-01',
    einddatum: null,
    regierol: '2',
    ...over,
  };
}

function record({ clientID, wlzIndicatieID, bsn }: Geindiceerde, over: Record<string, unknown> = {}) {
  return {
    bemiddelingID: randomUUID(),
    wlzIndicatieID,
    verantwoordelijkZorgkantoor: '5517',
    verantwoordelijkheidIngangsdatum: '2025-01-01',
    verantwoordelijkheidEinddatum: null,
    client: { clientID, bsn },
    bemiddelingspecificatie: [specificatie()],
    regiehouder: [regiehouder()],
    ...over,
  };
}

describe('the file of bemiddelingen', () => {
  it('of a whole register comes in without a refusal, and again without a change', async () => {
    const taken = await register.takeIn(BemiddelingenIntake, demo.bemiddelingen, {
      bekendOp: 'VASTSTELLING',
    });
    expect(taken).toEqual({ counts: [bemiddelingen.length, 0, 0, 0], refusals: [] });
    const again = await register.takeIn(BemiddelingenIntake, demo.bemiddelingen);
    expect(again.counts).toEqual([0, 0, bemiddelingen.length, 0]);
    const [history] = await register.sql(`select count(*)::int as n from bemiddelingspecificatie_historie`);
    expect(history).toEqual({ n: 0 });
  });

  it('leaves the register as it came in, to the letter', async () => {
    const ids = bemiddelingen.map(({ bemiddelingID }) => bemiddelingID);
    const set = await register.unitOfWork.write(systeem, (tx) =>
      BemiddelingSet.load(tx, { bemiddelingIDs: ids }),
    );
    const byID = <T extends object>(rows: readonly T[], key: keyof T) =>
      [...rows].sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));
    const sorted = (one: DemoBemiddeling | ReturnType<typeof bemiddelingRecordOf>) => ({
      ...one,
      bemiddelingspecificatie: byID([...one.bemiddelingspecificatie], 'bemiddelingspecificatieID'),
      regiehouder: byID([...one.regiehouder], 'regiehouderID'),
    });
    for (const bemiddeling of bemiddelingen) {
      const stored = set.get(bemiddeling.bemiddelingID);
      if (stored === undefined) throw new Error('not stored');
      const back = bemiddelingRecordOf(stored, bemiddeling.client.bsn, set.staat(stored.bemiddelingID));
      expect(sorted(back)).toEqual(sorted(bemiddeling));
    }
  });

  it('on a first load is known since the moment of each decision, a correction since now', async () => {
    const [first] = bemiddelingen;
    const [one] = first?.bemiddelingspecificatie ?? [];
    const select = `select (geregistreerd_op = vaststelling_moment) as toen from bemiddelingspecificatie
      where bemiddelingspecificatie_id = $1`;
    expect(await register.sql(select, [one?.bemiddelingspecificatieID])).toEqual([{ toen: true }]);
  });

  it('corrects what it says otherwise; the version before stays, with since when we knew it', async () => {
    const een = record(await register.indiceer());
    expect((await takeIn(een)).counts).toEqual([1, 0, 0, 0]);
    const [oud] = een.bemiddelingspecificatie;
    const nieuw = { ...oud, toewijzingEinddatum: '2026-12-31', redenIntrekking: '8' };
    const houders = een.regiehouder.map((houder) => ({ ...houder, einddatum: '2026-12-31' }));
    const later = { ...een, bemiddelingspecificatie: [nieuw], regiehouder: houders };
    expect((await takeIn(later)).counts).toEqual([0, 1, 0, 0]);
    expect(register.announced.at(-1)).toEqual([oud?.bemiddelingspecificatieID]);
    const versies = await register.sql(
      `select h.versie, h.toewijzing_einddatum as eind, (h.vervangen_op = s.geregistreerd_op) as sluit_aan, s.versie as nu
       from bemiddelingspecificatie_historie h join bemiddelingspecificatie s using (bemiddelingspecificatie_id)
       where bemiddelingspecificatie_id = $1`,
      [oud?.bemiddelingspecificatieID],
    );
    expect(versies).toEqual([{ versie: 1, eind: null, sluit_aan: true, nu: 2 }]);
  });

  it('lets a record see the one before it in the same file, and keeps both versions', async () => {
    const een = record(await register.indiceer());
    const [oud] = een.bemiddelingspecificatie;
    const ander = { ...een, bemiddelingspecificatie: [{ ...oud, percentage: 9000 }] };
    expect((await takeIn(een, een, ander)).counts).toEqual([1, 1, 1, 0]);
    const [history] = await register.sql(
      `select count(*)::int as n from bemiddelingspecificatie_historie where bemiddelingspecificatie_id = $1`,
      [oud?.bemiddelingspecificatieID],
    );
    expect(history).toEqual({ n: 1 });
  });

  it('takes periods that change places', async () => {
    const a = specificatie({ toewijzingEinddatum: '2025-06-30' });
    const b = specificatie({ toewijzingIngangsdatum: '2025-07-01' });
    const een = record(await register.indiceer(), { bemiddelingspecificatie: [a, b] });
    await takeIn(een);
    const verschoven = [
      { ...a, toewijzingEinddatum: '2025-08-31' },
      { ...b, toewijzingIngangsdatum: '2025-09-01' },
    ];
    expect(await takeIn({ ...een, bemiddelingspecificatie: verschoven })).toEqual({
      counts: [0, 1, 0, 0],
      refusals: [],
    });
  });

  it('accepts bridging care that was not closed when the place came free', async () => {
    const verblijf = specificatie();
    const brug = specificatie({ leveringsvorm: '7', instelling: THUIS, opname: null, soortToewijzing: '3' });
    const rollen = [regiehouder(), regiehouder({ regierol: '1', instelling: THUIS })];
    const een = record(await register.indiceer(), {
      bemiddelingspecificatie: [verblijf, brug],
      regiehouder: rollen,
    });
    await takeIn(een);
    await register.sql(
      `with l as (insert into levering values (gen_random_uuid(), $1, now(), 'proef') returning levering_id)
       insert into leveringperiode (leveringperiode_id, levering_id, ingangsdatum, vaststelling_moment, geregistreerd_op,
         geregistreerd_door) select gen_random_uuid(), levering_id, '2026-01-01', now(), now(), 'proef' from l`,
      [verblijf.bemiddelingspecificatieID],
    );
    const gewijzigd = { ...een, bemiddelingspecificatie: [verblijf, { ...brug, percentage: 8000 }] };
    expect(await takeIn(gewijzigd)).toEqual({ counts: [0, 1, 0, 0], refusals: [] });
  });

  it('stores nothing in a rehearsal', async () => {
    const een = record(await register.indiceer());
    const rehearsal = await register.takeIn(BemiddelingenIntake, file(een), { dryRun: true });
    expect(rehearsal.counts).toEqual([1, 0, 0, 0]);
    expect((await takeIn(een)).counts).toEqual([1, 0, 0, 0]);
  });
});

describe('a record that is refused', () => {
  it.each<[string, (client: Geindiceerde, ander: Geindiceerde) => Record<string, unknown>, string]>([
    ['an unknown indication', () => ({ wlzIndicatieID: randomUUID() }), '- wlzIndicatieID'],
    [
      'the indication of somebody else',
      (_, ander) => ({ wlzIndicatieID: ander.wlzIndicatieID }),
      '- client.clientID',
    ],
    [
      'another BSN',
      (client, ander) => ({ client: { clientID: client.clientID, bsn: ander.bsn } }),
      'P1 client.bsn',
    ],
    [
      'no such zorgkantoor',
      () => ({ verantwoordelijkZorgkantoor: '5599' }),
      'P1 verantwoordelijkZorgkantoor',
    ],
    ['no dossierhouder', () => ({ regiehouder: [] }), 'R1 regiehouder'],
    [
      'two dossierhouders',
      () => ({ regiehouder: [regiehouder(), regiehouder({ instelling: BEUK })] }),
      'R4 regiehouder.ingangsdatum',
    ],
    [
      'an unknown holder',
      () => ({ regiehouder: [regiehouder({ instelling: '99999999' })] }),
      'P1 regiehouder.0.instelling',
    ],
    [
      'verkeerde bed',
      () => ({ bemiddelingspecificatie: [specificatie({ leveringsvorm: '9' })] }),
      'COD578 bemiddelingspecificatie.0.leveringsvorm',
    ],
    [
      'an unknown package',
      () => ({
        bemiddelingspecificatie: [specificatie(), specificatie({ instelling: BEUK, zzpCode: '123' })],
      }),
      'COD163 bemiddelingspecificatie.1.zzpCode',
    ],
    [
      'care before the indication',
      () => ({ bemiddelingspecificatie: [specificatie({ toewijzingIngangsdatum: '2024-12-31' })] }),
      'T9 bemiddelingspecificatie.0.toewijzingIngangsdatum',
    ],
    [
      'the same care twice',
      () => ({ bemiddelingspecificatie: [specificatie(), specificatie()] }),
      'T6 toewijzingIngangsdatum',
    ],
    [
      'an impossible day',
      () => ({ bemiddelingspecificatie: [specificatie({ toewijzingIngangsdatum: '2026-02-30' })] }),
      '- bemiddelingspecificatie.0.toewijzingIngangsdatum',
    ],
    ['infinity', () => ({ verantwoordelijkheidEinddatum: 'infinity' }), '- verantwoordelijkheidEinddatum'],
    [
      'a key that is not known, with something in it',
      () => ({ overdracht: { overdrachtID: 'x' } }),
      '- overdracht',
    ],
  ])('%s: named by rule and field, and nothing of it is stored', async (_name, over, expected) => {
    const een = await register.indiceer();
    const wrong = record(een, over(een, await register.indiceer()));
    const goed = record(await register.indiceer());
    expect(await takeIn(wrong, goed)).toEqual({ counts: [1, 0, 0, 1], refusals: [expected] });
    const stored = await register.sql(`select 1 from bemiddeling where bemiddeling_id = $1`, [
      wrong.bemiddelingID,
    ]);
    expect(stored).toEqual([]);
  });

  it('an allocation that belongs to another bemiddeling', async () => {
    const een = record(await register.indiceer());
    await takeIn(een);
    const ander = record(await register.indiceer(), { bemiddelingspecificatie: een.bemiddelingspecificatie });
    expect((await takeIn(ander)).refusals).toEqual(['- bemiddelingspecificatie.0']);
  });

  it('takes keys it does not know when they are empty', async () => {
    const een = record(await register.indiceer(), { overdracht: null });
    expect((await takeIn(een)).counts).toEqual([1, 0, 0, 0]);
  });
});
