import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Random } from './random.js';

const seeds = fc.integer({ min: 0, max: 0xffff_ffff });

describe('Random', () => {
  it('gives the same row for the same seed, on every machine', () => {
    const row = (seed: number) => {
      const random = new Random(seed);
      return Array.from({ length: 6 }, () => random.int(0, 999));
    };
    expect(row(42)).toEqual([63, 479, 341, 905, 989, 748]);
    expect(row(43)).not.toEqual(row(42));
  });

  it('stays within the bounds and reaches both', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -50, max: 50 }), (seed, min) => {
        const random = new Random(seed);
        const drawn = new Set(Array.from({ length: 200 }, () => random.int(min, min + 3)));
        expect([...drawn].sort((a, b) => a - b)).toEqual([min, min + 1, min + 2, min + 3]);
      }),
      { numRuns: 50 },
    );
  });

  it('gives the lower bound when the bounds have crossed', () => {
    expect(new Random(1).int(5, 2)).toBe(5);
  });

  it('draws by weight and never what weighs nothing', () => {
    const random = new Random(7);
    const counts = { often: 0, rarely: 0, never: 0 };
    for (let draw = 0; draw < 4000; draw += 1) {
      counts[
        random.weighted([
          ['often', 90],
          ['never', 0],
          ['rarely', 10],
        ] as const)
      ] += 1;
    }
    expect(counts.never).toBe(0);
    expect(counts.rarely).toBeGreaterThan(300);
    expect(counts.rarely).toBeLessThan(500);
  });

  it('refuses to choose from nothing', () => {
    expect(() => new Random(1).pick([])).toThrow(RangeError);
    expect(() => new Random(1).weighted([])).toThrow(RangeError);
  });

  it('makes UUIDs in the form of version 4, all different', () => {
    const random = new Random(42);
    const uuids = Array.from({ length: 20_000 }, () => random.uuid());
    expect(new Set(uuids).size).toBe(uuids.length);
    const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(uuids.filter((uuid) => !form.test(uuid))).toEqual([]);
  });

  it('shuffles without losing anything', () => {
    const values = Uint8Array.from({ length: 200 }, (_, index) => index);
    new Random(3).shuffle(values);
    expect([...values]).not.toEqual([...values].sort((a, b) => a - b));
    expect([...values].sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index));
  });
});
