import { describe, expect, it } from '@jest/globals';
import { Beurten } from './beurten.js';

describe('turns', () => {
  it('come one after the other, in order of arrival, also after one that failed', async () => {
    const beurten = new Beurten();
    const seen: string[] = [];
    const work = (name: string) => async (): Promise<string> => {
      seen.push(`${name} begint`);
      await Promise.resolve();
      if (name === 'b') throw new Error('refused');
      seen.push(`${name} eindigt`);
      return name;
    };
    const results = await Promise.allSettled(
      ['a', 'b', 'c'].map((name) => beurten.wacht('hier', work(name))),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(seen).toEqual(['a begint', 'a eindigt', 'b begint', 'c begint', 'c eindigt']);
  });

  it('at different things do not wait for each other', async () => {
    const beurten = new Beurten();
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const slow = beurten.wacht('hier', () => gate);
    await expect(beurten.wacht('daar', () => Promise.resolve(1))).resolves.toBe(1);
    open();
    await slow;
  });
});
