import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { environmentSchema } from '../../src/config/index.js';

/** The names in the first column of the table under `## Settings`. */
function settingsIn(readme: string): string[] {
  const [, chapter = ''] = readme.split(/^## Settings$/m);
  const [table = ''] = chapter.split(/^## /m);
  const cells = table.split('\n').flatMap((line) => /^\| (`[^|]*)\|/.exec(line)?.[1] ?? []);
  return cells.flatMap((cell) => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name));
}

describe('the README', () => {
  it('explains every setting, once, and none that does not exist', () => {
    const explained = settingsIn(readFileSync('README.md', 'utf8'));
    expect([...explained].sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });

  it('is read at the right place', () => {
    const planted =
      '| `NOT_HERE` | x |\n## Settings\n\n| `A_B`, `C` | `D` | `E` |\n| any `_FILE` |\n## Map\n| `F` |';
    expect(settingsIn(planted)).toEqual(['A_B', 'C']);
  });
});
