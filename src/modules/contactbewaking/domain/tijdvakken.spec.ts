import { describe, expect, it } from '@jest/globals';
import { doorsnede, samengevoegd } from './tijdvakken.js';

const period = (van: string, tot: string | null = null) => ({ van, tot });

describe('the days that periods cover together', () => {
  it('are one stretch when they overlap, adjoin or lie within each other', () => {
    expect(
      samengevoegd([
        period('2026-03-01', '2026-03-31'),
        period('2026-01-01', '2026-02-28'),
        period('2026-01-10', '2026-01-12'),
        period('2026-04-02'),
      ]),
    ).toEqual([period('2026-01-01', '2026-03-31'), period('2026-04-02')]);
  });

  it('go on when one of them does', () => {
    expect(samengevoegd([period('2026-01-01'), period('2026-02-01', '2026-02-10')])).toEqual([
      period('2026-01-01'),
    ]);
    expect(samengevoegd([])).toEqual([]);
  });
});

describe('the days in both', () => {
  it('begin with the later and end with the earlier', () => {
    expect(
      doorsnede(
        [period('2026-01-01', '2026-03-01'), period('2026-05-01')],
        [period('2026-02-01', '2026-06-01')],
      ),
    ).toEqual([period('2026-02-01', '2026-03-01'), period('2026-05-01', '2026-06-01')]);
    expect(doorsnede([period('2026-01-01')], [period('2026-02-01')])).toEqual([period('2026-02-01')]);
    expect(doorsnede([period('2026-01-01', '2026-01-31')], [period('2026-02-01')])).toEqual([]);
  });
});
