/**
 * A small seeded generator of numbers (the sfc32 scheme: three words of state and a counter). The same seed gives
 * the same row on every machine. Good enough for invented data, never for keys or secrets.
 */
export class Random {
  private a = 0x9e3779b9;
  private b = 0x243f6a88;
  private c: number;
  private counter = 1;

  /** @param seed any integer from 0 to 4,294,967,295 */
  constructor(seed: number) {
    this.c = seed | 0;
    for (let round = 0; round < 16; round += 1) this.word();
  }

  /** 32 random bits. */
  private word(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from `min` to `max`, both included; `min` when the two have crossed. */
  int(min: number, max: number): number {
    if (max <= min) return min;
    return min + Math.floor((this.word() / 0x1_0000_0000) * (max - min + 1));
  }

  /** True in `percentage` of the cases. */
  chance(percentage: number): boolean {
    return this.int(1, 100) <= percentage;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.int(0, choices.length - 1)];
    if (choice === undefined) throw new RangeError('There is nothing to choose from.');
    return choice;
  }

  /** One of the values, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let ticket = this.int(
      1,
      choices.reduce((sum, [, weight]) => sum + weight, 0),
    );
    for (const [value, weight] of choices) {
      ticket -= weight;
      if (ticket <= 0) return value;
    }
    throw new RangeError('There is nothing to choose from.');
  }

  /** Puts the values in another order, in place. */
  shuffle(values: Uint8Array): void {
    for (let last = values.length - 1; last > 0; last -= 1) {
      const other = this.int(0, last);
      const moved = values[last] ?? 0;
      values[last] = values[other] ?? 0;
      values[other] = moved;
    }
  }

  /** A UUID in the form of version 4. */
  uuid(): string {
    const hex = [this.word(), this.word(), this.word(), this.word()]
      .map((word) => word.toString(16).padStart(8, '0'))
      .join('');
    const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
