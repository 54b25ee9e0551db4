import { describe, expect, it } from '@jest/globals';
import type { Day } from '../../../platform/clock/index.js';
import {
  oorzaken,
  type Feitsoort,
  type Gebeurtenis,
  type Registratieversie,
  type Stand,
} from './oorzaken.js';

/** A fact as these tests have it: what counts for the list, and something that does not. */
interface Feit {
  readonly id: string;
  readonly status: string;
  readonly opmerking?: string;
  readonly van: Day | null;
  readonly tot: Day | null;
}

const moment = (n: number): string => `2026-06-01T00:00:00.00${n}Z`;
const stand = (op: Day, n: number): Stand => ({ op, bekend: moment(n) });
const DAY = '2026-06-10';

const feit = (over: Partial<Feit> = {}): Feit => ({
  id: 'f',
  status: '2',
  van: '2026-05-01',
  tot: null,
  ...over,
});
const versie = (inhoud: Feit, van: number, tot: number | null = null): Registratieversie => ({
  inhoud,
  bekendVan: moment(van),
  bekendTot: tot === null ? null : moment(tot),
  geregistreerdDoor: `door ${van}`,
});

const soort = (versies: readonly Registratieversie[], gebeurtenis?: Gebeurtenis): Feitsoort => ({
  versies,
  id: ({ id }: Feit) => id,
  telt: ({ status, van, tot }: Feit) => [status, van, tot],
  dagen: ({ van, tot }: Feit) => ({ van, tot }),
  gebeurtenis: (before: Feit | null, after: Feit) =>
    gebeurtenis ??
    (before === null ? 'WACHTSTATUS' : after.tot !== before.tot ? 'WACHTSTATUS_BEEINDIGD' : 'CORRECTIE'),
  opDag: () => ({ begin: 'WACHTSTATUS', einde: 'WACHTSTATUS_BEEINDIGD' }),
});

const told = (soorten: readonly Feitsoort[], van: Stand, naar: Stand): string[] =>
  oorzaken(soorten, van, naar).map(
    ({ gebeurtenis, registratieID, dag, doorVerloop, geregistreerdDoor }) =>
      `${gebeurtenis} ${registratieID} ${dag ?? '-'} ${geregistreerdDoor}${doorVerloop ? ' verloop' : ''}`,
  );

describe('a place differs because of', () => {
  it('nothing, when nothing came or went', () => {
    expect(told([soort([versie(feit(), 1)])], stand(DAY, 2), stand(DAY, 3))).toEqual([]);
  });

  it('what was registered between the two moments, the last of them included', () => {
    const one = soort([versie(feit(), 3)]);
    const registered = ['WACHTSTATUS f 2026-05-01 door 3'];
    expect(told([one], stand(DAY, 2), stand(DAY, 3))).toEqual(registered);
    expect(told([one], stand(DAY, 2), stand(DAY, 4))).toEqual(registered);
    expect(told([one], stand(DAY, 3), stand(DAY, 4))).toEqual([]);
    expect(told([one], stand(DAY, 1), stand(DAY, 2))).toEqual([]);
  });

  it('the same when one looks back', () => {
    expect(told([soort([versie(feit(), 3)])], stand(DAY, 4), stand(DAY, 2))).toEqual([
      'WACHTSTATUS f 2026-05-01 door 3',
    ]);
  });

  it('the correction of a fact, told once, whatever else was written beside it', () => {
    const versies = [
      versie(feit({ status: '3' }), 5),
      versie(feit(), 1, 3),
      versie(feit({ opmerking: 'anders gezegd' }), 3, 5),
    ];
    expect(told([soort(versies)], stand(DAY, 2), stand(DAY, 6))).toEqual(['CORRECTIE f 2026-05-01 door 5']);
    expect(told([soort(versies)], stand(DAY, 2), stand(DAY, 4))).toEqual([]);
  });

  it('nothing that was undone in between', () => {
    const versies = [versie(feit(), 1, 3), versie(feit({ status: '3' }), 3, 5), versie(feit(), 5)];
    expect(told([soort(versies)], stand(DAY, 2), stand(DAY, 6))).toEqual([]);
  });

  it('facts apart, by their ids', () => {
    const versies = [versie(feit({ id: 'een' }), 1), versie(feit({ id: 'twee' }), 3)];
    expect(told([soort(versies)], stand(DAY, 2), stand(DAY, 4))).toEqual([
      'WACHTSTATUS twee 2026-05-01 door 3',
    ]);
  });
});

