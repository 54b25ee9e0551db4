import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareRangorde, RANGORDE, type Rangordewaarden } from './rangorde.js';

const waarden: Rangordewaarden = {
  rang: 2,
  normklokVan: '2026-02-01',
  toewijzingIngangsdatum: '2026-02-01',
  afgiftedatum: '2026-01-15',
  bemiddelingspecificatieID: 'b0000000-0000-4000-8000-000000000000',
};
const arbitrary = fc.record({
  rang: fc.integer({ min: 1, max: 4 }),
  normklokVan: fc.constantFrom('2026-01-01', '2026-01-02'),
  toewijzingIngangsdatum: fc.constantFrom('2026-01-01', '2026-01-02'),
  afgiftedatum: fc.constantFrom('2026-01-01', '2026-01-02'),
  bemiddelingspecificatieID: fc.uuid(),
});

describe('the order of the waiting list', () => {
  it('is decided by the first key that differs', () => {
    expect(compareRangorde({ ...waarden, rang: 1, normklokVan: '2026-09-01' }, waarden)).toBe(-1);
    expect(
      compareRangorde(
        { ...waarden, normklokVan: '2026-01-31', toewijzingIngangsdatum: '2026-09-01' },
        waarden,
      ),
    ).toBe(-1);
    expect(
      compareRangorde(
        { ...waarden, toewijzingIngangsdatum: '2026-01-31', afgiftedatum: '2026-09-01' },
        waarden,
      ),
    ).toBe(-1);
    expect(compareRangorde({ ...waarden, afgiftedatum: '2026-01-16' }, waarden)).toBe(1);
  });

  it('names each key once, and the last one never ties', () => {
    expect(RANGORDE.map(({ naam }) => naam)).toEqual([
      'rang',
      'normklokVan',
      'toewijzingIngangsdatum',
      'afgiftedatum',
      'bemiddelingspecificatieID',
    ]);
    expect(compareRangorde(waarden, { ...waarden, bemiddelingspecificatieID: 'c' })).toBe(-1);
    expect(compareRangorde(waarden, { ...waarden })).toBe(0);
  });

  it('is total: antisymmetric and transitive', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, arbitrary, (a, b, c) => {
        expect(Math.sign(compareRangorde(a, b)) + Math.sign(compareRangorde(b, a))).toBe(0);
        if (compareRangorde(a, b) <= 0 && compareRangorde(b, c) <= 0)
          expect(compareRangorde(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
