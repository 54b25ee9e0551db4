import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eenBeleid, STANDAARD } from '../../../../test/support/volgorde.js';
import { DomainError } from '../../../platform/errors/index.js';
import { beleidOp, decideBeleid, geldigTot, type Beleidsvoorstel } from './volgordebeleid.js';

const TODAY = '2026-11-01';
const voorstel: Beleidsvoorstel = {
  geldigVanaf: TODAY,
  sleutels: [
    { naam: 'normOverschreden', richting: 'AF' },
    { naam: 'bemiddelingspecificatieID', richting: 'OP' },
  ],
  bron: ' Regionaal overleg, 1 november 2026 ',
};
const [norm, slot] = voorstel.sleutels;

function refusal(over: Partial<Beleidsvoorstel>): DomainError | null {
  try {
    decideBeleid({ ...voorstel, ...over }, TODAY);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

describe('a new order', () => {
  it('is taken as it is written, with a tidy source', () => {
    expect(decideBeleid(voorstel, TODAY)).toEqual({
      ...voorstel,
      bron: 'Regionaal overleg, 1 november 2026',
    });
  });

  it.each<[string, Partial<Beleidsvoorstel>, string | null, string[]]>([
    ['no keys at all', { sleutels: [] }, 'VB1', ['sleutels']],
    [
      'a last key on which two may tie',
      { sleutels: [norm, norm].slice(1).flatMap((s) => s ?? []) },
      'VB1',
      ['sleutels'],
    ],
    [
      'keys behind the one that never ties',
      { sleutels: [slot, norm].flatMap((s) => s ?? []) },
      'VB1',
      ['sleutels'],
    ],
    [
      'an unknown key',
      { sleutels: [{ naam: 'constructor', richting: 'OP' }] },
      'VB2',
      ['sleutels', '0', 'naam'],
    ],
    [
      'a key twice',
      { sleutels: [norm, norm, slot].flatMap((s) => s ?? []) },
      'VB3',
      ['sleutels', '1', 'naam'],
    ],
    ['a beginning in the past', { geldigVanaf: '2026-10-31' }, 'VB4', ['geldigVanaf']],
    ['no source', { bron: '  ' }, null, ['bron']],
  ])('is refused with %s', (_what, over, regel, pad) => {
    expect(refusal(over)).toMatchObject({ regel, pad });
  });

  it('does not echo an unknown key', () => {
    expect(refusal({ sleutels: [{ naam: '999990019', richting: 'OP' }] })?.melding).not.toContain(
      '999990019',
    );
  });

  it('is accepted whatever keys of the vocabulary it has, when the last one never ties', () => {
    fc.assert(
      fc.property(eenBeleid, (beleid) => {
        expect(decideBeleid({ ...beleid, geldigVanaf: TODAY }, TODAY).sleutels).toEqual(beleid.sleutels);
      }),
    );
  });
});

describe('the order that holds on a day', () => {
  const alle = [
    STANDAARD,
    { ...STANDAARD, versie: 2, geldigVanaf: '2026-12-01' },
    { ...STANDAARD, versie: 3, geldigVanaf: '2026-11-15' },
  ];

  it.each([
    ['2026-11-14', 1],
    ['2026-11-15', 3],
    ['2026-12-02', 3],
  ])('on %s is version %i: the one decided last of those that began', (day, versie) => {
    expect(beleidOp(alle, day).versie).toBe(versie);
    expect(beleidOp([...alle].reverse(), day).versie).toBe(versie);
  });

  it('ends the day before a later version begins', () => {
    expect(alle.map((beleid) => geldigTot(alle, beleid))).toEqual(['2026-11-14', '2026-11-14', null]);
  });
});
