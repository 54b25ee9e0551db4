import { describe, expect, it } from '@jest/globals';
import { actor, allowed } from '../../../test/support/actors.js';
import { agbOfAanvrager, assertIsDossierhouder, assertMayJudge } from './overbrugging.policy.js';

const TODAY = '2026-11-01';
const [ONE, OTHER] = ['99000001', '99000002'];

describe('bridging care', () => {
  it.each([
    [ONE, null, ['aanbieder']],
    [null, ONE, ['aanbieder']],
    [ONE, OTHER, ['aanbieder', 'andere aanbieder']],
    [null, null, []],
  ])('with dossierhouder %s and coördinator %s is asked for by %p', (dossierhouder, coordinator, who) => {
    expect(allowed((one) => agbOfAanvrager(one, { dossierhouder, coordinator }))).toEqual(who);
  });

  it('is asked for in the name of who asks', () => {
    const asker = actor('ZORGAANBIEDER', { agb: OTHER });
    expect(agbOfAanvrager(asker, { dossierhouder: ONE, coordinator: OTHER })).toBe(OTHER);
  });

  it('is not needed when the dossierhouder says so, and nobody else', () => {
    expect(allowed((one) => assertIsDossierhouder(one, ONE))).toEqual(['aanbieder']);
    expect(allowed((one) => assertIsDossierhouder(one, null))).toEqual([]);
    expect(assertIsDossierhouder(actor('ZORGAANBIEDER', { agb: ONE }), ONE)).toBe(ONE);
  });

  it('is judged by the zorgkantoor that is responsible today', () => {
    const until = (verantwoordelijkheidEinddatum: string) => ({
      verantwoordelijkZorgkantoor: '5517',
      verantwoordelijkheidEinddatum,
    });
    const judges = (end: string): string[] => allowed((one) => assertMayJudge(one, until(end), TODAY));
    expect(judges(TODAY)).toEqual(['kantoor', 'kantoor van twee regio’s', 'systeem']);
    expect(judges('2026-10-31')).toEqual(['systeem']);
  });
});
