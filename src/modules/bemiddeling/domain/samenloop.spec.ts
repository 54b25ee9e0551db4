import { describe, expect, it } from '@jest/globals';
import type { Periode, Specificatie } from './bemiddeling.js';
import { geleverd, hooguitTweeLeveringsvormenTegelijk, zelfdeZorgOverlaptNiet } from './samenloop.js';
import { mpt, pgb, refusal, verblijf, vpt } from '../../../../test/support/bemiddelingstaat.js';

const T6 = { regel: 'T6', bron: 'TR106', pad: 'toewijzingIngangsdatum' };
const GEEN_COMBINATIE = { regel: 'T7', bron: 'OP318', pad: 'leveringsvorm' };
const DRIE = { regel: 'T7', bron: '0696', pad: 'leveringsvorm' };
const dtv = verblijf({ bemiddelingspecificatieID: 'dtv', leveringsvorm: '8', etmalen: '4,0' });
const brug = (changes: Partial<Specificatie> = {}) => mpt({ soortToewijzing: '3', ...changes });
const vanaf = (van: string, tot: string | null = null): Periode => ({ van, tot });

function t7(
  specificaties: readonly Specificatie[],
  zorg: Readonly<Record<string, readonly Periode[]>> = {},
  nieuw?: string,
) {
  const ids = nieuw === undefined ? specificaties.map((s) => s.bemiddelingspecificatieID) : [nieuw];
  const leveringen = new Map(Object.entries(zorg));
  return refusal(() => hooguitTweeLeveringsvormenTegelijk(specificaties, leveringen, new Set(ids)));
}

describe('T6: the same care is not allocated twice to one provider in one period (TR106)', () => {
  it('refuses an overlap, also of one day', () => {
    const eerste = verblijf({ toewijzingEinddatum: '2025-06-01' });
    const tweede = verblijf({ bemiddelingspecificatieID: 'b', toewijzingIngangsdatum: '2025-06-01' });
    expect(refusal(() => zelfdeZorgOverlaptNiet([eerste, tweede]))).toEqual(T6);
  });

  it('refuses two pgbs at once', () => {
    expect(refusal(() => zelfdeZorgOverlaptNiet([pgb(), pgb({ bemiddelingspecificatieID: 'b' })]))).toEqual(
      T6,
    );
  });

  it.each([
    ['at another provider: one may wait at several (W9)', verblijf({ instelling: '99000002' })],
    ['of another kind', verblijf({ soortToewijzing: '3' })],
    ['for another package', verblijf({ zzpCode: '755' })],
    ['in another form', vpt()],
    ['after the first ended', verblijf({ toewijzingIngangsdatum: '2025-06-02' })],
  ])('accepts the care %s', (_name, tweede) => {
    const eerste = verblijf({ toewijzingEinddatum: '2025-06-01' });
    expect(
      refusal(() => zelfdeZorgOverlaptNiet([eerste, { ...tweede, bemiddelingspecificatieID: 'b' }])),
    ).toBeNull();
  });
});

describe('T7: at most two forms are delivered at once (§4.3)', () => {
  const zorg = { verblijf: [vanaf('2025-04-01')], vpt: [vanaf('2025-04-01')], dtv: [vanaf('2025-04-01')] };

  it.each([
    ['mpt + pgb', [mpt(), pgb()]],
    ['vpt + pgb', [vpt(), pgb()]],
    ['verblijf + pgb', [verblijf(), pgb()]],
    ['dtv + pgb', [dtv, pgb()]],
    ['mpt from two providers', [mpt(), mpt({ bemiddelingspecificatieID: 'b', instelling: '99000005' })]],
  ])('allows %s', (_name, specificaties) => {
    expect(t7(specificaties, zorg)).toBeNull();
  });

  it.each([
    ['mpt + vpt', [mpt(), vpt()], GEEN_COMBINATIE],
    ['mpt + verblijf', [mpt(), verblijf()], GEEN_COMBINATIE],
    ['dtv + verblijf', [dtv, verblijf()], GEEN_COMBINATIE],
    ['mpt + pgb + verblijf', [mpt(), pgb(), verblijf()], DRIE],
    ['pgb + two kinds of bridging care', [pgb(), brug(), vpt({ soortToewijzing: '3' })], DRIE],
  ])('refuses %s', (_name, specificaties, expected) => {
    expect(t7(specificaties, zorg)).toEqual(expected);
  });

  it('does not count the regular form that waits, so that bridging care goes beside it', () => {
    expect(t7([verblijf(), brug(), pgb()])).toBeNull();
    expect(t7([verblijf(), vpt(), brug()], { verblijf: [], vpt: [] })).toBeNull();
  });

  it('does not count bridging care that was still open when the place came free: that is a signal', () => {
    expect(t7([verblijf(), brug()], zorg)).toBeNull();
  });

  it('refuses bridging care that begins after the place was taken', () => {
    const laat = brug({ toewijzingIngangsdatum: '2025-05-01' });
    expect(t7([verblijf(), laat], zorg)).toEqual(GEEN_COMBINATIE);
  });

  it('lets one form make way for another on the day of transition', () => {
    const oud = mpt({ toewijzingEinddatum: '2025-06-01' });
    expect(t7([oud, vpt({ soortToewijzing: '3', toewijzingIngangsdatum: '2025-06-01' })])).toBeNull();
    expect(t7([oud, vpt({ soortToewijzing: '3', toewijzingIngangsdatum: '2025-05-31' })])).toEqual(
      GEEN_COMBINATIE,
    );
  });

  it('does not hold against a new allocation what was wrong before it', () => {
    const later = verblijf({ bemiddelingspecificatieID: 'later', instelling: '99000009' });
    expect(t7([mpt(), vpt(), later], zorg, 'later')).toBeNull();
  });
});

describe('when an allocation counts as delivered', () => {
  it.each([
    ['a pgb from its first day', pgb(), undefined, [vanaf('2025-03-01')]],
    ['bridging care from its first day', brug(), undefined, [vanaf('2025-03-01')]],
    ['an mpt nobody reported on', mpt(), undefined, [vanaf('2025-03-01')]],
    ['an mpt that waits', mpt(), [], []],
    ['verblijf nobody reported on', verblijf(), undefined, []],
    [
      'verblijf in the period reported',
      verblijf(),
      [vanaf('2025-04-01', '2025-05-01')],
      [vanaf('2025-04-01', '2025-05-01')],
    ],
    ['an administrative line', verblijf({ soortToewijzing: '5' }), [vanaf('2025-04-01')], []],
    [
      'never past the end of the allocation',
      verblijf({ toewijzingEinddatum: '2025-04-30' }),
      [vanaf('2025-02-01'), vanaf('2025-06-01')],
      [vanaf('2025-03-01', '2025-04-30')],
    ],
  ])('%s', (_name, specificatie, gemeld, expected) => {
    const leveringen = new Map(
      gemeld === undefined ? [] : [[specificatie.bemiddelingspecificatieID, gemeld]],
    );
    expect(geleverd(specificatie, leveringen)).toEqual(expected);
  });
});