describe('what was registered has as its day', () => {
  const days = { van: '2026-05-01', tot: '2026-05-31' };

  it.each<[Gebeurtenis, Day]>([
    ['WACHTSTATUS', '2026-05-01'],
    ['TOEWIJZING', '2026-05-01'],
    ['WACHTSTATUS_BEEINDIGD', '2026-05-31'],
    ['ZORG_BEEINDIGD', '2026-05-31'],
    ['OVERLIJDEN', '2026-05-31'],
  ])('%s: %s', (gebeurtenis, dag) => {
    const one = soort([versie(feit(days), 3)], gebeurtenis);
    expect(told([one], stand(DAY, 2), stand(DAY, 4))).toEqual([`${gebeurtenis} f ${dag} door 3`]);
  });

  it('its first, of an end that has no last', () => {
    const one = soort([versie(feit(), 3)], 'ZORG_BEEINDIGD');
    expect(told([one], stand(DAY, 2), stand(DAY, 4))).toEqual(['ZORG_BEEINDIGD f 2026-05-01 door 3']);
  });

  it('none, of what has no days', () => {
    const one = soort([versie(feit({ van: null }), 3)]);
    expect(told([one], stand(DAY, 2), stand(DAY, 4))).toEqual(['WACHTSTATUS f - door 3']);
  });
});

describe('what was known at both moments', () => {
  const known = (over: Partial<Feit>): Feitsoort[] => [soort([versie(feit(over), 1)])];
  const between = (from: Day, to: Day, over: Partial<Feit>): string[] =>
    told(known(over), stand(from, 2), stand(to, 3));

  it('begins on its first day', () => {
    const begun = ['WACHTSTATUS f 2026-06-05 door 1 verloop'];
    expect(between('2026-06-04', '2026-06-05', { van: '2026-06-05' })).toEqual(begun);
    expect(between('2026-06-01', '2026-06-10', { van: '2026-06-05' })).toEqual(begun);
    expect(between('2026-06-10', '2026-06-01', { van: '2026-06-05' })).toEqual(begun);
    expect(between('2026-06-05', '2026-06-10', { van: '2026-06-05' })).toEqual([]);
    expect(between('2026-06-01', '2026-06-04', { van: '2026-06-05' })).toEqual([]);
  });

  it('is over on the day after its last', () => {
    const over = ['WACHTSTATUS_BEEINDIGD f 2026-06-06 door 1 verloop'];
    expect(between('2026-06-05', '2026-06-06', { tot: '2026-06-05' })).toEqual(over);
    expect(between('2026-06-04', '2026-06-05', { tot: '2026-06-05' })).toEqual([]);
  });

  it('has no day that comes when it has no days', () => {
    expect(between('2026-06-01', '2026-06-10', { van: null })).toEqual([]);
  });

  it('is not told by its days when it was also changed', () => {
    const versies = [versie(feit({ van: '2026-06-05' }), 1, 3), versie(feit({ van: '2026-06-06' }), 3)];
    expect(told([soort(versies)], stand('2026-06-01', 2), stand(DAY, 4))).toEqual([
      'CORRECTIE f 2026-06-06 door 3',
    ]);
  });
});

describe('reasons are told', () => {
  const at = (id: string, n: number, gebeurtenis: Gebeurtenis): Feitsoort =>
    soort([versie(feit({ id }), n)], gebeurtenis);
  const order = (...soorten: Feitsoort[]): string[] =>
    oorzaken(soorten, stand(DAY, 1), stand(DAY, 9)).map(({ registratieID }) => registratieID);

  it('in the order in which they were registered', () => {
    expect(order(at('a', 5, 'AFSTEL'), at('b', 3, 'AFSTEL'), at('c', 4, 'AFSTEL'))).toEqual(['b', 'c', 'a']);
  });

  it('of one moment, the status that made way comes last', () => {
    expect(order(at('a', 3, 'WACHTSTATUS_BEEINDIGD'), at('b', 3, 'ZORG_BEGONNEN'))).toEqual(['b', 'a']);
    expect(order(at('b', 3, 'ZORG_BEGONNEN'), at('a', 3, 'WACHTSTATUS_BEEINDIGD'))).toEqual(['b', 'a']);
  });

  it('of one moment and one kind by their ids', () => {
    expect(order(at('b', 3, 'AFSTEL'), at('a', 3, 'AFSTEL'))).toEqual(['a', 'b']);
  });
});
