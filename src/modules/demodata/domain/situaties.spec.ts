import { describe, expect, it } from '@jest/globals';
import { Random } from './random.js';
import { divideSituaties, SITUATIES } from './situaties.js';

describe('the mix of situations', () => {
  it('adds up to a thousand', () => {
    expect(SITUATIES.reduce((sum, one) => sum + one.promille, 0)).toBe(1000);
  });

  it('has different names', () => {
    expect(new Set(SITUATIES.map((one) => one.naam)).size).toBe(SITUATIES.length);
  });
});

describe('divideSituaties', () => {
  it.each([100, 200, 1000])('has every situation among %i clients, whatever the seed', (clients) => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const division = divideSituaties(new Random(seed), clients);
      expect(division).toHaveLength(clients);
      expect(new Set(division).size).toBe(SITUATIES.length);
    }
  });

  it('gives each its share', () => {
    const division = divideSituaties(new Random(5), 10_000);
    SITUATIES.forEach((one, index) => {
      expect(division.filter((given) => given === index).length).toBe(one.promille * 10);
    });
  });

  it.each([1, 2, 29, 99])('can do with %i clients', (clients) => {
    const division = divideSituaties(new Random(1), clients);
    expect(division).toHaveLength(clients);
    expect(division.every((index) => index < SITUATIES.length)).toBe(true);
  });
});
