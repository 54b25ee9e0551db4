/**
 * Invented BSNs. The generator hands out numbers of the form 9999xxxxx that pass the elfproef; there are
 * {@link BSNS_IN_TEST_RANGE} of those. A larger set goes on in 9998xxxxx, 9997xxxxx and so on.
 */
const FIRST_BLOCK = 9999;
const LAST_BLOCK = 9000;
/** Where a block starts handing out, so that a small demo set stays clear of the low numbers that test files like. */
const FIRST_IN_BLOCK = 2000;
const PER_BLOCK = 10_000;

/** How many numbers 9999xxxxx pass the elfproef. */
export const BSNS_IN_TEST_RANGE = 9091;

/**
 * The nine digits that begin with these eight, or null when no last digit passes the elfproef:
 * 9·d1 + 8·d2 + … + 2·d8 − d9 must be divisible by 11.
 */
function completeBsn(firstEight: string): string | null {
  let sum = 0;
  for (let index = 0; index < firstEight.length; index += 1)
    sum += (9 - index) * Number(firstEight.charAt(index));
  const last = sum % 11;
  return last === 10 ? null : `${firstEight}${last}`;
}

/** Different BSNs, always in the same order. */
export function* inventBsns(): Generator<string, never> {
  for (let block = FIRST_BLOCK; block >= LAST_BLOCK; block -= 1) {
    for (let step = 0; step < PER_BLOCK; step += 1) {
      const middle = (FIRST_IN_BLOCK + step) % PER_BLOCK;
      const bsn = completeBsn(`${block}${String(middle).padStart(4, '0')}`);
      if (bsn !== null) yield bsn;
    }
  }
  throw new RangeError('All invented BSNs have been handed out.');
}
