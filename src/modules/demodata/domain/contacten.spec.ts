import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DOSSIERHOUDER } from './codes.js';
import { contactsInTime, contactsTooLate, type Contactafspraak } from './contacten.js';
import { Random } from './random.js';
import { AANBIEDERS } from './zorgaanbieders.js';

const seeds = fc.integer({ min: 0, max: 0xffff_ffff });

function afspraakFrom(van: number, tot: number | null = null): Contactafspraak {
  const aanbieder = new Random(0).pick(AANBIEDERS);
  return { aanbieder, regierol: DOSSIERHOUDER, met: ['CLIENT'], van, tot };
}

describe('contactsInTime', () => {
  it('never leaves more than 183 days without somebody spoken', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -980, max: -1 }), (seed, van) => {
        const spoken = contactsInTime(new Random(seed), afspraakFrom(van)).filter((one) => one.gesproken);
        const days = [van, ...spoken.map((one) => one.op), 0];
        for (const [index, day] of days.slice(1).entries()) {
          expect(day - (days[index] ?? 0)).toBeLessThanOrEqual(183);
        }
      }),
    );
  });

  it('keeps the contacts within the agreement and in order, one a day', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -980, max: -400 }), (seed, van) => {
        const days = contactsInTime(new Random(seed), afspraakFrom(van, -200)).map((one) => one.op);
        expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
        expect(days.every((day) => day >= van && day <= -200)).toBe(true);
      }),
    );
  });
});

describe('contactsTooLate', () => {
  it('has nobody spoken in the last 183 days', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -980, max: -184 }), (seed, van) => {
        const spoken = contactsTooLate(new Random(seed), afspraakFrom(van)).filter((one) => one.gesproken);
        expect(spoken.every((one) => one.op < -183)).toBe(true);
      }),
    );
  });
});
