import { describe, expect, it } from '@jest/globals';
import { eerdereVersies } from './historie.js';

const version = (says: string, from: number, until: number) => ({
  says,
  geregistreerdOp: `2026-01-0${from}T00:00:00.000Z`,
  vervangenOp: `2026-01-0${until}T00:00:00.000Z`,
});
const content = (row: { readonly says: string }): string => row.says;

describe('the earlier versions of a row', () => {
  it('are those that said something else, each known for as long as nothing else was said', () => {
    const rows = [version('a', 1, 2), version('a', 2, 3), version('b', 3, 4)];
    expect(eerdereVersies(rows, { says: 'c' }, content)).toEqual([version('a', 1, 3), version('b', 3, 4)]);
  });

  it('leave out the version that still stands', () => {
    expect(eerdereVersies([version('a', 1, 2), version('b', 2, 3)], { says: 'b' }, content)).toEqual([
      version('a', 1, 2),
    ]);
  });

  it('are none while nothing was ever replaced', () => {
    expect(eerdereVersies([], { says: 'a' }, content)).toEqual([]);
  });
});
