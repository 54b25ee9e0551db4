import { OngeldigeInvoer } from '../../../platform/errors/index.js';

/**
 * Characters that no text of the register holds: controls (NUL among them), line separators, halves of a surrogate
 * pair, and the marks that turn the direction of writing, with which one name can be made to look like another.
 */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u;
const FORBIDDEN_IN_PROSE = new RegExp(
  FORBIDDEN.source.replace('\\p{Cc}', '\\0-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F'),
  'u',
);

const LONGEST_LINE = 250;
const LONGEST_PROSE = 4000;

/**
 * The one spelling in which a name, address or other line of text is kept: composed Unicode (NFC), no space at the
 * ends. Empty text is no text: null.
 * @throws OngeldigeInvoer on a forbidden character, and beyond 250 characters
 */
export function lineOf(text: string | null | undefined, pad: readonly string[]): string | null {
  return clean(text, pad, FORBIDDEN, LONGEST_LINE);
}

/** As `lineOf`, for remarks: line ends and tabs may be in it, up to 4000 characters. */
export function proseOf(text: string | null | undefined, pad: readonly string[]): string | null {
  return clean(text, pad, FORBIDDEN_IN_PROSE, LONGEST_PROSE);
}

function clean(
  text: string | null | undefined,
  pad: readonly string[],
  forbidden: RegExp,
  longest: number,
): string | null {
  if (text === null || text === undefined) return null;
  if (forbidden.test(text)) {
    throw new OngeldigeInvoer('Deze tekst bevat tekens die niet zijn toegestaan.', { pad });
  }
  const spelled = text.normalize('NFC').trim();
  if (spelled.length > longest) throw new OngeldigeInvoer('Deze tekst is te lang.', { pad });
  return spelled === '' ? null : spelled;
}
