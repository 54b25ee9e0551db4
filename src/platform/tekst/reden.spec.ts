import { describe, expect, it } from '@jest/globals';
import { bezwaarTegenReden } from './reden.js';

const VORM = { naam: 'Een reden', least: 3, most: 20 };
const TEKENS = 'Een reden bevat tekens die niet zijn toegestaan.';
const KORT = 'Een reden heeft ten minste 3 zichtbare tekens.';
const bezwaar = (text: string, over = {}): string | null => bezwaarTegenReden(text, { ...VORM, ...over });

describe('a reason', () => {
  it.each([
    'Wil later.',
    'ja!',
    '  één  ',
    'a b c',
    'Regel een\n\tregel 2',
    '٣٤٥',
    '理由は',
    '👍👍👍',
    'e\u0301e\u0301e\u0301',
  ])('%j can be read', (text) => {
    expect(bezwaar(text)).toBeNull();
  });

  it.each([
    ['', 'nothing'],
    ['ab', 'two'],
    ['   a   b   ', 'two among spaces'],
    ['\u00A0\u2003\u3000   ', 'spaces of other kinds'],
    ['\n\t\n\t', 'line ends and tabs'],
    ['\u200C\u200D\u00AD\u034F', 'of no width'],
    ['ab\u200D\u200D', 'two, and of no width'],
    ['\u0301\u0302\u0303\u0304', 'marks that combine with nothing'],
    ['a\u0301\u0302\u0303', 'one with marks'],
    ['\uFE0F\uFE0F\uFE0F', 'variation selectors'],
    ['\u3164\u115F\u1160\uFFA0', 'Hangul fillers'],
    ['\u2800\u2800\u2800', 'empty braille cells'],
    ['\u{E0041}\u{E0042}\u{E0043}', 'tags'],
  ])('%j says too little: %s', (text) => {
    expect(bezwaar(text)).toBe(KORT);
  });

  it.each([
    ['\u200B', 'zero-width space'],
    ['\u202E\u202E\u202E', 'direction'],
    ['Wil later\u202E.', 'direction in a text'],
    ['abc\u2066def', 'isolate'],
    ['a\u0007b', 'bell'],
    ['abc\u001B[31m', 'escape'],
    ['abc\u0000', 'NUL'],
    ['abc\u0085', 'next line'],
    ['abc\u2028', 'line separator'],
    ['abc\uD800', 'half a pair'],
  ])('%j is not allowed: %s', (text) => {
    expect(bezwaar(text)).toBe(TEKENS);
  });

  it('has a most, in characters and not in halves of them', () => {
    expect(bezwaar('x'.repeat(20))).toBeNull();
    expect(bezwaar('👍'.repeat(20))).toBeNull();
    expect(bezwaar('x'.repeat(21))).toBe('Een reden heeft ten hoogste 20 tekens.');
    expect(bezwaar(`abc${' '.repeat(18)}`)).toBe('Een reden heeft ten hoogste 20 tekens.');
  });

  it('is a code of one digit where that may be one, and still not nothing', () => {
    expect(bezwaar('4', { least: 1 })).toBeNull();
    expect(bezwaar(' ', { least: 1, naam: 'Een bron' })).toBe(
      'Een bron heeft ten minste één zichtbaar teken.',
    );
  });
});
