import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afstel, levering, specificatie, traject, uitstel } from '../../../../test/support/trajecten.js';
import { addDays, daysBetween, type Day } from '../../../platform/clock/index.js';
import { byGeldendWoord, type Traject } from './traject.js';
import { wachtverloop, type Wachtsegment } from './wachtverloop.js';
import { WACHTSTATUSSEN } from './wachtstatus.js';

const shape = ({ van, tot, leveringsstatus, normklokVan }: Wachtsegment): string =>
  `${leveringsstatus} ${van}..${tot ?? ''} klok ${normklokVan}`;
const shapes = (over: Partial<Traject>): string[] => wachtverloop(traject(over)).map(shape);

describe('who waits, and since when', () => {
  it('waits from the first status on, also before the allocation begins (OP026)', () => {
    expect(
      shapes({
        specificatie: specificatie({ toewijzingIngangsdatum: '2026-03-01' }),
        uitstelperioden: [uitstel('7', '2026-02-01')],
      }),
    ).toEqual(['7 2026-02-01.. klok 2026-02-01']);
  });

  it('lets a later status supersede an earlier one while it holds, and return to it after', () => {
    const perioden = [uitstel('7', '2026-02-01'), uitstel('6', '2026-03-01', { einddatum: '2026-03-10' })];
    expect(shapes({ uitstelperioden: perioden })).toEqual([
      '7 2026-02-01..2026-02-28 klok 2026-02-01',
      '6 2026-03-01..2026-03-10 klok 2026-02-01',
      '7 2026-03-11.. klok 2026-02-01',
    ]);
    expect(wachtverloop(traject({ uitstelperioden: perioden }))[2]?.statusIngangsdatum).toBe('2026-02-01');
  });

  it('W6: on one day the word of the dossierhouder holds, whoever decided last', () => {
    const dossierhouder = uitstel('6', '2026-02-01', { vaststellingMoment: '2026-02-01T08:00:00.000Z' });
    const aanbieder = uitstel('2', '2026-02-01', {
      bron: 'ZORGAANBIEDER',
      vaststellingMoment: '2026-02-05T08:00:00.000Z',
    });
    expect(shapes({ uitstelperioden: [dossierhouder, aanbieder] })).toEqual([
      '6 2026-02-01.. klok 2026-02-01',
    ]);
    expect(shapes({ uitstelperioden: [aanbieder, dossierhouder] })).toEqual([
      '6 2026-02-01.. klok 2026-02-01',
    ]);
  });

  it('W6: between equals what was decided last holds', () => {
    const eerst = uitstel('6', '2026-02-01', { vaststellingMoment: '2026-02-02T08:00:00.000Z' });
    const later = uitstel('2', '2026-02-01', { vaststellingMoment: '2026-02-03T08:00:00.000Z' });
    expect(shapes({ uitstelperioden: [later, eerst] })).toEqual(['2 2026-02-01.. klok 2026-02-01']);
  });

  it('starts the norm clock of each status at the run of the statuses that count for it', () => {
    const perioden = [
      uitstel('3', '2026-01-01', { einddatum: '2026-01-31' }),
      uitstel('2', '2026-02-01', { einddatum: '2026-02-28' }),
      uitstel('7', '2026-03-01', { einddatum: '2026-03-31' }),
      uitstel('6', '2026-04-01', { einddatum: '2026-04-30' }),
      uitstel('2', '2026-05-01', { einddatum: '2026-05-31' }),
      uitstel('3', '2026-06-01'),
    ];
    expect(shapes({ uitstelperioden: perioden })).toEqual([
      '3 2026-01-01..2026-01-31 klok 2026-01-01',
      '2 2026-02-01..2026-02-28 klok 2026-02-01',
      '7 2026-03-01..2026-03-31 klok 2026-03-01',
      '6 2026-04-01..2026-04-30 klok 2026-03-01',
      '2 2026-05-01..2026-05-31 klok 2026-02-01',
      '3 2026-06-01.. klok 2026-01-01',
    ]);
  });

  it('starts the clock again after a gap of one day', () => {
    const perioden = [uitstel('7', '2026-02-01', { einddatum: '2026-02-09' }), uitstel('7', '2026-02-11')];
    expect(shapes({ uitstelperioden: perioden })[1]).toBe('7 2026-02-11.. klok 2026-02-11');
  });

  it('does not wait while care runs, and waits again after', () => {
    expect(
      shapes({
        uitstelperioden: [uitstel('7', '2026-02-01')],
        leveringperioden: [levering('2026-03-01', { einddatum: '2026-03-31' })],
      }),
    ).toEqual(['7 2026-02-01..2026-02-28 klok 2026-02-01', '7 2026-04-01.. klok 2026-04-01']);
  });

  it('waits on the last day of the allocation and not on the day of the afstel', () => {
    const perioden = [uitstel('7', '2026-02-01')];
    expect(
      shapes({
        specificatie: specificatie({ toewijzingEinddatum: '2026-05-31' }),
        uitstelperioden: perioden,
      }),
    ).toEqual(['7 2026-02-01..2026-05-31 klok 2026-02-01']);
    expect(shapes({ uitstelperioden: perioden, afstel: afstel('2026-05-31') })).toEqual([
      '7 2026-02-01..2026-05-30 klok 2026-02-01',
    ]);
  });

  it('waits on nothing that was withdrawn before it began', () => {
    const ingetrokken = specificatie({ toewijzingEinddatum: '2026-01-01', ingetrokken: true });
    expect(shapes({ specificatie: ingetrokken, uitstelperioden: [uitstel('7', '2025-12-01')] })).toEqual([]);
  });

  it.each([
    ['a pgb', { leveringsvorm: '2' }],
    ['a bridging allocation', { soortToewijzing: '3' }],
    ['an administrative allocation', { soortToewijzing: '5' }],
  ])('never has %s wait', (_what, over) => {
    expect(
      shapes({ specificatie: specificatie(over), uitstelperioden: [uitstel('7', '2026-02-01')] }),
    ).toEqual([]);
  });
});

