import { describe, expect, it } from '@jest/globals';
import { afstel, levering, traject, uitstel } from '../../../../test/support/trajecten.js';
import type { Maatstaf } from './grenzen.js';
import { takeIn, type Opgave } from './opgave.js';
import type { Bron, Traject, Uitstelperiode } from './traject.js';

const lenient: Maatstaf = {
  today: '2026-11-01',
  now: '2026-11-01T10:00:00.000Z',
  eersteIndicatie: '2020-01-01',
  paar: () => true,
};
const strict: Maatstaf = { ...lenient, paar: () => false };

/** What the file says of a period: everything but whose word it is. */
function said({
  bron: _bron,
  redenHandmatig: _reden,
  ...periode
}: Uitstelperiode): Opgave['uitstelperioden'][number] {
  return periode;
}
const opgave = (over: Partial<Opgave>): Opgave => ({
  uitstelperioden: [],
  leveringperioden: [],
  afstel: null,
  ...over,
});
const taken = (t: Traject, what: Partial<Opgave>, bron: Bron = 'ZORGAANBIEDER') =>
  takeIn(t, opgave(what), lenient, () => bron);

describe('a provider’s whole statement', () => {
  const known = uitstel('7', '2026-02-01');
  const t = traject({ uitstelperioden: [known] });

  it('that says nothing new is not judged again', () => {
    expect(takeIn(t, opgave({ uitstelperioden: [said(known)] }), strict, () => 'ZORGAANBIEDER')).toBeNull();
  });

  it('leaves what it does not name', () => {
    const nieuw = uitstel('6', '2026-05-01');
    expect(taken(t, { uitstelperioden: [said(nieuw)] })?.traject.uitstelperioden).toEqual([
      known,
      { ...nieuw, bron: 'ZORGAANBIEDER' },
    ]);
  });

  it('corrects what it names, and whose word that was stays', () => {
    const corrected = taken(t, { uitstelperioden: [{ ...said(known), einddatum: '2026-03-31' }] });
    expect(corrected?.traject.uitstelperioden).toEqual([{ ...known, einddatum: '2026-03-31' }]);
  });

  it('takes over from the zorgkantoor what that reported by hand', () => {
    const byHand = { ...known, bron: 'ZORGKANTOOR' as const, redenHandmatig: 'storing' };
    const corrected = taken(traject({ uitstelperioden: [byHand] }), {
      uitstelperioden: [{ ...said(known), einddatum: '2026-03-31' }],
    });
    expect(corrected?.traject.uitstelperioden).toMatchObject([
      { bron: 'ZORGAANBIEDER', redenHandmatig: null },
    ]);
  });

  it('names the care that is new or changed in it', () => {
    const [vroeger, nu] = [levering('2026-03-01', { einddatum: '2026-03-31' }), levering('2026-05-01')];
    const both = taken(traject({ leveringperioden: [vroeger] }), { leveringperioden: [vroeger, nu] });
    expect(both?.zorg).toEqual([nu]);
  });

  it('is refused when its reports could not have followed one another', () => {
    expect(() => taken(t, { leveringperioden: [levering('2026-01-15')] })).toThrow(
      expect.objectContaining({
        regel: 'W4',
        pad: ['leveringperiodes'],
        message: expect.stringContaining('al een wachtstatus gemeld') as unknown,
      }),
    );
  });

  it.each([
    ['W10', { uitstelperioden: [said(uitstel('6', '2019-12-31'))] }],
    ['W10', { afstel: afstel('2019-12-31') }],
    [
      'W11',
      {
        leveringperioden: [
          levering('2026-03-01', { einddatum: '2026-04-01', aanbiederBestemming: '99000001' }),
        ],
      },
    ],
    ['W12', { leveringperioden: [levering('2026-03-01', { einddatum: '2199-12-31' })] }],
  ])('%s: keeps to the same bounds as one report', (regel, what) => {
    expect(() => taken(traject(), what)).toThrow(expect.objectContaining({ regel }));
  });
});
