import { createHash } from 'node:crypto';

/** How many rows, and a sum of their hashes in hex: equal for the same rows in whatever order they come. */
export interface Digest {
  readonly rijen: number;
  readonly som: string;
}

const SIZE = 1n << 128n;

/** Adds rows up, one by one. */
export class TableDigest {
  private rows = 0;
  private sum = 0n;

  add(row: Buffer): void {
    const hash = createHash('sha256').update(row).digest();
    this.sum += (hash.readBigUInt64BE(0) << 64n) | hash.readBigUInt64BE(8);
    if (this.sum >= SIZE) this.sum -= SIZE;
    this.rows += 1;
  }

  get value(): Digest {
    return { rijen: this.rows, som: this.sum.toString(16).padStart(32, '0') };
  }
}
