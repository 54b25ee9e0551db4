import { describe, expect, it } from '@jest/globals';
import { actor, allowed } from '../../../test/support/actors.js';
import { assertMayRegisterIndicatie, mayRegisterIndicatie } from './indicatie.policy.js';

describe('a decision of the CIZ', () => {
  it('is registered by the zorgkantoor that it was addressed to', () => {
    const offices = ['kantoor', 'kantoor van twee regio’s'];
    expect(allowed((who) => mayRegisterIndicatie(who, '5517'))).toEqual(offices);
    expect(allowed((who) => assertMayRegisterIndicatie(who, '5517', []))).toEqual(offices);
  });

  it('is refused at the field that names the office', () => {
    const register = (): void => assertMayRegisterIndicatie(actor('ZORGKANTOOR'), '5517', ['in', 'kantoor']);
    expect(register).toThrow(expect.objectContaining({ pad: ['in', 'kantoor'] }));
  });
});
