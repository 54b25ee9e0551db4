import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, holdsOn } from '../../../platform/clock/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { decideOpvolging, type Beleidsvoorstel, type Looptijd } from './plaatsbeleid.js';

const TODAY = '2026-11-01';
const altijd: Looptijd = { geldigVanaf: '2021-01-01', geldigTot: null };
const voorstel: Beleidsvoorstel = { geldigVanaf: '2026-12-01', geldigTot: null, bron: 'Besluit' };

function refusal(rijen: readonly Looptijd[], over: Partial<Beleidsvoorstel>): DomainError | null {
  try {
    decideOpvolging(rijen, { ...voorstel, ...over }, TODAY);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

describe('a new row of the policy on places', () => {
  it('takes over from the row that holds on its first day, which ends the day before', () => {
    expect(decideOpvolging([altijd], voorstel, TODAY)).toEqual({
      geldigVanaf: '2021-01-01',
      geldigTot: '2026-11-30',
    });
  });

  it('shortens a row that had a later end, and leaves one that was over alone', () => {
    const [kort, over] = ['2026-12-01', '2026-11-30'].map((geldigTot) => [{ ...altijd, geldigTot }]);
    expect(decideOpvolging(kort ?? [], voorstel, TODAY)).toMatchObject({ geldigTot: '2026-11-30' });
    expect(decideOpvolging(over ?? [], voorstel, TODAY)).toBeNull();
    expect(decideOpvolging([], voorstel, TODAY)).toBeNull();
  });

  it('may begin today, and fit in before what was decided for later', () => {
    const later = { geldigVanaf: '2027-01-01', geldigTot: null };
    expect(refusal([altijd], { geldigVanaf: TODAY })).toBeNull();
    expect(refusal([later], { geldigTot: '2026-12-31' })).toBeNull();
  });

  it.each<[string, readonly Looptijd[], Partial<Beleidsvoorstel>, string | null, string]>([
    ['begins in the past', [altijd], { geldigVanaf: '2026-10-31' }, 'PL16', 'geldigVanaf'],
    ['begins when another one does', [{ ...altijd, geldigVanaf: '2026-12-01' }], {}, 'PL17', 'geldigVanaf'],
    [
      'runs into what was decided for later',
      [altijd, { geldigVanaf: '2027-01-01', geldigTot: null }],
      { geldigTot: '2027-01-01' },
      'PL17',
      'geldigVanaf',
    ],
    [
      'has no end while something was decided for later',
      [{ ...altijd, geldigVanaf: '2027-01-01' }],
      {},
      'PL17',
      'geldigVanaf',
    ],
    ['ends before it begins', [altijd], { geldigTot: '2026-11-30' }, null, 'geldigTot'],
    ['has no source', [altijd], { bron: ' ' }, null, 'bron'],
  ])('is refused when it %s', (_what, rijen, over, regel, pad) => {
    expect(refusal(rijen, over)).toMatchObject({ regel, pad: [pad] });
  });

  it('however many follow each other, on no day two of them hold', () => {
    const starts = fc.array(fc.tuple(fc.nat(40), fc.option(fc.nat(20))), { maxLength: 8 });
    fc.assert(
      fc.property(starts, (plans) => {
        let rijen: Looptijd[] = [altijd];
        for (const [offset, length] of plans) {
          const geldigVanaf = addDays(TODAY, offset);
          const nieuw = { geldigVanaf, geldigTot: length === null ? null : addDays(geldigVanaf, length) };
          if (refusal(rijen, nieuw) !== null) continue;
          const opvolging = decideOpvolging(rijen, { ...nieuw, bron: 'Besluit' }, TODAY);
          rijen = rijen.map((rij) => (rij.geldigVanaf === opvolging?.geldigVanaf ? opvolging : rij));
          rijen.push(nieuw);
        }
        for (let day = 0; day < 70; day += 1) {
          const dag = addDays(TODAY, day);
          const geldig = rijen.filter((rij) => holdsOn(dag, rij.geldigVanaf, rij.geldigTot));
          expect(geldig.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
