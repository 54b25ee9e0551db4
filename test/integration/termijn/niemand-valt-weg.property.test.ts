import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leveringsstatusOp } from '../../../src/modules/wachtlijst/domain/actuele-status.js';
import type {
  Leveringperiode,
  Traject,
  Uitstelperiode,
} from '../../../src/modules/wachtlijst/domain/traject.js';
import { isGeeindigd, isPgb } from '../../../src/modules/wachtlijst/domain/traject.js';
import { wachtOp } from '../../../src/modules/wachtlijst/domain/wachtverloop.js';
import { findWerkvoorraad } from '../../../src/modules/termijn/index.js';
import { addDays, type Day } from '../../../src/platform/clock/index.js';
import { DomainEvents } from '../../../src/platform/events/index.js';
import { afstel, levering, uitstel } from '../../support/trajecten.js';
import { openRegister, proces, TODAY, type Register } from '../overbrugging/register.js';

let register: Register;

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.close());

const START: Day = '2026-09-01';
const around = (n: number): Day => addDays(START, n);

/** Reports in order of time: each begins where the one before it ended, or some days later, and the last may be open. */
const reports = fc.array(
  fc.record({
    soort: fc.constantFrom('UITSTEL', 'ZORG'),
    status: fc.constantFrom('6', '7', '2', '3'),
    gap: fc.constantFrom(0, 0, 1, 5),
    days: fc.integer({ min: 1, max: 40 }),
    code: fc.constantFrom('20', '20', '19', '17'),
  }),
  { maxLength: 4 },
);
const histories = fc.array(
  fc.record({
    vorm: fc.constantFrom('4', '4', '5', '7', '2'),
    end: fc.option(fc.integer({ min: 30, max: 90 })),
    open: fc.boolean(),
    afstel: fc.option(fc.integer({ min: 0, max: 20 })),
    reports,
  }),
  { minLength: 6, maxLength: 10 },
);
type History = typeof histories extends fc.Arbitrary<(infer One)[]> ? One : never;

function trajectOf(history: History, bemiddelingspecificatieID: string): Traject {
  const uitstelperioden: Uitstelperiode[] = [];
  const leveringperioden: Leveringperiode[] = [];
  let day = 0;
  history.reports.forEach(({ soort, status, gap, days, code }, index) => {
    const van = around(day + gap);
    const last = index === history.reports.length - 1 && history.open;
    const tot = last ? null : around(day + gap + days - 1);
    if (soort === 'UITSTEL') {
      uitstelperioden.push(uitstel(status, van, { einddatum: tot, uitstelperiodeID: randomUUID() }));
    } else {
      const beeindigingReden = tot === null ? null : code;
      leveringperioden.push(
        levering(van, { einddatum: tot, beeindigingReden, leveringperiodeID: randomUUID() }),
      );
    }
    day += gap + days;
  });
  const given = history.afstel === null || history.open || history.reports.length === 0;
  return {
    specificatie: {
      bemiddelingspecificatieID,
      leveringsvorm: history.vorm,
      soortToewijzing: '1',
      opname: null,
      instelling: history.vorm === '2' ? null : '99000001',
      toewijzingIngangsdatum: START,
      toewijzingEinddatum: history.end === null ? null : around(history.end),
      ingetrokken: false,
    },
    leveringID: randomUUID(),
    uitstelperioden,
    leveringperioden,
    afstel: given ? null : afstel(around(day + (history.afstel ?? 0)), { afstelID: randomUUID() }),
  };
}

/** Where an allocation stands on a day, by the domain of the waiting list. */
function standing(traject: Traject, day: Day): string {
  const { specificatie, uitstelperioden, leveringperioden } = traject;
  if (isPgb(specificatie)) return 'PGB';
  if (isGeeindigd(specificatie, day) || (traject.afstel !== null && traject.afstel.afsteldatum <= day))
    return 'GEEINDIGD';
  if (uitstelperioden.length + leveringperioden.length === 0 && traject.afstel === null)
    return 'EERSTE_STATUS';
  if (wachtOp(traject, day) !== null) return 'OP_DE_LIJST';
  const status = leveringsstatusOp(traject, day);
  if (status === null) return 'ZONDER_STATUS';
  return status.leveringsstatus === '4' ? 'IN_ZORG' : 'GEEINDIGD';
}

