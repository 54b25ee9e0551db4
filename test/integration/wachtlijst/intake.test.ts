import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateDemoData, type DemoLevering } from '../../../src/modules/demodata/index.js';
import { LeveringenIntake, toLeveringRecord } from '../../../src/modules/wachtlijst/index.js';
import { Trajecten } from '../../../src/modules/wachtlijst/traject.repository.js';
import { IndicatiesIntake } from '../../../src/modules/indicatie/index.js';
import { BemiddelingenIntake } from '../../../src/modules/bemiddeling/index.js';
import { ZorgaanbiedersIntake } from '../../../src/modules/zorgaanbieder/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import type { DomainError } from '../../../src/platform/errors/index.js';
import { runIntake, type Intake, type IntakeReport } from '../../../src/platform/intake/index.js';
import { openTestRegister, proces, TODAY, type TestRegister } from './register.js';

const data = generateDemoData({ seed: 11, asof: TODAY, clients: 120 });
const LEVERINGEN = data.leveringen.data.levering;
let register: TestRegister;

interface Taken extends IntakeReport {
  readonly refusals: DomainError[];
}

async function takeIn<Record>(
  intake: Intake<Record>,
  text: string,
  bekendOp: 'NU' | 'VASTSTELLING' = 'NU',
): Promise<Taken> {
  const refusals: DomainError[] = [];
  const report = await runIntake(register.app.get(UnitOfWork, { strict: false }), proces, intake, text, {
    dryRun: false,
    bekendOp,
    onRefusal: (_label, error) => refusals.push(error),
    onProgress: () => undefined,
  });
  return { ...report, refusals };
}

const leveringen = (records: readonly object[], bekendOp: 'NU' | 'VASTSTELLING' = 'NU') =>
  takeIn(register.app.get(LeveringenIntake), JSON.stringify({ data: { levering: records } }), bekendOp);

/** A record of the file that waits with one open Uitstelperiode. */
function waiting(): DemoLevering & { uitstelperiodes: readonly [DemoLevering['uitstelperiodes'][number]] } {
  const found = LEVERINGEN.find(
    (one) =>
      one.uitstelperiodes.length === 1 &&
      one.uitstelperiodes[0]?.einddatum === null &&
      one.leveringperiodes.length === 0 &&
      one.afstel === null,
  );
  if (found === undefined) throw new Error('nobody waits');
  return found as ReturnType<typeof waiting>;
}

async function places(bemiddelingspecificatieID: string): Promise<object[]> {
  const { rows } = await register.superuser.query<object>(
    `select van::text, tot::text, leveringsstatus from wachtlijstplaats where bemiddelingspecificatie_id = $1 order by van`,
    [bemiddelingspecificatieID],
  );
  return rows;
}

beforeAll(async () => {
  register = await openTestRegister();
  await takeIn(register.app.get(ZorgaanbiedersIntake), JSON.stringify(data.zorgaanbieders));
  await takeIn(register.app.get(IndicatiesIntake), JSON.stringify(data.indicaties));
  await takeIn(register.app.get(BemiddelingenIntake), JSON.stringify(data.bemiddelingen));
});
afterAll(() => register.close());

