import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bekendOp, kennismomenten, kennisverloop, zoalsBekend, type Versie } from './kennisverloop.js';

const moment = (n: number): string => `2026-01-01T00:00:00.00${n}Z`;
const versie = (inhoud: string, van: number, tot: number | null = null): Versie<string> => ({
  inhoud,
  bekendVan: moment(van),
  bekendTot: tot === null ? null : moment(tot),
});

describe('what was known', () => {
  it('holds from its first moment on, up to the moment at which we knew otherwise', () => {
    const known = versie('a', 2, 4);
    expect([1, 2, 3, 4, 5].map((n) => bekendOp(known, moment(n)))).toEqual([false, true, true, false, false]);
    expect(bekendOp(versie('a', 2), moment(9))).toBe(true);
    expect(bekendOp(versie('a', 2), moment(1))).toBe(false);
  });

  it('at a moment is what those versions said', () => {
    const versies = [versie('a', 1, 3), versie('b', 3), versie('c', 2)];
    expect(zoalsBekend(versies, moment(2))).toEqual(['a', 'c']);
    expect(zoalsBekend(versies, moment(3))).toEqual(['b', 'c']);
  });

  it('changed at the moments at which a version came or went, each once and in order', () => {
    expect(kennismomenten([versie('b', 5), versie('a', 1, 5), versie('c', 1, 3)])).toEqual(
      [1, 3, 5].map(moment),
    );
    expect(kennismomenten([])).toEqual([]);
  });
});

describe('what followed from it through time', () => {
  it('goes on while it is the same, and closes when it is not', () => {
    const followed = [['x'], ['x', 'y'], ['y'], ['x', 'y']];
    const momenten = [1, 2, 3, 4].map(moment);
    expect(kennisverloop(momenten, (at) => followed[momenten.indexOf(at)] ?? [])).toEqual([
      versie('x', 1, 3),
      versie('x', 4),
      versie('y', 2),
    ]);
  });

  it('tells things apart by what is in them', () => {
    const momenten = [moment(1), moment(2)];
    expect(kennisverloop(momenten, (at) => [{ dagen: at === moment(1) ? 1 : 2 }])).toEqual([
      { inhoud: { dagen: 1 }, bekendVan: moment(1), bekendTot: moment(2) },
      { inhoud: { dagen: 2 }, bekendVan: moment(2), bekendTot: null },
    ]);
  });

  it('is at each moment what follows from what was known then', () => {
    const letters = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 8 }), (followed) => {
        const momenten = followed.map((_, n) => moment(n));
        const versies = kennisverloop(momenten, (at) => followed[momenten.indexOf(at)] ?? []);
        momenten.forEach((at, n) => {
          expect(zoalsBekend(versies, at).sort()).toEqual([...(followed[n] ?? [])].sort());
        });
        expect(kennismomenten(versies).every((at) => momenten.includes(at))).toBe(true);
      }),
    );
  });
});
