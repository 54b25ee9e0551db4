import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '../../config/index.js';
import { pseudoniemMet } from './pseudoniem.js';

const key = (WLZ_PSEUDONIEMSLEUTEL: string | undefined, production = false) =>
  pseudoniemMet({ production, WLZ_PSEUDONIEMSLEUTEL });

describe('the pseudonym of a BSN (OP164)', () => {
  it('is the same for one client under one key, and another for another client or key', () => {
    const made = key('sleutel een')('999990019');
    expect(key('sleutel een')('999990019')).toBe(made);
    expect(new Set([made, key('sleutel een')('999990020'), key('sleutel twee')('999990019')]).size).toBe(3);
  });

  it('has letters only, so that no part of it looks like a number', () => {
    for (let n = 0; n < 200; n += 1) expect(key('sleutel')(`99999${n}`)).toMatch(/^[a-p]{32}$/);
  });

  it('needs a key of its own in production; elsewhere there is one for development', () => {
    expect(() => key(undefined, true)).toThrow(ConfigError);
    expect(key(undefined)('999990019')).toMatch(/^[a-p]{32}$/);
  });
});
