import { describe, expect, it } from '@jest/globals';
import { actor, allowed } from '../../../test/support/actors.js';
import { assertMayRecordVolgordebeleid, assertMaySetStreefnorm } from './beleid.policy.js';

describe('what holds on the waiting list', () => {
  it('in every region is written down by the beheerder', () => {
    expect(allowed(assertMayRecordVolgordebeleid)).toEqual(['beheerder']);
  });

  it('in one region by the zorgkantoor of that region', () => {
    expect(allowed((one) => assertMaySetStreefnorm(one, '5517'))).toEqual([
      'kantoor',
      'kantoor van twee regio’s',
    ]);
    expect(() => assertMaySetStreefnorm(actor('ZORGKANTOOR'), '5517')).toThrow(
      expect.objectContaining({ pad: ['zorgkantoor'] }),
    );
  });
});
