import { describe, expect, it } from '@jest/globals';
import { verloopVan, type LopendAanbod, type Zorgperiode } from './verloop.js';

const TODAY = '2026-11-10';

function aanbod(over: Partial<LopendAanbod> = {}): LopendAanbod {
  return {
    status: 'AANGEBODEN',
    aangebodenOp: '2026-11-05',
    uiterlijk: '2026-11-12',
    leveringperiodeID: null,
    toewijzingTot: null,
    ingetrokken: false,
    afsteldatum: null,
    overlijdensdatum: null,
    zorg: [],
    ...over,
  };
}

const zorg = (ingangsdatum: string, einddatum: string | null = null, id = 'zorg'): Zorgperiode => ({
  leveringperiodeID: id,
  ingangsdatum,
  einddatum,
});

describe('the course of an offer', () => {
  it('stands still while nothing happens', () => {
    expect(verloopVan(aanbod(), TODAY)).toBeNull();
    expect(verloopVan(aanbod({ status: 'AANVAARD', uiterlijk: '2026-11-01' }), TODAY)).toBeNull();
  });

  it('ends unanswered on the day after its last day', () => {
    expect(verloopVan(aanbod(), '2026-11-12')).toBeNull();
    expect(verloopVan(aanbod(), '2026-11-13')).toMatchObject({ status: 'VERVALLEN' });
  });

  it.each(['AANGEBODEN', 'AANVAARD'] as const)(
    'fills the place when care begins (%s), not before',
    (status) => {
      expect(verloopVan(aanbod({ status, zorg: [zorg('2026-11-11')] }), TODAY)).toBeNull();
      expect(verloopVan(aanbod({ status, zorg: [zorg(TODAY)] }), TODAY)).toEqual({
        status: 'IN_ZORG',
        leveringperiodeID: 'zorg',
        redenEinde: null,
      });
    },
  );

  it('care that ended before the offer does not fill it', () => {
    expect(verloopVan(aanbod({ zorg: [zorg('2026-10-01', '2026-11-04')] }), TODAY)).toBeNull();
  });

  it('care that came and went since the offer fills and frees the place', () => {
    expect(verloopVan(aanbod({ zorg: [zorg('2026-11-06', '2026-11-08')] }), TODAY)).toMatchObject({
      status: 'BEEINDIGD',
      leveringperiodeID: 'zorg',
    });
  });

  it('leaves the place on the day after the last day of its own care', () => {
    const held = aanbod({ status: 'IN_ZORG', leveringperiodeID: 'zorg', zorg: [zorg('2026-11-06', TODAY)] });
    expect(verloopVan(held, TODAY)).toBeNull();
    expect(verloopVan(held, '2026-11-11')).toMatchObject({
      status: 'BEEINDIGD',
      redenEinde: 'De zorg is geëindigd.',
    });
    const again = { ...held, zorg: [...held.zorg, zorg('2026-11-11', null, 'ander')] };
    expect(verloopVan(again, '2026-11-11')).toMatchObject({ status: 'BEEINDIGD', leveringperiodeID: 'zorg' });
  });

  it('leaves the place when the client died or the allocation ended', () => {
    const held = aanbod({ status: 'IN_ZORG', leveringperiodeID: 'zorg', zorg: [zorg('2026-11-06')] });
    expect(verloopVan({ ...held, overlijdensdatum: TODAY }, TODAY)).toBeNull();
    expect(verloopVan({ ...held, overlijdensdatum: '2026-11-09' }, TODAY)).toMatchObject({
      status: 'BEEINDIGD',
    });
    expect(verloopVan({ ...held, toewijzingTot: '2026-11-09' }, TODAY)).toMatchObject({
      status: 'BEEINDIGD',
    });
  });

  it.each([
    ['the client died', { overlijdensdatum: TODAY }],
    ['the care was given up', { afsteldatum: TODAY }],
    ['the allocation was withdrawn', { ingetrokken: true }],
    ['the allocation ended', { toewijzingTot: '2026-11-09' }],
  ])('is withdrawn when %s, accepted or not', (_what, change) => {
    for (const status of ['AANGEBODEN', 'AANVAARD'] as const) {
      expect(verloopVan(aanbod({ status, ...change }), TODAY)).toMatchObject({
        status: 'INGETROKKEN',
        redenEinde: expect.stringMatching(/\.$/),
      });
    }
  });

  it('stays on the last day of the allocation, and before an afstel that is still to come', () => {
    expect(verloopVan(aanbod({ toewijzingTot: TODAY, afsteldatum: '2026-11-11' }), TODAY)).toBeNull();
  });
});