async function plant(history: History): Promise<Traject> {
  const tot = history.end === null ? null : around(history.end);
  const rol = history.vorm === '7' ? '1' : '2';
  const planted = await register.plant.allocation({
    leveringsvorm: history.vorm,
    van: START,
    tot,
    rollen: history.vorm === '2' ? [] : [[rol, '99000001', START, tot]],
  });
  const traject = trajectOf(history, planted.bemiddelingspecificatieID);
  const known = `'2026-09-01T09:00:00Z', 'proef'`;
  await register.sql(
    `insert into levering (levering_id, bemiddelingspecificatie_id, geregistreerd_op, geregistreerd_door)
     values ($1, $2, ${known})`,
    [traject.leveringID, planted.bemiddelingspecificatieID],
  );
  for (const u of traject.uitstelperioden) {
    await register.sql(
      `insert into uitstelperiode (uitstelperiode_id, levering_id, ingangsdatum, einddatum, vaststelling_moment,
         leveringsstatus, leveringsstatus_classificatie, bron, geregistreerd_op, geregistreerd_door)
       values ($1, $2, $3, $4, $5, $6, $7, $8, ${known})`,
      [
        u.uitstelperiodeID,
        traject.leveringID,
        u.ingangsdatum,
        u.einddatum,
        u.vaststellingMoment,
        u.leveringsstatus,
        u.leveringsstatusClassificatie,
        u.bron,
      ],
    );
  }
  for (const p of traject.leveringperioden) {
    await register.sql(
      `insert into leveringperiode (leveringperiode_id, levering_id, ingangsdatum, einddatum, vaststelling_moment,
         beeindiging_reden, geregistreerd_op, geregistreerd_door)
       values ($1, $2, $3, $4, $5, $6, ${known})`,
      [
        p.leveringperiodeID,
        traject.leveringID,
        p.ingangsdatum,
        p.einddatum,
        p.vaststellingMoment,
        p.beeindigingReden,
      ],
    );
  }
  if (traject.afstel !== null) {
    await register.sql(
      `insert into afstel (afstel_id, levering_id, afsteldatum, vaststelling_moment, geregistreerd_op, geregistreerd_door)
       values ($1, $2, $3, $4, ${known})`,
      [
        traject.afstel.afstelID,
        traject.leveringID,
        traject.afstel.afsteldatum,
        traject.afstel.vaststellingMoment,
      ],
    );
  }
  return traject;
}

describe('nobody falls off every list', () => {
  it('every allocation stands in exactly one place, and the werkvoorraad holds those that stand nowhere else', async () => {
    const seen = new Map<string, number>();
    let lapsed = 0;
    const events = register.app.get(DomainEvents, { strict: false });
    await fc.assert(
      fc.asyncProperty(histories, async (cases) => {
        const trajecten: Traject[] = [];
        for (const history of cases) trajecten.push(await plant(history));
        const ids = trajecten.map(({ specificatie }) => specificatie.bemiddelingspecificatieID);
        await register.unitOfWork.write(proces(), (tx) =>
          events.announce(proces(), tx, 'SpecificatiesGewijzigd', { bemiddelingspecificatieIDs: ids }),
        );
        for (const today of [TODAY, '2026-09-15', '2026-10-10', '2026-11-20']) {
          const ctx = proces(today);
          const work = await register.read(ctx, (tx) =>
            findWerkvoorraad(ctx, tx, { soort: ['EERSTE_STATUS', 'ZONDER_STATUS'] }, null, null),
          );
          const listed = await register.sql<{ id: string }>(
            `select bemiddelingspecificatie_id as id from wachtlijstplaats
             where bemiddelingspecificatie_id = any ($1::uuid[]) and van <= $2 and (tot is null or tot >= $2)`,
            [ids, today],
          );
          // What has lapsed is left out before it is worked out; what is left must be the same.
          const alles = await register.read(ctx, (tx) =>
            findWerkvoorraad(ctx, tx, { status: ['LOPEND', 'TE_LAAT', 'VERLOPEN'] }, null, null),
          );
          const open = await register.read(ctx, (tx) => findWerkvoorraad(ctx, tx, {}, null, null));
          expect(open).toEqual(alles.filter(({ status }) => status !== 'VERLOPEN'));
          lapsed += alles.length - open.length;
          for (const traject of trajecten) {
            const id = traject.specificatie.bemiddelingspecificatieID;
            const expected = standing(traject, today);
            seen.set(expected, (seen.get(expected) ?? 0) + 1);
            const places = [
              ...work
                .filter((line) => line.bemiddelingspecificatieID === id)
                .map(({ soort }) => soort as string),
              ...listed.filter((row) => row.id === id).map(() => 'OP_DE_LIJST'),
            ];
            expect(places).toEqual(
              ['EERSTE_STATUS', 'ZONDER_STATUS', 'OP_DE_LIJST'].includes(expected) ? [expected] : [],
            );
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(lapsed).toBeGreaterThan(0);
    expect([...seen.keys()].sort()).toEqual(
      ['EERSTE_STATUS', 'GEEINDIGD', 'IN_ZORG', 'OP_DE_LIJST', 'PGB', 'ZONDER_STATUS'].sort(),
    );
  }, 120_000);
});
