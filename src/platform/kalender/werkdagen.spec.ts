import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../clock/index.js';
import { addWerkdagen, isWerkdag, KALENDERVERSIE, vrijeDagen, werkdagenTussen } from './index.js';

const day = fc.integer({ min: 0, max: 18_000 }).map((n) => addDays('2010-01-01', n));

describe('a werkdag', () => {
  it.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-01-01', false, 'Nieuwjaar'],
    ['2026-04-03', true, 'Goede Vrijdag is no official day off'],
    ['2026-04-06', false, 'tweede paasdag'],
    ['2025-04-26', false, 'koningsdag 2025, moved to a Saturday'],
    ['2026-04-27', false, 'koningsdag'],
    ['2013-04-30', false, 'koninginnedag'],
    ['2014-04-30', true, 'no koninginnedag any more'],
    ['2026-05-05', true, '5 mei outside a lustrum'],
    ['2025-05-05', false, '5 mei in a lustrum'],
    ['2030-05-05', false, '5 mei in the next one, on a Sunday'],
    ['2026-05-14', false, 'Hemelvaart'],
    ['2026-05-25', false, 'tweede pinksterdag'],
    ['2026-12-24', true, 'the day before Christmas'],
    ['2026-12-25', false, 'Christmas'],
    ['2026-12-31', true, 'oudejaarsdag'],
    ['2024-02-29', true, 'a leap day on a Thursday'],
  ])('%s: %s (%s)', (dag, werkdag) => {
    expect(isWerkdag(dag)).toBe(werkdag);
  });

  it('is 5 mei, but for the lustra since 1990', () => {
    const free = [1985, 1988, 1990, 1991, 2024, 2025].filter((year) => vrijeDagen(year).has(`${year}-05-05`));
    expect(free).toEqual([1990, 2025]);
  });

  it('comes from a calendar that has a name', () => {
    expect(KALENDERVERSIE).toMatch(/^date-holidays \d+\.\d+\.\d+ NL public, keuze \d+$/);
    expect([...vrijeDagen(2026).values()]).toContain('Koningsdag');
    expect(vrijeDagen(2025).get('2025-05-05')).toBe('Bevrijdingsdag (lustrum)');
  });
});

describe('a term in werkdagen', () => {
  it.each<[Day, number, Day, string]>([
    ['2026-12-23', 5, '2026-12-31', 'over Christmas'],
    ['2026-12-30', 2, '2027-01-04', 'over the end of the year and a weekend'],
    ['2026-04-02', 1, '2026-04-03', 'onto Goede Vrijdag'],
    ['2026-04-03', 1, '2026-04-07', 'over Easter'],
    ['2024-02-28', 1, '2024-02-29', 'onto a leap day'],
    ['2024-02-29', 1, '2024-03-01', 'from a leap day'],
    ['2026-11-21', 1, '2026-11-23', 'from a Saturday'],
    ['2026-11-21', 0, '2026-11-21', 'none at all'],
  ])('from %s, %i: %s (%s)', (from, aantal, einde) => {
    expect(addWerkdagen(from, aantal)).toBe(einde);
  });

  it('ends on a werkdag, and holds as many as were asked', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 15 }), (from, aantal) => {
        const einde = addWerkdagen(from, aantal);
        expect(isWerkdag(einde)).toBe(true);
        expect(werkdagenTussen(from, einde)).toBe(aantal);
        expect(werkdagenTussen(einde, from)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same in two steps as in one', () => {
    const some = fc.integer({ min: 0, max: 15 });
    fc.assert(
      fc.property(day, some, some, (from, a, b) => {
        expect(addWerkdagen(addWerkdagen(from, a), b)).toBe(addWerkdagen(from, a + b));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['2026-04-02', '2026-04-02', 0],
    ['2026-04-02', '2026-04-07', 2],
    ['2026-04-07', '2026-04-02', -2],
    ['2026-11-22', '2026-11-21', 0],
  ])('from %s to %s holds %i, and as many back', (from, to, count) => {
    expect(werkdagenTussen(from, to)).toBe(count);
  });

  it('is a whole number', () => {
    expect(() => addWerkdagen('2026-11-20', 1.5)).toThrow();
    expect(() => addWerkdagen('2026-11-20', -1)).toThrow();
  });
});
