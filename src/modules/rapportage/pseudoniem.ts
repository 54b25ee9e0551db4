import { createHmac } from 'node:crypto';
import { ConfigError, type Config } from '../../config/index.js';

/** Turns a BSN into what may leave the register in its place. */
export type Pseudoniem = (bsn: string) => string;

/** Known to everybody who reads this: pseudonyms made with it are no protection, so no production takes it. */
const ONTWIKKELSLEUTEL = 'wlz-regie ontwikkeling: deze sleutel is geen geheim';
const BYTES = 16;
const LETTERS = 'abcdefghijklmnop';

/**
 * Pseudonyms by a keyed digest (HMAC-SHA-256, 128 bits of it): the same client under the same key has the same one in
 * every report, and without the key nobody can try out all BSNs. Written in letters only, so that it never contains
 * anything that looks like a BSN.
 * @throws ConfigError in production without a key of its own
 */
export function pseudoniemMet({
  production,
  WLZ_PSEUDONIEMSLEUTEL,
}: Pick<Config, 'production' | 'WLZ_PSEUDONIEMSLEUTEL'>): Pseudoniem {
  if (production && WLZ_PSEUDONIEMSLEUTEL === undefined)
    throw new ConfigError('Zet WLZ_PSEUDONIEMSLEUTEL: in productie is er geen ontwikkelsleutel.');
  const sleutel = WLZ_PSEUDONIEMSLEUTEL ?? ONTWIKKELSLEUTEL;
  return (bsn) => {
    const digest = createHmac('sha256', sleutel).update(`aw317:${bsn}`).digest().subarray(0, BYTES);
    return [...digest].map((byte) => letter(byte >> 4) + letter(byte & 15)).join('');
  };
}

function letter(nibble: number): string {
  return LETTERS.charAt(nibble);
}
