import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { INHOUD } from '../../../../migrations/logboek/functies.js';
import { BEGIN, inhoudVan, VELDEN, zegelVan } from './zegel.js';

// The signs that the content itself is written with, and letters of one to four bytes.
const sign = fc.constantFrom('a', 'é', '€', '😀', '0', '1', '2', '-', ':', ',');
const field = fc.option(fc.string({ unit: sign }), { nil: null });

describe('the content of a line', () => {
  it('counts bytes, and tells an empty field from one that is not there', () => {
    expect(inhoudVan(['a', 'é', '', null])).toBe('1,1:a,2:é,0:,-');
  });

  it('differs when the lines differ, however their texts are cut', () => {
    fc.assert(
      fc.property(fc.array(field), fc.array(field), (one, other) => {
        expect(inhoudVan(one) === inhoudVan(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});

describe('a seal', () => {
  it('begins from the hash of nothing, and has 32 bytes', () => {
    expect(BEGIN.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(zegelVan(BEGIN, ['1'])).toHaveLength(32);
  });

  it('differs with the line and with every line before it', () => {
    const one = zegelVan(BEGIN, ['1']);
    expect(zegelVan(BEGIN, ['2'])).not.toEqual(one);
    expect(zegelVan(zegelVan(BEGIN, ['0']), ['1'])).not.toEqual(one);
  });

  it('covers each column once', () => {
    expect(new Set(VELDEN).size).toBe(21);
  });

  it('covers the columns that the database seals, in the same order', () => {
    const sealed = [...INHOUD.matchAll(/octet_length\((.+)\) \|\| ':'/g)].map(([, column]) => column);
    expect(VELDEN).toEqual(sealed);
  });
});
