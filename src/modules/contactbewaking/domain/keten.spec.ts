import { describe, expect, it } from '@jest/globals';
import { begonnenOp } from './keten.js';

const period = (van: string, tot: string | null = null) => ({ van, tot });

describe('the first day of an unbroken row of days', () => {
  it('is none when no period covers the day', () => {
    expect(begonnenOp('2026-01-10', [])).toBeNull();
    expect(begonnenOp('2026-01-10', [period('2026-01-11'), period('2026-01-01', '2026-01-09')])).toBeNull();
  });

  it('goes back over overlapping and adjoining periods, in any order', () => {
    const periods = [
      period('2026-03-01'),
      period('2026-01-01', '2026-01-31'),
      period('2026-02-01', '2026-03-01'),
    ];
    expect(begonnenOp('2026-04-01', periods)).toBe('2026-01-01');
    expect(begonnenOp('2026-03-01', periods)).toBe('2026-01-01');
  });

  it('stops at a day that nothing covers, and looks past a period within another', () => {
    expect(begonnenOp('2026-04-01', [period('2026-01-01', '2026-01-30'), period('2026-02-01')])).toBe(
      '2026-02-01',
    );
    const within = [
      period('2026-02-01'),
      period('2026-03-01', '2026-03-05'),
      period('2026-01-01', '2026-01-31'),
    ];
    expect(begonnenOp('2026-03-02', within)).toBe('2026-01-01');
  });
});
