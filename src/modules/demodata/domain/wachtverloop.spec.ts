import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CLASSIFICATIES } from './codes.js';
import { Random } from './random.js';
import { designWachtverloop, type Wachtverloopwens } from './wachtverloop.js';

const wensen: fc.Arbitrary<Wachtverloopwens> = fc
  .record({
    van: fc.integer({ min: -900, max: -1 }),
    status: fc.constantFrom('6', '7', '2', '3'),
    length: fc.option(fc.integer({ min: 1, max: 900 })),
    metVoorzorg: fc.boolean(),
  })
  .map(({ van, status, length, metVoorzorg }) => {
    const tot = length === null ? null : Math.min(van + length - 1, -1);
    return { van, tot, status, metVoorzorg: metVoorzorg || status === '3' };
  });

const seeds = fc.integer({ min: 0, max: 0xffff_ffff });

describe('designWachtverloop', () => {
  it('makes successive periods without a gap or an overlap, from the first day to the last', () => {
    fc.assert(
      fc.property(seeds, wensen, (seed, wens) => {
        const verloop = designWachtverloop(new Random(seed), wens);
        expect(verloop[0]?.van).toBe(wens.van);
        expect(verloop.at(-1)?.tot).toBe(wens.tot);
        for (const [index, periode] of verloop.entries()) {
          expect((periode.tot ?? -1) - periode.van).toBeGreaterThanOrEqual(0);
          const next = verloop[index + 1];
          if (next !== undefined) expect(periode.tot).toBe(next.van - 1);
        }
      }),
    );
  });

  it('ends in the wished status, and pairs status and classificatie as CS131 has it', () => {
    fc.assert(
      fc.property(seeds, wensen, (seed, wens) => {
        const verloop = designWachtverloop(new Random(seed), wens);
        expect(verloop.at(-1)?.status).toBe(wens.status);
        for (const { status, classificatie } of verloop)
          expect(CLASSIFICATIES[status]).toContain(classificatie);
      }),
    );
  });

  it('changes status or classificatie at every step, after two weeks at the soonest', () => {
    fc.assert(
      fc.property(seeds, wensen, (seed, wens) => {
        const verloop = designWachtverloop(new Random(seed), wens);
        for (const [index, periode] of verloop.slice(1).entries()) {
          const before = verloop[index];
          expect([before?.status, before?.classificatie]).not.toEqual([
            periode.status,
            periode.classificatie,
          ]);
          expect(periode.van - (before?.van ?? 0)).toBeGreaterThanOrEqual(14);
        }
      }),
    );
  });

  it('keeps status 3 out of the history when asked', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const wens = { van: -800, tot: null, status: '2', metVoorzorg: false } as const;
        expect(designWachtverloop(new Random(seed), wens).map((one) => one.status)).not.toContain('3');
      }),
    );
  });

  it('gives long histories one to four periods', () => {
    const counts = new Set<number>();
    for (let seed = 0; seed < 200; seed += 1) {
      counts.add(designWachtverloop(new Random(seed), { van: -700, tot: null, status: '7' }).length);
    }
    expect([...counts].sort()).toEqual([1, 2, 3, 4]);
  });
});