describe('a file of deliveries', () => {
  it('comes in whole, and a second time changes nothing', async () => {
    const count = LEVERINGEN.length;
    expect(await leveringen(LEVERINGEN, 'VASTSTELLING')).toMatchObject({
      gelezen: count,
      nieuw: count,
      geweigerd: 0,
    });
    expect(await leveringen(LEVERINGEN)).toMatchObject({
      gelezen: count,
      nieuw: 0,
      gewijzigd: 0,
      ongewijzigd: count,
    });
    const { rows } = await register.superuser.query(`select count(*)::int as n from uitstelperiode_historie`);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('is known since the provider decided, on a first load of history', async () => {
    const { rows } = await register.superuser.query(
      `select count(*)::int as n from uitstelperiode where geregistreerd_op <> vaststelling_moment`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('goes out as it came in', async () => {
    const intake = register.app.get(LeveringenIntake);
    const ids = LEVERINGEN.map(({ bemiddelingspecificatieID }) => bemiddelingspecificatieID);
    const trajecten = await register.read(proces, (tx) => Trajecten.load(tx, ids));
    const byStart = <P extends { ingangsdatum: string }>(perioden: readonly P[]) =>
      [...perioden].sort((a, b) => (a.ingangsdatum < b.ingangsdatum ? -1 : 1));
    for (const levering of LEVERINGEN) {
      const came = intake.schema.parse(levering);
      const traject = trajecten.find(levering.bemiddelingspecificatieID);
      expect(traject === null ? null : toLeveringRecord(traject)).toEqual({
        ...came,
        uitstelperiodes: byStart(came.uitstelperiodes),
        leveringperiodes: byStart(came.leveringperiodes),
      });
    }
  });

  it('in the next week corrects a known Uitstelperiode, and keeps what it said', async () => {
    const levering = waiting();
    const [periode] = levering.uitstelperiodes;
    const ended = { ...levering, uitstelperiodes: [{ ...periode, einddatum: '2026-10-31' }] };
    expect(await leveringen([ended])).toMatchObject({ gewijzigd: 1, nieuw: 0, ongewijzigd: 0 });
    expect((await places(levering.bemiddelingspecificatieID)).at(-1)).toMatchObject({ tot: '2026-10-31' });
    const { rows } = await register.superuser.query(
      `select einddatum::text from uitstelperiode_historie where uitstelperiode_id = $1`,
      [periode.uitstelperiodeID],
    );
    expect(rows).toEqual([{ einddatum: null }]);
    expect(await leveringen([levering])).toMatchObject({ gewijzigd: 1 });
  });

  it('lets a later record of the file see what an earlier one did', async () => {
    const levering = waiting();
    const [periode] = levering.uitstelperiodes;
    const first = { ...levering, uitstelperiodes: [{ ...periode, einddatum: '2026-10-30' }] };
    expect(await leveringen([first, first, levering])).toMatchObject({ gewijzigd: 2, ongewijzigd: 1 });
    expect(await places(levering.bemiddelingspecificatieID)).toMatchObject([{ tot: null }]);
  });

  it('ends the waiting when care begins, without touching what was reported', async () => {
    const levering = waiting();
    const begun = {
      ...levering,
      leveringperiodes: [
        {
          leveringperiodeID: randomUUID(),
          ingangsdatum: '2026-10-20',
          einddatum: '2026-10-25',
          vaststellingMoment: '2026-10-20T09:00:00+02:00',
        },
      ],
    };
    expect(await leveringen([begun])).toMatchObject({ gewijzigd: 1 });
    expect(await places(levering.bemiddelingspecificatieID)).toMatchObject([
      { tot: '2026-10-19' },
      { van: '2026-10-26', tot: null },
    ]);
  });
});

describe('a record is refused whole', () => {
  const other = () => {
    const found = LEVERINGEN.find((one) => one.client.clientID !== waiting().client.clientID);
    if (found === undefined) throw new Error('nobody else');
    return found;
  };
  const changed = (over: object): object => {
    const levering = waiting();
    return { ...levering, uitstelperiodes: [{ ...levering.uitstelperiodes[0], ...over }] };
  };

  it.each<[string, () => object, Partial<DomainError>]>([
    [
      'W1 (a pair that is none)',
      () => changed({ leveringsstatus: '6', leveringsstatusClassificatie: '19' }),
      { regel: 'W1', bron: 'CS131' },
    ],
    [
      'W1 (no classificatie)',
      () => changed({ leveringsstatusClassificatie: null }),
      { regel: 'W1', bron: 'CD090' },
    ],
    ['W2', () => changed({ leveringsstatus: '1' }), { regel: 'W2', bron: 'CS133' }],
    [
      'an end before the start',
      () => changed({ einddatum: '2020-01-01' }),
      { code: 'ONGELDIGE_INVOER', pad: ['einddatum'] },
    ],
    ['a day that does not exist', () => changed({ einddatum: '2026-02-30' }), { code: 'ONGELDIGE_INVOER' }],
    [
      'a start in the future',
      () => changed({ ingangsdatum: '2026-11-02' }),
      { code: 'ONGELDIGE_INVOER', pad: ['ingangsdatum'] },
    ],
    [
      'an unknown allocation',
      () => ({ ...waiting(), bemiddelingspecificatieID: randomUUID() }),
      { code: 'NIET_GEVONDEN' },
    ],
    ['another client', () => ({ ...waiting(), client: other().client }), { regel: 'P1', pad: ['client'] }],
    [
      'another levering on the allocation',
      () => ({ ...waiting(), leveringID: randomUUID() }),
      { pad: ['leveringID'] },
    ],
    [
      'the allocation of another levering',
      () => ({ ...waiting(), leveringID: other().leveringID }),
      { pad: ['leveringID'] },
    ],
    [
      'a period of another levering',
      () =>
        changed({
          uitstelperiodeID: LEVERINGEN.filter((one) => one.leveringID !== waiting().leveringID).flatMap(
            (one) => one.uitstelperiodes,
          )[0]?.uitstelperiodeID,
        }),
      { pad: ['uitstelperiodes'] },
    ],
    [
      'something this register does not keep',
      () => ({ ...waiting(), verzoeken: [{}] }),
      { code: 'ONGELDIGE_INVOER', pad: ['verzoeken'] },
    ],
  ])('for %s, and does not stop the others', async (_what, record, expected) => {
    const before = await register.superuser.query(`select count(*)::int as n from uitstelperiode_historie`);
    const result = await leveringen([record(), other()]);
    expect(result).toMatchObject({ gelezen: 2, ongewijzigd: 1, geweigerd: 1 });
    expect(result.refusals).toEqual([expect.objectContaining(expected)]);
    const after = await register.superuser.query(`select count(*)::int as n from uitstelperiode_historie`);
    expect(after.rows).toEqual(before.rows);
  });

  it('W9: an admission elsewhere, unless the same file ends it', async () => {
    const placed = LEVERINGEN.find((one) => {
      const [zorg] = one.leveringperiodes;
      return zorg?.einddatum === null && specificatieOf(one)?.opname === '1';
    });
    if (placed === undefined) throw new Error('nobody is admitted');
    const beside = await register.plant.allocation({
      beside: await whereIs(placed),
      instelling:
        data.zorgaanbieders
          .map(({ agbCode }) => agbCode)
          .find((agb) => agb !== specificatieOf(placed)?.instelling) ?? '',
      zzpCode: '753',
      van: specificatieOf(placed)?.toewijzingIngangsdatum ?? '',
    });
    const vaststellingMoment = '2026-10-30T09:00:00+01:00';
    const moved = {
      leveringID: randomUUID(),
      client: placed.client,
      bemiddelingspecificatieID: beside.bemiddelingspecificatieID,
      uitstelperiodes: [],
      leveringperiodes: [{ leveringperiodeID: randomUUID(), ingangsdatum: '2026-10-30', vaststellingMoment }],
      afstel: null,
    };
    expect((await leveringen([moved])).refusals).toMatchObject([{ regel: 'W9' }]);
    const left = {
      ...placed,
      leveringperiodes: placed.leveringperiodes.map((zorg) => ({
        ...zorg,
        einddatum: '2026-10-30',
        vaststellingMoment,
      })),
    };
    expect(await leveringen([moved, left])).toMatchObject({ nieuw: 1, gewijzigd: 1, geweigerd: 0 });
  });
});

function specificatieOf({ bemiddelingspecificatieID: id }: DemoLevering) {
  return data.bemiddelingen.data.bemiddeling
    .flatMap((one) => one.bemiddelingspecificatie)
    .find((one) => one.bemiddelingspecificatieID === id);
}

async function whereIs({ client, bemiddelingspecificatieID }: DemoLevering) {
  const { rows } = await register.superuser.query<{ id: string }>(
    `select bemiddeling_id as id from bemiddelingspecificatie where bemiddelingspecificatie_id = $1`,
    [bemiddelingspecificatieID],
  );
  return { bemiddelingspecificatieID, bemiddelingID: rows[0]?.id ?? '', clientID: client.clientID };
}
