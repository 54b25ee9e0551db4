import { describe, expect, it } from '@jest/globals';
import { allowed } from '../../../test/support/actors.js';
import { assertMayChangeBemiddeling, mayChangeBemiddeling } from './bemiddeling.policy.js';

const TODAY = '2026-11-01';
const until = (verantwoordelijkheidEinddatum: string | null) => ({
  verantwoordelijkZorgkantoor: '5517',
  verantwoordelijkheidEinddatum,
});

describe('care is allocated, and roles are given', () => {
  it.each([null, '2026-11-02', TODAY])('by the zorgkantoor responsible until %s, and by a process', (end) => {
    const who = ['kantoor', 'kantoor van twee regio’s', 'systeem'];
    expect(allowed((one) => mayChangeBemiddeling(one, until(end), TODAY))).toEqual(who);
    expect(allowed((one) => assertMayChangeBemiddeling(one, until(end), TODAY))).toEqual(who);
  });

  it('by no zorgkantoor that handed its responsibility over', () => {
    expect(allowed((one) => mayChangeBemiddeling(one, until('2026-10-31'), TODAY))).toEqual(['systeem']);
  });
});
