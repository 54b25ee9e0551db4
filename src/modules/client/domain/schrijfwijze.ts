import { OngeldigeInvoer } from '../../../platform/errors/index.js';
import { FORBIDDEN, FORBIDDEN_IN_PROSE } from '../../../platform/tekst/index.js';

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
