import { describe, expect, it } from '@jest/globals';
import { BSNS_IN_TEST_RANGE, inventBsns } from './bsn.js';

function take(count: number): string[] {
  const bsns = inventBsns();
  return Array.from({ length: count }, () => bsns.next().value);
}

/** The elfproef, written out digit by digit. */
function passesElfproef(bsn: string): boolean {
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(bsn[index]), 0);
  return /^\d{9}$/.test(bsn) && sum % 11 === 0;
}

describe('inventBsns', () => {
  it('gives different numbers that pass the elfproef', () => {
    const bsns = take(20_000);
    expect(bsns.filter((bsn) => !passesElfproef(bsn))).toEqual([]);
    expect(new Set(bsns).size).toBe(bsns.length);
  });

  it('gives every valid number 9999xxxxx before it goes on in the block below', () => {
    const valid = Array.from({ length: 100_000 }, (_, index) => `9999${String(index).padStart(5, '0')}`);
    expect(valid.filter(passesElfproef)).toHaveLength(BSNS_IN_TEST_RANGE);

    const bsns = take(BSNS_IN_TEST_RANGE + 1);
    expect(bsns.slice(0, -1).every((bsn) => bsn.startsWith('9999'))).toBe(true);
    expect(bsns.at(-1)).toMatch(/^9998/);
  });
});
