// With the `u` flag a well-formed pair is one character, so this finds lone surrogates only.
const LONE_SURROGATE = /\p{Surrogate}/u;

/** False for text PostgreSQL cannot keep as it is: with a NUL, or with half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !LONE_SURROGATE.test(text);
}
