import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const AANTAL = 64;
interface Rij {
  readonly nummer: string;
  readonly waar: string;
  readonly opmerking: string;
}

const rijen: readonly Rij[] = readFileSync('docs/slechte-invoer.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| B\d\d /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, nummer = '', , waar = '', opmerking = '']) => ({
    nummer,
    waar: waar.replaceAll('`', ''),
    opmerking,
  }));

/** True when the number begins a title, or stands in a list at the beginning of one, or in brackets. */
function isTitel(nummer: string, file: string): boolean {
  const zonderUitleg = readFileSync(file, 'utf8').replace(/^\s*(\/\/|\*).*$/gm, '');
  return new RegExp(`['"\`](B\\d\\d, )*${nummer}\\b|\\(${nummer}(\\)|, )`).test(zonderUitleg);
}

describe('the list of bad inputs', () => {
  it('has all sixty-four, each once and in order', () => {
    const verwacht = Array.from({ length: AANTAL }, (_, index) => `B${String(index + 1).padStart(2, '0')}`);
    expect(rijen.map(({ nummer }) => nummer)).toEqual(verwacht);
  });

  it.each(rijen)('$nummer is a test, or says why it is none', ({ nummer, waar, opmerking }) => {
    if (waar === 'not applicable') {
      expect(opmerking.length).toBeGreaterThan(20);
      return;
    }
    expect(existsSync(waar)).toBe(true);
    expect([nummer, isTitel(nummer, waar)]).toEqual([nummer, true]);
  });
});
