import { describe, expect, it } from '@jest/globals';
import { afstel, levering, traject, uitstel } from '../../../../test/support/trajecten.js';
import { RegelGeschonden } from '../../../platform/errors/index.js';
import { assertGeschiedenis, isGesloten } from './geschiedenis.js';
import type { Traject } from './traject.js';

/** Judges a history of which all is told now; a refusal as its rule, norm and field. */
function judged(over: Partial<Traject>, told = true): string {
  const history = traject(over);
  const ids = [
    ...history.uitstelperioden.map(({ uitstelperiodeID }) => uitstelperiodeID),
    ...history.leveringperioden.map(({ leveringperiodeID }) => leveringperiodeID),
    ...(history.afstel === null ? [] : [history.afstel.afstelID]),
  ];
  try {
    assertGeschiedenis(history, { ids: new Set(told ? ids : []), pad: ['verteld'] });
    return 'kan';
  } catch (error) {
    if (!(error instanceof RegelGeschonden)) throw error;
    return [error.regel, error.bron, ...error.pad].join(' ');
  }
}

const care = (
  van: string,
  tot: string | null = null,
  beeindigingReden: string | null = tot === null ? null : '20',
) => levering(van, { einddatum: tot, beeindigingReden });

describe('a history that can have been', () => {
  it.each<[string, Partial<Traject>]>([
    ['nothing', {}],
    [
      'waiting, care',
      { uitstelperioden: [uitstel('7', '2026-01-10')], leveringperioden: [care('2026-02-01')] },
    ],
    [
      'waiting and care from one day on: the waiting came first',
      { uitstelperioden: [uitstel('7', '2026-02-01')], leveringperioden: [care('2026-02-01')] },
    ],
    ['care and care again', { leveringperioden: [care('2026-02-01', '2026-03-31'), care('2026-04-01')] }],
    [
      'care that was given before it was told of later care',
      { leveringperioden: [care('2026-04-01'), care('2026-02-01', '2026-03-31')] },
    ],
    [
      'care, and waiting from the day it ended',
      { leveringperioden: [care('2026-02-01', '2026-03-31')], uitstelperioden: [uitstel('2', '2026-03-31')] },
    ],
    [
      'waiting, no more wanted',
      { uitstelperioden: [uitstel('3', '2026-01-10')], afstel: afstel('2026-02-01') },
    ],
    ['nothing but a transfer', { afstel: afstel('2026-02-01', { aanbiederBestemming: '99000009' }) }],
    [
      'care, and no more wanted from the day it ended',
      { leveringperioden: [care('2026-02-01', '2026-03-31')], afstel: afstel('2026-03-31') },
    ],
  ])('%s', (_what, history) => {
    expect(judged(history)).toBe('kan');
  });
});

describe('a history that cannot have been', () => {
  it.each<[string, Partial<Traject>, string]>([
    [
      'waiting in care',
      { leveringperioden: [care('2026-02-01')], uitstelperioden: [uitstel('7', '2026-03-01')] },
      'W4 TR078 ingangsdatum',
    ],
    [
      'waiting before the care ended',
      { leveringperioden: [care('2026-02-01', '2026-03-31')], uitstelperioden: [uitstel('7', '2026-03-30')] },
      'W4 TR078 ingangsdatum',
    ],
    ['care in care', { leveringperioden: [care('2026-02-01'), care('2026-03-01')] }, 'W4 TR078 ingangsdatum'],
    [
      'care on the last day of other care',
      { leveringperioden: [care('2026-02-01', '2026-03-01'), care('2026-03-01')] },
      'W4 TR078 ingangsdatum',
    ],
    [
      'no more wanted in care',
      { leveringperioden: [care('2026-02-01')], afstel: afstel('2026-03-01') },
      'W4 TR078 afsteldatum',
    ],
    [
      'no more wanted before the care ended',
      { leveringperioden: [care('2026-02-01', '2026-03-31')], afstel: afstel('2026-03-30') },
      'W4 TR078 afsteldatum',
    ],
    [
      'a status nobody reports',
      { uitstelperioden: [uitstel('1', '2026-01-10')] },
      'W3 TR046 leveringsstatus',
    ],
    [
      'such a status after care',
      { leveringperioden: [care('2026-02-01', '2026-03-31')], uitstelperioden: [uitstel('1', '2026-04-01')] },
      'W4 TR078 leveringsstatus',
    ],
  ])('%s', (_what, history, refusal) => {
    expect(judged(history)).toBe(refusal);
  });

  it.each(['17', '19'])('anything after care that ended with %s', (reden) => {
    const leveringperioden = [care('2026-02-01', '2026-03-31', reden)];
    const waiting = { leveringperioden, uitstelperioden: [uitstel('7', '2026-04-01')] };
    expect(judged(waiting)).toBe('W3 TR046 leveringsstatus');
    expect(judged({ leveringperioden: [...leveringperioden, care('2026-04-01')] })).toBe(
      'W3 TR046 ingangsdatum',
    );
    expect(judged({ leveringperioden, afstel: afstel('2026-04-01') })).toBe('W3 TR046 afsteldatum');
  });

  it('anything after the care was no more wanted', () => {
    const gone = { afstel: afstel('2026-02-01') };
    expect(judged({ ...gone, uitstelperioden: [uitstel('7', '2026-02-02')] })).toBe(
      'W3 TR046 leveringsstatus',
    );
    expect(judged({ ...gone, leveringperioden: [care('2026-02-02')] })).toBe('W3 TR046 ingangsdatum');
  });
});

describe('what was there already', () => {
  it('stands in the way of what is told now, and the refusal names what is told', () => {
    const history = { leveringperioden: [care('2026-02-01')], uitstelperioden: [uitstel('7', '2026-03-01')] };
    expect(judged(history, false)).toBe('W4 TR078 verteld');
  });
});

describe('care closed its allocation', () => {
  it.each([
    ['17', '2026-03-31', true],
    ['19', '2026-03-31', true],
    ['20', '2026-03-31', false],
    ['17', null, false],
  ])('when it ended with %s on %s: %s', (beeindigingReden, einddatum, closed) => {
    expect(isGesloten(levering('2026-02-01', { einddatum, beeindigingReden }))).toBe(closed);
  });
});
