import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  asInstant,
  dayInAmsterdam,
  daysBetween,
  holdsOn,
  inDutchTime,
  instantInAmsterdam,
  isDay,
  isOrdered,
  maxDay,
  minDay,
  OPEN_END,
  type Day,
} from './calendar.js';

const day = fc.integer({ min: 0, max: 90_000 }).map((days) => addDays('1920-01-01', days));
const some = fc.integer({ min: -5_000, max: 5_000 });

describe('a day', () => {
  it.each(['1900-01-01', '2199-12-31', '2024-02-29', '2000-02-29', '2026-11-22'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    ['before 1900', '1899-12-31'],
    ['after 2199', '2200-01-01'],
    ['open', OPEN_END],
    ['not in this year', '2026-02-29'],
    ['not in this century', '1900-02-29'],
    ['a month too many', '2026-13-01'],
    ['a day too many', '2026-04-31'],
    ['day nought', '2026-04-00'],
    ['a moment', '2026-04-01T00:00'],
    ['something before it', ' 2026-04-01'],
    ['no dashes', '20260401'],
    ['short', '2026-4-1'],
    ['long', '2026-04-011'],
    ['no digits', 'xxxx-xx-xx'],
    ['nothing', ''],
  ])('%s: no day', (_why, text) => {
    expect(isDay(text)).toBe(false);
  });

  it('is as many days from another as one adds to it, over leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    fc.assert(
      fc.property(day, some, some, (from, days, more) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
        expect(addDays(addDays(from, days), more)).toBe(addDays(from, days + more));
        expect(isDay(addDays(from, days))).toBe(true);
      }),
    );
  });

  it('counts in days also where the hours of a day change', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
  });

  it('has an order', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [first, last] = daysBetween(a, b) >= 0 ? [a, b] : [b, a];
        expect([minDay(a, b), maxDay(a, b)]).toEqual([first, last]);
      }),
    );
  });
});

describe('a period', () => {
  it('ends on or after its first day, or never', () => {
    expect(isOrdered('2026-11-01', null)).toBe(true);
    expect(isOrdered('2026-11-01', '2026-11-01')).toBe(true);
    expect(isOrdered('2026-11-01', '2026-11-02')).toBe(true);
    expect(isOrdered('2026-11-01', '2026-10-31')).toBe(false);
  });

  it.each<[Day, Day, Day | null, boolean]>([
    ['2026-10-31', '2026-11-01', null, false],
    ['2026-11-01', '2026-11-01', null, true],
    ['2199-12-31', '2026-11-01', null, true],
    ['2026-10-31', '2026-11-01', '2026-11-03', false],
    ['2026-11-01', '2026-11-01', '2026-11-03', true],
    ['2026-11-03', '2026-11-01', '2026-11-03', true],
    ['2026-11-04', '2026-11-01', '2026-11-03', false],
  ])('on %s, that of %s to %s holds: %s', (on, van, tot, holds) => {
    expect(holdsOn(on, van, tot)).toBe(holds);
  });
});

describe('a moment in the Netherlands', () => {
  it.each([
    ['2026-01-01T22:59:59.999Z', '2026-01-01'],
    ['2026-01-01T23:00:00.000Z', '2026-01-02'],
    ['2026-07-01T21:59:59.999Z', '2026-07-01'],
    ['2026-07-01T22:00:00.000Z', '2026-07-02'],
  ])('%s falls on %s', (instant, on) => {
    expect(dayInAmsterdam(instant)).toBe(on);
  });

  it.each<[Day, `${number}:${number}`, string, string]>([
    ['2026-01-15', '09:00', '2026-01-15T08:00:00.000Z', 'in winter'],
    ['2026-07-15', '09:00', '2026-07-15T07:00:00.000Z', 'in summer'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z', 'that no clock shows, an hour on'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z', 'that clocks show twice, the first time'],
  ])('%s %s is %s: %s', (on, time, instant) => {
    expect(instantInAmsterdam(on, time)).toBe(instant);
  });

  it('midnight is the first moment of the day', () => {
    fc.assert(
      fc.property(day, (on) => {
        const midnight = instantInAmsterdam(on, '00:00');
        expect(dayInAmsterdam(midnight)).toBe(on);
        expect(midnight).toHaveLength(24);
      }),
    );
  });

  it('is written with the hours that it is ahead', () => {
    expect(inDutchTime('2026-01-01T12:00:00Z')).toBe('2026-01-01T13:00:00.000+01:00');
    expect(inDutchTime('2026-07-01T12:00:00.5Z')).toBe('2026-07-01T14:00:00.500+02:00');
  });

  it('is kept in UTC, to the millisecond, when its day exists', () => {
    expect(asInstant('2026-07-01T14:00:00+02:00')).toBe('2026-07-01T12:00:00.000Z');
    expect(asInstant('1899-12-31T12:00:00Z')).toBeNull();
  });
});
