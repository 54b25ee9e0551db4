import { describe, expect, it } from '@jest/globals';
import { assertPeriode, inPeriode, LANGSTE_BEOORDELING, LANGSTE_INZAGE } from './periode.js';

describe('the days of a question to the log', () => {
  it('may be one, and as many as allowed', () => {
    expect(() => assertPeriode({ van: '2026-11-01', tot: '2026-11-01' }, 1)).not.toThrow();
    expect(() => assertPeriode({ van: '2026-08-01', tot: '2026-10-31' }, LANGSTE_BEOORDELING)).not.toThrow();
  });

  it('are refused the wrong way round, and when they are too many', () => {
    expect(() => assertPeriode({ van: '2026-11-02', tot: '2026-11-01' }, 9)).toThrow(
      'De laatste dag ligt voor de eerste.',
    );
    expect(() => assertPeriode({ van: '2026-08-01', tot: '2026-11-01' }, LANGSTE_BEOORDELING)).toThrow(
      'Vraag ten hoogste 92 dagen tegelijk.',
    );
  });

  it('are refused at the last of them', () => {
    for (const [van, tot] of [
      ['2026-11-02', '2026-11-01'],
      ['2026-11-01', '2026-11-02'],
    ] as const)
      expect(() => assertPeriode({ van, tot }, 1)).toThrow(expect.objectContaining({ pad: ['tot'] }));
  });

  it('reach back as far as the log does when a client asks: five years, and the one that runs', () => {
    expect(() => assertPeriode({ van: '2021-01-01', tot: '2026-12-31' }, LANGSTE_INZAGE)).not.toThrow();
    expect(() => assertPeriode({ van: '2020-01-01', tot: '2026-12-31' }, LANGSTE_INZAGE)).toThrow();
  });

  it('begin and end at midnight in Amsterdam', () => {
    expect(inPeriode('$2', '$3')).toContain(`< ($3::date + 1)::timestamp at time zone 'Europe/Amsterdam'`);
  });
});
