import { describe, expect, it } from '@jest/globals';
import { assertPeriode, inPeriode, LANGSTE_BEOORDELING } from './periode.js';

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

  it('begin and end at midnight in Amsterdam', () => {
    expect(inPeriode('$2', '$3')).toContain(`< ($3::date + 1)::timestamp at time zone 'Europe/Amsterdam'`);
  });
});
