import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { KeysUnavailable } from './key-source.js';

/** How long keys count, in milliseconds. */
export const KEY_TIMES = {
  /** Younger keys are used without asking. */
  fresh: 600_000,
  /** Older keys are used while new ones are fetched, or cannot be; beyond this age nobody gets in. */
  keep: 3_600_000,
  /** A key we do not know makes us ask once in this time, however many tokens name one. */
  unknownPause: 30_000,
  /** After a fetch that failed we leave the issuer alone this long. */
  failurePause: 5_000,
} as const;

type KeySet = ReturnType<typeof createLocalJWKSet>;

/**
 * The public keys of an issuer, fetched when needed and kept. All who need them at the same moment wait for one fetch.
 * While the issuer is down the keys we have go on for an hour; after that, or without any, every token is refused.
 */
export class IssuerKeys {
  private keys: KeySet | null = null;
  private fetchedAt = -Infinity;
  private failedAt = -Infinity;
  private unknownAt = -Infinity;
  private pending: Promise<void> | null = null;

  /**
   * @param fetchKeys rejects with KeysUnavailable
   * @param elapsed milliseconds that never go back, whatever happens to the clock
   */
  constructor(
    private readonly fetchKeys: () => Promise<JSONWebKeySet>,
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  /** Finds the key a token names. @throws KeysUnavailable, or an error of jose when there is no such key */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    const keys = await this.usable();
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      const newer = await this.newerThan(keys);
      if (newer === null) throw error;
      return newer(header, token);
    }
  };

  private async usable(): Promise<KeySet> {
    const age = this.elapsed() - this.fetchedAt;
    if (this.keys !== null && age < KEY_TIMES.fresh) return this.keys;
    if (this.keys !== null && age < KEY_TIMES.keep) {
      // Who waits for nothing must not fail either: the outcome is kept in `failedAt`.
      if (!this.failedWithin(KEY_TIMES.failurePause)) void this.refresh().catch(() => undefined);
      return this.keys;
    }
    this.keys = null;
    if (this.pending === null && this.failedWithin(KEY_TIMES.failurePause))
      throw new KeysUnavailable('the issuer did not answer a moment ago');
    await this.refresh();
    return this.present();
  }

  /** Other keys than these, when there are any or may be. Null: they are the issuer's latest as far as we may ask. */
  private async newerThan(known: KeySet): Promise<KeySet | null> {
    if (this.keys !== null && this.keys !== known) return this.keys;
    if (this.pending === null && this.elapsed() - this.unknownAt < KEY_TIMES.unknownPause) {
      // Whether the issuer has this key we could not find out: that is no verdict on the token.
      if (this.failedAt >= this.unknownAt)
        throw new KeysUnavailable('the issuer did not answer a moment ago');
      return null;
    }
    if (this.pending === null) this.unknownAt = this.elapsed();
    await this.refresh();
    return this.present();
  }

  private failedWithin(time: number): boolean {
    return this.elapsed() - this.failedAt < time;
  }

  private present(): KeySet {
    if (this.keys === null) throw new KeysUnavailable('there are no keys');
    return this.keys;
  }

  private refresh(): Promise<void> {
    this.pending ??= this.replace().finally(() => {
      this.pending = null;
    });
    return this.pending;
  }

  private async replace(): Promise<void> {
    try {
      this.keys = createLocalJWKSet(await this.fetchKeys());
      this.fetchedAt = this.elapsed();
      this.failedAt = -Infinity;
    } catch (error) {
      this.failedAt = this.elapsed();
      throw error instanceof KeysUnavailable
        ? error
        : new KeysUnavailable('the keys are no keys', { cause: error });
    }
  }
}
