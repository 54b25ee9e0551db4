import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../platform/clock/index.js';
import { RegelGeschonden } from '../../../platform/errors/index.js';
import {
  assertNietGelijktijdig,
  isNieuwste,
  opgevolgdDoor,
  werkelijkeEinddatum,
  type Looptijd,
} from './opvolging.js';

function indicatie(ingangsdatum: string, changes: Partial<Looptijd> = {}): Looptijd {
  return {
    wlzIndicatieID: `indicatie van ${ingangsdatum}`,
    besluitnummer: 100000001,
    afgiftedatum: ingangsdatum,
    ingangsdatum,
    einddatum: null,
    vervaldatum: null,
    ...changes,
  };
}

const first = indicatie('2024-01-01');
const second = indicatie('2025-06-01');
const third = indicatie('2026-03-01');

describe('T9: a later indication', () => {
  it('ends the running one on the day before', () => {
    expect(opgevolgdDoor(second, [first])).toEqual([{ indicatie: first, einddatum: '2025-05-31' }]);
  });

  it('ends one that would have ended later, and leaves one that had ended alone', () => {
    const later = indicatie('2024-01-01', { einddatum: '2025-06-01' });
    const before = indicatie('2024-01-01', { einddatum: '2025-05-31' });
    expect(opgevolgdDoor(second, [later]).map(({ einddatum }) => einddatum)).toEqual(['2025-05-31']);
    expect(opgevolgdDoor(second, [before])).toEqual([]);
  });

  it('does not end one that begins later still', () => {
    expect(opgevolgdDoor(second, [third])).toEqual([]);
  });

  it('ends nothing when it was declared void', () => {
    expect(opgevolgdDoor({ ...second, vervaldatum: '2025-07-01' }, [first])).toEqual([]);
    expect(werkelijkeEinddatum(first, [{ ...second, vervaldatum: '2025-07-01' }])).toBeNull();
  });

  it('also ends an older one that comes in afterwards', () => {
    expect(werkelijkeEinddatum(first, [third, second])).toBe('2025-05-31');
    expect(werkelijkeEinddatum({ ...first, einddatum: '2024-12-31' }, [second])).toBe('2024-12-31');
  });

  it('leaves the same registered, in whatever order the decisions came in', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(days, fc.func(fc.nat()), (offsets, order) => {
        const all = offsets.map((offset) => indicatie(addDays('2018-01-01', offset)));
        const shuffled = all.toSorted((a, b) => order(a.ingangsdatum) - order(b.ingangsdatum));
        expect(registered(shuffled)).toEqual(registered(all));
      }),
    );
  });

  it('never lets two indications hold on one day', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(days, (offsets) => {
        const ends = Object.entries(
          registered(offsets.map((offset) => indicatie(addDays('2018-01-01', offset)))),
        );
        const inOrder = ends.sort(([a], [b]) => (a < b ? -1 : 1));
        inOrder.slice(0, -1).forEach(([, end], index) => {
          expect(end).toBe(addDays(inOrder[index + 1]?.[0] ?? '', -1));
        });
      }),
    );
  });
});

/** Registers indications one after the other and gives back the end of each by its beginning. */
function registered(incoming: readonly Looptijd[]): Record<string, string | null> {
  const register = new Map<string, Looptijd>();
  for (const nieuw of incoming) {
    const andere = [...register.values()];
    register.set(nieuw.ingangsdatum, { ...nieuw, einddatum: werkelijkeEinddatum(nieuw, andere) });
    for (const { indicatie: former, einddatum } of opgevolgdDoor(nieuw, andere)) {
      register.set(former.ingangsdatum, { ...former, einddatum });
    }
  }
  const ends = [...register].map(([begin, { einddatum }]): [string, string | null] => [begin, einddatum]);
  return Object.fromEntries<string | null>(ends);
}

describe('two indications that begin on the same day', () => {
  it('are refused by rule T9', () => {
    const same = indicatie('2024-01-01', { wlzIndicatieID: 'other' });
    expect(() => assertNietGelijktijdig(same, [first], ['indicatie'])).toThrow(RegelGeschonden);
  });

  it('are accepted when one of them was declared void', () => {
    const same = indicatie('2024-01-01', { wlzIndicatieID: 'other' });
    const isVoid = { ...first, vervaldatum: '2024-02-01' };
    expect(() => assertNietGelijktijdig(same, [isVoid], [])).not.toThrow();
    expect(() => assertNietGelijktijdig(isVoid, [same], [])).not.toThrow();
  });
});

describe('the newest decision', () => {
  it('is the one taken last, whenever it begins', () => {
    const takenLater = indicatie('2025-01-01', { afgiftedatum: '2025-07-01' });
    expect(isNieuwste(takenLater, [second])).toBe(true);
    expect(isNieuwste(second, [takenLater])).toBe(false);
  });

  it('is the one with the highest besluitnummer when all days are the same', () => {
    const next = indicatie('2024-01-01', { besluitnummer: 100000002 });
    expect(isNieuwste(next, [first])).toBe(true);
    expect(isNieuwste(first, [next])).toBe(false);
  });
});
