import { describe, expect, it } from '@jest/globals';
import type { Actor, Rol } from '../../../platform/context/index.js';
import { NietToegestaan, OngeldigeInvoer } from '../../../platform/errors/index.js';
import { assertCanBeBlocked, assertMayBlock } from './blokkade.policy.js';

const actor = (rol: Rol): Actor => ({ sub: 'ik', rol, rollen: [rol], uzovi: [], agb: null });

describe('keeping somebody out', () => {
  it.each<Rol>(['ZORGKANTOOR', 'ZORGAANBIEDER', 'LOGBEHEERDER', 'SYSTEEM'])('is not for %s', (rol) => {
    expect(() => assertMayBlock(actor(rol))).toThrow(NietToegestaan);
  });

  it('is for the beheerder', () => {
    expect(() => assertMayBlock(actor('BEHEERDER'))).not.toThrow();
  });

  it('is for other people only', () => {
    expect(() => assertCanBeBlocked(actor('BEHEERDER'), 'ander')).not.toThrow();
    expect(() => assertCanBeBlocked(actor('BEHEERDER'), 'mijn proces:import')).not.toThrow();
    expect(() => assertCanBeBlocked(actor('BEHEERDER'), 'ik')).toThrow(
      expect.objectContaining({ code: 'NIET_TOEGESTAAN', pad: ['sub'] }),
    );
    for (const sub of ['proces:import', 'PROCES:import']) {
      const block = (): void => assertCanBeBlocked(actor('BEHEERDER'), sub);
      expect(block).toThrow(OngeldigeInvoer);
      expect(block).toThrow(expect.objectContaining({ pad: ['sub'] }));
    }
  });
});
