import { describe, expect, it } from '@jest/globals';
import type { Rol } from './request-context.js';
import { vastleggerVoor } from './vastlegger.js';

const as = (rol: Rol) => ({ sub: 'ik', rol, rollen: [rol], uzovi: [], agb: null });

describe('who registered something', () => {
  it.each<Rol>(['ZORGKANTOOR', 'BEHEERDER', 'LOGBEHEERDER', 'SYSTEEM'])('is known to %s', (rol) => {
    expect(['ik', 'ander', null].map((sub) => vastleggerVoor(as(rol), sub))).toEqual(['ik', 'ander', null]);
  });

  it('is known to a zorgaanbieder when it is this very person', () => {
    const wie = ['ik', 'ander', null].map((sub) => vastleggerVoor(as('ZORGAANBIEDER'), sub));
    expect(wie).toEqual(['ik', null, null]);
  });

  it('goes by the role of the question, not by the other roles of the token', () => {
    const beide = { ...as('ZORGAANBIEDER'), rollen: ['ZORGAANBIEDER', 'ZORGKANTOOR'] as const };
    expect(vastleggerVoor(beide, 'ander')).toBeNull();
  });
});
