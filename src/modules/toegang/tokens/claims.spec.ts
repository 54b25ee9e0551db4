import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Rol } from '../../../platform/context/index.js';
import { actorOf, AGB_PATTERN, ROLLEN_VAN_MENSEN, UZOVI_PATTERN } from './claims.js';

const [ZORGKANTOOR, ZORGAANBIEDER] = ['ZORGKANTOOR', 'ZORGAANBIEDER'];
const everything = {
  sub: 'mens',
  wlz_rollen: [...ROLLEN_VAN_MENSEN],
  uzovi: ['5517', '5516'],
  agb: '99000001',
};
const FORBIDDEN: unknown = expect.objectContaining({ status: 403, code: 'FORBIDDEN' });

describe('somebody with every role', () => {
  it.each<[Rol, { uzovi: string[]; agb: string | null }]>([
    ['ZORGKANTOOR', { uzovi: ['5516', '5517'], agb: null }],
    ['ZORGAANBIEDER', { uzovi: [], agb: '99000001' }],
    ['BEHEERDER', { uzovi: [], agb: null }],
    ['LOGBEHEERDER', { uzovi: [], agb: null }],
  ])('acts as %s with the organisation of that role only', (rol, organisation) => {
    expect(actorOf(everything, rol)).toEqual({
      sub: 'mens',
      rol,
      rollen: ROLLEN_VAN_MENSEN,
      ...organisation,
    });
  });

  it('acts in the first role of the token when no other is asked for', () => {
    const claims = { ...everything, wlz_rollen: ['ONBEKEND', 'BEHEERDER', 'ZORGKANTOOR'] };
    expect(actorOf(claims, undefined)).toMatchObject({
      rol: 'BEHEERDER',
      rollen: ['ZORGKANTOOR', 'BEHEERDER'],
    });
  });

  it('is known with who vouches for it', () => {
    expect(actorOf({ ...everything, iss: 'https://uitgever' }, undefined).uitgever).toBe('https://uitgever');
    expect(actorOf(everything, undefined)).not.toHaveProperty('uitgever');
  });

  it('acts for a zorgkantoor once, however often the token names it', () => {
    expect(actorOf({ ...everything, uzovi: ['5517', '5517'] }, ZORGKANTOOR).uzovi).toEqual(['5517']);
  });
});

describe('nobody gets in', () => {
  it.each([
    ['without a role', { ...everything, wlz_rollen: [] }, undefined],
    ['without the claim of roles', { ...everything, wlz_rollen: undefined }, undefined],
    ['with roles of somebody else’s system only', { ...everything, wlz_rollen: ['ADMIN'] }, undefined],
    ['as a process', { ...everything, wlz_rollen: ['SYSTEEM'] }, undefined],
    ['as a process that is asked for', { ...everything, wlz_rollen: ['SYSTEEM'] }, 'SYSTEEM'],
    ['in a role the token does not give', { ...everything, wlz_rollen: [ZORGKANTOOR] }, 'BEHEERDER'],
    ['in no role', everything, ''],
    ['as a zorgkantoor without a region', { ...everything, uzovi: [] }, ZORGKANTOOR],
    ['as a zorgkantoor whose claim of regions is missing', { ...everything, uzovi: undefined }, ZORGKANTOOR],
    ['as a zorgaanbieder without an agb', { ...everything, agb: null }, ZORGAANBIEDER],
    ['as a zorgaanbieder whose claim of an agb is missing', { ...everything, agb: undefined }, ZORGAANBIEDER],
  ])('%s', (_what, claims, asked) => {
    expect(() => actorOf(claims, asked)).toThrow(FORBIDDEN);
  });

  it.each([
    ['nothing', undefined],
    ['no name', { ...everything, sub: undefined }],
    ['an empty name', { ...everything, sub: '' }],
    ['a name with a line end', { ...everything, sub: 'm\n' }],
    ['a name with NUL', { ...everything, sub: 'm\u0000s' }],
    ['a name that begins with a space', { ...everything, sub: ' m' }],
    ['a name that is too long', { ...everything, sub: 'm'.repeat(201) }],
    ['the name of a process', { ...everything, sub: 'proces:import' }],
    ['an issuer that is too long', { ...everything, iss: 'u'.repeat(501) }],
    ['more roles than there can be', { ...everything, wlz_rollen: Array<string>(21).fill('BEHEERDER') }],
    ['a role that is too long', { ...everything, wlz_rollen: ['BEHEERDER', 'R'.repeat(101)] }],
    ['one role that is no list', { ...everything, wlz_rollen: 'BEHEERDER' }],
    ['more regions than there can be', { ...everything, uzovi: Array<string>(51).fill('5517') }],
    ['a region that is none', { ...everything, uzovi: ['5417'] }],
    ['an agb that is none', { ...everything, agb: '9900000' }],
  ])('with %s, in whatever role', (_what, claims) => {
    for (const rol of ROLLEN_VAN_MENSEN) expect(() => actorOf(claims, rol)).toThrow(FORBIDDEN);
  });
});

describe('at the limits one does get in', () => {
  it.each([
    ['a name', { sub: 'm'.repeat(200) }],
    ['a name with a space in it', { sub: 'Jan Jansen' }],
    ['a name with the word elsewhere', { sub: 'mijn proces:' }],
    ['an issuer', { iss: 'u'.repeat(500) }],
    ['roles', { wlz_rollen: [...Array<string>(19).fill('R'.repeat(100)), 'BEHEERDER'] }],
    ['regions', { uzovi: Array<string>(50).fill('5517') }],
  ])('with %s', (_what, over) => {
    expect(actorOf({ ...everything, ...over }, 'BEHEERDER').rol).toBe('BEHEERDER');
  });
});

describe('codes of organisations', () => {
  it.each(['5517', '5500', '5599'])('%s is a zorgkantoor', (code) => expect(code).toMatch(UZOVI_PATTERN));
  it.each(['551', '55171', '15517', '55AB', '5417', ''])('%s is none', (code) =>
    expect(code).not.toMatch(UZOVI_PATTERN),
  );

  it('an AGB is eight digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{0,12}$/), (digits) => {
        expect(AGB_PATTERN.test(digits)).toBe(digits.length === 8);
        expect(AGB_PATTERN.test(`${digits.slice(1)}x`)).toBe(false);
      }),
    );
  });
});
