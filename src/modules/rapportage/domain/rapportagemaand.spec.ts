import { describe, expect, it } from '@jest/globals';
import { assertRapporteerbaar, peildagen, rapportagemaand } from './rapportagemaand.js';

describe('the month of a report (OP165)', () => {
  it.each([
    ['2026-09', '2026-09-01', '2026-09-30'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-02', '2026-02-01', '2026-02-28'],
  ])('%s runs from %s to %s', (maand, eersteDag, laatsteDag) => {
    expect(rapportagemaand(maand)).toEqual({ maand, eersteDag, laatsteDag });
  });

  it.each(['2026-13', '2026-00', '2026-9', '202609', '2026-09-01', '1026-09', ''])('is not %j', (maand) => {
    expect(() => rapportagemaand(maand)).toThrow('Een maand is vier cijfers');
  });
});

describe('the day on which a report is dated (TR091)', () => {
  const september = rapportagemaand('2026-09');

  it.each([
    ['2026-09-30', true, 'RM1'],
    ['2026-09-30', false, 'RM1'],
    ['2026-10-01', false, 'RM2'],
    ['2026-10-06', false, 'RM2'],
    ['2026-10-06', true, null],
    ['2026-10-07', false, null],
  ])('%s, trial %s: %s', (dagtekening, proef, regel) => {
    const assert = (): void => assertRapporteerbaar(september, dagtekening, proef);
    if (regel === null) expect(assert).not.toThrow();
    else expect(assert).toThrow(expect.objectContaining({ regel }));
  });
});

describe('the days of a course', () => {
  it('are the last of each month, over the turn of a year, and the day itself', () => {
    expect(peildagen('2026-03-15', 4)).toEqual(['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-15']);
    expect(peildagen('2026-03-31', 1)).toEqual(['2026-03-31']);
  });
});
