import { describe, expect, it } from '@jest/globals';
import { actor, allowed } from '../../../test/support/actors.js';
import type { Rol } from '../../platform/context/index.js';
import {
  agbOfRecorder,
  assertMayCorrect,
  assertMaySeePrestatie,
  assertMaySetNorm,
  assertMaySnooze,
  dutiesVisible,
} from './contactbewaking.policy.js';

const OFFICES = ['kantoor', 'kantoor van twee regio’s'];
const signaal = { zorgkantoor: '5517', instelling: '99000001' };

describe('a contact', () => {
  it('is recorded by a zorgaanbieder, in its own name', () => {
    expect(allowed(agbOfRecorder)).toEqual(['aanbieder', 'andere aanbieder']);
    expect(agbOfRecorder(actor('ZORGAANBIEDER', { agb: '99000001' }))).toBe('99000001');
  });

  it('is corrected by who made it', () => {
    expect(allowed((one) => assertMayCorrect(one, { instelling: '99000001' }))).toEqual(['aanbieder']);
  });
});

describe('a signal', () => {
  it('is put off by the zorgaanbieder that bears the duty, or by the zorgkantoor', () => {
    expect(allowed((one) => assertMaySnooze(one, { ...signaal, soort: 'TE_LAAT' }))).toEqual([
      ...OFFICES,
      'aanbieder',
    ]);
  });

  it('that was escalated is for the zorgkantoor alone', () => {
    expect(allowed((one) => assertMaySnooze(one, { ...signaal, soort: 'ESCALATIE' }))).toEqual(OFFICES);
    expect(() => assertMaySnooze(actor('BEHEERDER'), { ...signaal, soort: 'ESCALATIE' })).toThrow(
      expect.objectContaining({ pad: ['signaalID'] }),
    );
  });
});

describe('an office', () => {
  it('sets norms for its own regions', () => {
    expect(allowed((one) => assertMaySetNorm(one, '5517'))).toEqual(OFFICES);
    expect(() => assertMaySetNorm(actor('ZORGKANTOOR'), '5517')).toThrow(
      expect.objectContaining({ pad: ['zorgkantoor'] }),
    );
  });

  it('sees how any zorgaanbieder does, and that only how it does itself', () => {
    expect(allowed((one) => assertMaySeePrestatie(one, '99000001'))).toEqual([
      ...OFFICES,
      'ander kantoor',
      'kantoor zonder regio',
      'aanbieder',
    ]);
    expect(() => assertMaySeePrestatie(actor('BEHEERDER'), '99000001')).toThrow(
      expect.objectContaining({ pad: ['instelling'] }),
    );
  });
});

describe('the duties one sees', () => {
  it.each<Rol>(['BEHEERDER', 'LOGBEHEERDER'])('are none for the %s', (rol) => {
    expect(dutiesVisible(actor(rol))).toBe('false');
  });

  it('are all for a process', () => {
    expect(dutiesVisible(actor('SYSTEEM'))).toBe('true');
  });

  it.each<Rol>(['ZORGKANTOOR', 'ZORGAANBIEDER'])('of a %s are asked of the row by its name', (rol) => {
    expect(dutiesVisible(actor(rol))).toMatch(/\bv\.bemiddeling_id/);
    expect(dutiesVisible(actor(rol), 's')).toMatch(/\bs\.bemiddeling_id/);
    expect(dutiesVisible(actor(rol), 's')).not.toMatch(/\b(rij|v)\./);
  });
});
