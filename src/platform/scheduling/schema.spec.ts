import { describe, expect, it } from '@jest/globals';
import { AMSTERDAM, dayInAmsterdam } from '../clock/index.js';
import { Planning } from './schema.js';

const daily = Planning.lees({ cron: '0 6 * * *', zone: AMSTERDAM });
const plan = (cron: string) => Planning.lees({ cron, zone: AMSTERDAM });

describe('the next planned moment', () => {
  it('is on the wall clock, in winter and in summer time', () => {
    expect(daily.volgende('2026-01-10T04:59:59.000Z')).toBe('2026-01-10T05:00:00.000Z');
    expect(daily.volgende('2026-01-10T05:00:00.000Z')).toBe('2026-01-11T05:00:00.000Z');
    expect(daily.volgende('2026-03-28T12:00:00.000Z')).toBe('2026-03-29T04:00:00.000Z');
    expect(daily.volgende('2026-10-24T12:00:00.000Z')).toBe('2026-10-25T05:00:00.000Z');
  });

  it('follows the fields', () => {
    expect(plan('*/15 8-9 * * 1-5').volgende('2026-11-06T08:45:00.000Z')).toBe('2026-11-09T07:00:00.000Z');
    expect(plan('30 2,14 1 * *').volgende('2026-11-01T01:30:00.000Z')).toBe('2026-11-01T13:30:00.000Z');
    expect(plan('0 0 29 2 *').volgende('2096-03-01T00:00:00.000Z')).toBe('2104-02-28T23:00:00.000Z');
    expect(plan('50-59/5 6 * * 7').volgende('2026-11-01T05:50:00.000Z')).toBe('2026-11-01T05:55:00.000Z');
  });

  it('is either day when days of month and of week are both given, as cron reads it', () => {
    const either = plan('0 6 13 * 5');
    expect(either.volgende('2026-11-01T12:00:00.000Z')).toBe('2026-11-06T05:00:00.000Z');
    expect(either.volgende('2026-12-12T12:00:00.000Z')).toBe('2026-12-13T05:00:00.000Z');
  });

  it('exists when spring skips it, and comes once when autumn shows it twice', () => {
    const night = plan('30 2 * * *');
    expect(night.tussen('2026-03-28T12:00:00.000Z', '2026-03-29T12:00:00.000Z', 5)).toEqual([
      '2026-03-29T01:00:00.000Z',
    ]);
    expect(night.tussen('2026-10-24T12:00:00.000Z', '2026-10-25T12:00:00.000Z', 5)).toEqual([
      '2026-10-25T00:30:00.000Z',
    ]);
  });
});

describe('the days on which the calendar does something special', () => {
  const days = (cron: string, na: string, tot: string): string[] =>
    plan(cron)
      .tussen(na, tot, 31)
      .map((moment) => dayInAmsterdam(moment));

  it.each([
    [
      '2028-02-27T12:00:00.000Z',
      '2028-03-02T12:00:00.000Z',
      ['2028-02-28', '2028-02-29', '2028-03-01', '2028-03-02'],
    ],
    ['2026-02-27T12:00:00.000Z', '2026-03-02T12:00:00.000Z', ['2026-02-28', '2026-03-01', '2026-03-02']],
    ['2026-12-30T12:00:00.000Z', '2027-01-02T12:00:00.000Z', ['2026-12-31', '2027-01-01', '2027-01-02']],
    ['2026-03-27T12:00:00.000Z', '2026-03-30T12:00:00.000Z', ['2026-03-28', '2026-03-29', '2026-03-30']],
    ['2026-10-23T12:00:00.000Z', '2026-10-26T12:00:00.000Z', ['2026-10-24', '2026-10-25', '2026-10-26']],
  ])('come once each, under their own name, from %s', (na, tot, expected) => {
    for (const cron of ['0 6 * * *', '30 2 * * *', '5 0 * * *', '55 23 * * *']) {
      const came = days(cron, na, tot);
      expect(new Set(came).size).toBe(came.length);
      expect(came.filter((day) => expected.includes(day)).length).toBeGreaterThanOrEqual(expected.length - 1);
    }
    expect(days('0 6 * * *', na, tot)).toEqual(expected);
  });

  it('has every moment once, also when an hour comes twice', () => {
    const quarter = plan('*/15 * * * *').tussen('2026-10-24T23:50:00.000Z', '2026-10-25T02:00:00.000Z', 31);
    expect(quarter).toEqual([...new Set(quarter)].sort());
  });
});

describe('the moments since the last one', () => {
  it('are all in order, the end included and the beginning not', () => {
    expect(daily.tussen('2026-10-24T04:00:00.000Z', '2026-10-27T05:00:00.000Z', 31)).toEqual([
      '2026-10-25T05:00:00.000Z',
      '2026-10-26T05:00:00.000Z',
      '2026-10-27T05:00:00.000Z',
    ]);
    expect(daily.tussen('2026-10-27T05:00:00.000Z', '2026-10-27T20:00:00.000Z', 31)).toEqual([]);
  });

  it('are the newest when there are too many', () => {
    expect(daily.tussen('2020-01-01T00:00:00.000Z', '2026-11-10T12:00:00.000Z', 2)).toEqual([
      '2026-11-09T05:00:00.000Z',
      '2026-11-10T05:00:00.000Z',
    ]);
  });

  it('are the latest ones when there is no last one', () => {
    expect(daily.tussen(null, '2026-11-10T04:00:00.000Z', 1)).toEqual(['2026-11-09T05:00:00.000Z']);
  });
});

describe('a schedule that makes no sense', () => {
  it.each(['', '0 6 * *', '0 6 * * * *', '60 6 * * *', '0 24 * * *', '0 6 0 * *', '0 6 * 13 *', '0 6 * * 8'])(
    'is refused: "%s"',
    (cron) => {
      expect(() => plan(cron)).toThrow();
    },
  );

  it.each(['5-2 * * * *', '*/0 * * * *', 'a * * * *', '1,, * * * *', '-1 * * * *'])(
    'is refused: "%s"',
    (cron) => {
      expect(() => plan(cron)).toThrow();
    },
  );

  it('is refused when it has no moments at all', () => {
    expect(() => plan('0 6 31 2 *').volgende('2026-01-01T00:00:00.000Z')).toThrow('no moments');
  });
});
