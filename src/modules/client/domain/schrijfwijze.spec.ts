import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../../platform/errors/index.js';
import { lineOf, proseOf } from './schrijfwijze.js';

const PAD = ['geslachtsnaam'];

describe('a line of text in the register', () => {
  it('is kept composed, whatever way it was typed', () => {
    expect(lineOf('Zoe\u0308', PAD)).toBe('Zoë');
    expect(lineOf('Zoë', PAD)).toBe('Zoë');
  });

  it('loses the spaces at its ends and becomes nothing when nothing is left', () => {
    expect(lineOf('  de Vries ', PAD)).toBe('de Vries');
    expect(lineOf('   ', PAD)).toBeNull();
    expect(lineOf(null, PAD)).toBeNull();
    expect(lineOf(undefined, PAD)).toBeNull();
  });

  it.each([
    ['a NUL', 'a\u0000b'],
    ['a line end', 'a\nb'],
    ['a tab', 'a\tb'],
    ['an escape', '\u001b[31m'],
    ['a C1 control', 'a\u0085b'],
    ['a right-to-left override', 'nam\u202Eedert'],
    ['an isolate', 'a\u2066b\u2069'],
    ['a right-to-left mark', 'a\u200Fb'],
    ['an Arabic letter mark', 'a\u061Cb'],
    ['a line separator', 'a\u2028b'],
    ['a zero-width space', 'a\u200Bb'],
    ['half a surrogate pair', 'a\uD800b'],
  ])('is refused with %s in it', (_what, text) => {
    expect(() => lineOf(text, PAD)).toThrow(DomainError);
  });

  it.each(["d'Artagnan-Çelik", 'O’Neill', 'IJsbrand', 'Ñuñez y Ångström', 'Łukasz', '李小龙'])(
    'may be %s',
    (name) => {
      expect(lineOf(name, PAD)).toBe(name);
    },
  );

  it('is refused with its field and without the text', () => {
    let refusal: unknown;
    try {
      lineOf('geheim\u0000', PAD);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ code: 'ONGELDIGE_INVOER', pad: PAD });
    expect(String(refusal)).not.toContain('geheim');
  });

  it('is at most 250 characters long', () => {
    expect(lineOf('a'.repeat(250), PAD)).toHaveLength(250);
    expect(() => lineOf('a'.repeat(251), PAD)).toThrow(DomainError);
  });

  it('stays as it is once it was taken in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = lineOf(text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ''), PAD);
        return lineOf(once, PAD) === once;
      }),
    );
  });
});

describe('a remark', () => {
  it('may hold line ends and tabs', () => {
    expect(proseOf('eerste regel\r\n\ttweede', PAD)).toBe('eerste regel\r\n\ttweede');
  });

  it.each([
    ['a NUL', 'a\u0000b'],
    ['an escape', 'a\u001bb'],
    ['an override', 'a\u202Eb'],
  ])('is refused with %s in it', (_what, text) => {
    expect(() => proseOf(text, PAD)).toThrow(DomainError);
  });
});