/** Random histories within some 60 days. */
const START = '2026-01-01';
const DAYS = 60;
const day = fc.integer({ min: 0, max: DAYS }).map((offset) => addDays(START, offset));
const length = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });
const period = <T>(make: (van: Day, tot: Day | null) => fc.Arbitrary<T>) =>
  fc.tuple(day, length).chain(([van, days]) => make(van, days === null ? null : addDays(van, days)));
const uitstelperiode = period((van, einddatum) =>
  fc
    .record({
      status: fc.constantFrom('6', '7', '2', '3'),
      bron: fc.constantFrom('DOSSIERHOUDER' as const, 'ZORGAANBIEDER' as const),
      beslist: day,
    })
    .map(({ status, bron, beslist }) =>
      uitstel(status, van, { einddatum, bron, vaststellingMoment: `${beslist}T09:00:00.000Z` }),
    ),
);
const leveringperiode = period((van, einddatum) => fc.constant(levering(van, { einddatum })));
const history = fc
  .record({
    uitstelperioden: fc.array(uitstelperiode, { maxLength: 6 }),
    leveringperioden: fc.array(leveringperiode, { maxLength: 2 }),
    einde: fc.option(day, { nil: null }),
    afsteldatum: fc.option(day, { nil: null, freq: 4 }),
  })
  .map(({ uitstelperioden, leveringperioden, einde, afsteldatum }) =>
    traject({
      specificatie: specificatie({ toewijzingIngangsdatum: START, toewijzingEinddatum: einde }),
      uitstelperioden,
      leveringperioden,
      afstel: afsteldatum === null ? null : afstel(afsteldatum),
    }),
  );
const allDays = Array.from({ length: DAYS + 30 }, (_, offset) => addDays(START, offset));

/** The definition of issue §3, word by word and day by day. */
function statusOn(t: Traject, d: Day): { id: string; code: string } | null {
  const ended = t.specificatie.toewijzingEinddatum !== null && t.specificatie.toewijzingEinddatum < d;
  const given = t.leveringperioden.some((p) => p.ingangsdatum <= d && (p.einddatum ?? '9') >= d);
  if (ended || given || (t.afstel !== null && t.afstel.afsteldatum <= d)) return null;
  const valid = t.uitstelperioden.filter((p) => p.ingangsdatum <= d && (p.einddatum ?? '9') >= d);
  const holds = [...valid].sort(byGeldendWoord).at(-1);
  return holds === undefined ? null : { id: holds.uitstelperiodeID, code: holds.leveringsstatus };
}

function clockOn(t: Traject, d: Day, code: string): Day {
  const counting: readonly string[] = WACHTSTATUSSEN.find((status) => status.code === code)?.normklok ?? [];
  let start = d;
  for (;;) {
    const before = statusOn(t, addDays(start, -1));
    if (before === null || !counting.includes(before.code)) return start;
    start = addDays(start, -1);
  }
}

describe('over random histories', () => {
  it('the stretches cover exactly the days on which the definition says that somebody waits', () => {
    fc.assert(
      fc.property(history, (t) => {
        const covered = (segments: readonly Wachtsegment[]) =>
          allDays.flatMap((d) =>
            segments
              .filter((s) => s.van <= d && (s.tot ?? '9') >= d)
              .map((s) => `${d} ${s.uitstelperiodeID} ${s.normklokVan}`),
          );
        const defined = allDays.flatMap((d) => {
          const waits = statusOn(t, d);
          return waits === null ? [] : [`${d} ${waits.id} ${clockOn(t, d, waits.code)}`];
        });
        expect(covered(wachtverloop(t))).toEqual(defined);
      }),
    );
  });

  it('the stretches lie in order, do not overlap, and are as long as they can be', () => {
    fc.assert(
      fc.property(history, (t) => {
        const segments = wachtverloop(t);
        segments.forEach((segment, index) => {
          const next = segments[index + 1];
          if (next === undefined) return;
          const gap = daysBetween(segment.tot ?? '9999-12-31', next.van);
          expect(gap).toBeGreaterThan(0);
          if (gap === 1) expect(next.uitstelperiodeID).not.toBe(segment.uitstelperiodeID);
        });
      }),
    );
  });

  it('do not depend on the order in which the reports are read', () => {
    fc.assert(
      fc.property(history, (t) => {
        const turned = { ...t, uitstelperioden: [...t.uitstelperioden].reverse() };
        expect(wachtverloop(turned)).toEqual(wachtverloop(t));
      }),
    );
  });
});
