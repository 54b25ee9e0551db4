/**
 * Characters that no text of the register holds: controls (NUL among them), line separators, halves of a surrogate
 * pair, and the marks that turn the direction of writing, with which one name can be made to look like another.
 */
export const FORBIDDEN =
  /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u;

/** As `FORBIDDEN`, but for line ends and tabs, which may be in a remark. */
export const FORBIDDEN_IN_PROSE = new RegExp(
  FORBIDDEN.source.replace('\\p{Cc}', '\\0-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F'),
  'u',
);

/** Letters, digits, punctuation and symbols, but for those that draw nothing: fillers and the empty braille cell. */
const VISIBLE = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/gu;

/** How many characters of a text a reader can see; spaces, zero-width and combining marks are none. */
export function visibleCharacters(text: string): number {
  return text.match(VISIBLE)?.length ?? 0;
}
