import { describe, expect, it } from '@jest/globals';
import { gespreksreden, teltMee, vraagtOmGesprek } from './weigering.js';

const reden = { code: 'ANDERS', omschrijving: 'Een andere reden', teltMee: true };
const weigering = { conformWens: true, zwaarwegendeReden: null, leveringsstatus: '7' };

describe('W8', () => {
  it('counts a refusal of what was wished for, without a weighty reason, at Actief plaatsen', () => {
    expect(teltMee(weigering, reden)).toBe(true);
  });

  it.each([
    ['the place did not fit the wish', { ...weigering, conformWens: false }, reden],
    ['there is a weighty reason', { ...weigering, zwaarwegendeReden: 'Ziek' }, reden],
    ['the client waits under another status', { ...weigering, leveringsstatus: '6' }, reden],
    ['nobody waits there any more', { ...weigering, leveringsstatus: null }, reden],
    ['the office lets the reason not count', weigering, { ...reden, teltMee: false }],
  ])('does not count it when %s', (_why, one, why) => {
    expect(teltMee(one, why)).toBe(false);
  });

  it('asks for one conversation, from the second that counts on', () => {
    expect(vraagtOmGesprek(true, 0, false)).toBe(false);
    expect(vraagtOmGesprek(true, 1, false)).toBe(true);
    expect(vraagtOmGesprek(true, 5, false)).toBe(true);
    expect(vraagtOmGesprek(true, 1, true)).toBe(false);
    expect(vraagtOmGesprek(false, 1, false)).toBe(false);
  });

  it('only suggests: nothing happens by itself', () => {
    expect(gespreksreden('2026-11-01')).toMatch(/alleen als u die zelf meldt/);
  });
});
