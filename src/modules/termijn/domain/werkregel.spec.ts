import { describe, expect, it } from '@jest/globals';
import { BRONNEN, WERKSOORTEN } from './werkregel.js';

describe('every kind of work', () => {
  it('says where its term comes from, and nothing else does', () => {
    expect(Object.keys(BRONNEN)).toEqual([...WERKSOORTEN]);
  });

  it.each(WERKSOORTEN)('%s rests on the informatiemodel, a zorgkantoor or a choice of our own', (soort) => {
    expect(BRONNEN[soort]).toMatch(
      /^(iWlz-informatiemodel 2\.2, OP\d{3}|zorgkantoor [A-Z]+|eigen keuze).*: /,
    );
  });
});
