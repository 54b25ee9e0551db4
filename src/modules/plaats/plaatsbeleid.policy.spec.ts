import { describe, expect, it } from '@jest/globals';
import type { Actor, Rol } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';
import { assertMayRecordPlaatsbeleid } from './plaatsbeleid.policy.js';

const actor = (rol: Rol): Actor => ({
  sub: 'test',
  rol,
  rollen: [rol],
  uzovi: ['5517'],
  agb: '99000001',
});

describe('who lays down terms and reasons of refusal', () => {
  it('is the beheerder', () => {
    expect(() => assertMayRecordPlaatsbeleid(actor('BEHEERDER'))).not.toThrow();
  });

  it.each<Rol>(['ZORGKANTOOR', 'ZORGAANBIEDER', 'LOGBEHEERDER', 'SYSTEEM'])('is not a %s', (rol) => {
    expect(() => assertMayRecordPlaatsbeleid(actor(rol))).toThrow(NietToegestaan);
  });
});
