import { describe, expect, it } from '@jest/globals';
import { grouped } from './index.js';

describe('rows by key', () => {
  it('keep their order within the group, and the groups the order of their first row', () => {
    const groups = grouped(['bes', 'aar', 'bok', 'aal'], (word) => word.slice(0, 1));
    expect([...groups]).toEqual([
      ['b', ['bes', 'bok']],
      ['a', ['aar', 'aal']],
    ]);
  });

  it('are no groups where there is no row', () => {
    expect(grouped([], String).size).toBe(0);
  });
});
