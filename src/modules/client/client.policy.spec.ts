import { describe, expect, it } from '@jest/globals';
import { allowed } from '../../../test/support/actors.js';
import type { Actor, Rol } from '../../platform/context/index.js';
import { assertMayChangeClient, mayChangeClient } from './client.policy.js';

function actor(rol: Rol, uzovi: readonly string[] = []): Actor {
  return { sub: 'proef', rol, rollen: [rol], uzovi, agb: rol === 'ZORGAANBIEDER' ? '99000001' : null };
}

describe('a client is changed', () => {
  it.each<[boolean, Actor, string[]]>([
    [true, actor('ZORGKANTOOR', ['5517']), ['5517']],
    [true, actor('ZORGKANTOOR', ['5516', '5517']), ['5517']],
    [false, actor('ZORGKANTOOR', ['5516']), ['5517']],
    [false, actor('ZORGKANTOOR', []), ['5517']],
    [false, actor('ZORGKANTOOR', ['5517']), []],
    [false, actor('ZORGAANBIEDER', ['5517']), ['5517']],
    [false, actor('BEHEERDER', ['5517']), ['5517']],
  ])('%s', (may, who, verantwoordelijken) => {
    expect(mayChangeClient(who, verantwoordelijken)).toBe(may);
  });
});

it('by who may, and refused to all others', () => {
  expect(allowed((one) => assertMayChangeClient(one, ['5517']))).toEqual([
    'kantoor',
    'kantoor van twee regio’s',
  ]);
});
