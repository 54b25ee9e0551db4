import { CLASSIFICATIES, type Wachtstatus } from './codes.js';
import { GISTEREN, type DagNummer } from './kalender.js';
import { type Random } from './random.js';
import { type Uitstelplan } from './traject.js';

/** How a row of waiting statuses should end, and what it may contain. */
export interface Wachtverloopwens {
  readonly van: DagNummer;
  /** Last day of the waiting; null when it still goes on. */
  readonly tot: DagNummer | null;
  readonly status: Wachtstatus;
  /** Only to say which classificatie the last status has; otherwise one that CS131 allows. */
  readonly classificatie?: string;
  /** False keeps status 3 out of the history, so that the row of 6/7/2 is unbroken. */
  readonly metVoorzorg?: boolean;
}

interface Stand {
  readonly status: Wachtstatus;
  readonly classificatie: string;
}

const NUMBER_OF_PERIODS: readonly (readonly [number, number])[] = [
  [1, 45],
  [2, 30],
  [3, 16],
  [4, 9],
];

/** Nobody changes a status within two weeks. */
const SHORTEST_PERIOD = 14;

/** What a status was likely before it became this one. */
const EARLIER: Readonly<Record<Wachtstatus, readonly (readonly [Wachtstatus, number])[]>> = {
  '6': [
    ['7', 60],
    ['2', 35],
    ['3', 5],
  ],
  '7': [
    ['2', 60],
    ['3', 20],
    ['6', 10],
    ['7', 10],
  ],
  '2': [
    ['7', 35],
    ['3', 40],
    ['2', 25],
  ],
  '3': [
    ['2', 70],
    ['7', 20],
    ['3', 10],
  ],
};

function pickEarlier(random: Random, later: Stand, metVoorzorg: boolean): Stand {
  const status = random.weighted(EARLIER[later.status].filter(([one]) => metVoorzorg || one !== '3'));
  const others = CLASSIFICATIES[status].filter(
    (one) => status !== later.status || one !== later.classificatie,
  );
  return { status, classificatie: random.pick(others) };
}

/** Successive Uitstelperioden without a gap or an overlap; the last has the wished status. */
export function designWachtverloop(random: Random, wens: Wachtverloopwens): readonly Uitstelplan[] {
  const last = wens.tot ?? GISTEREN;
  const length = last - wens.van + 1;
  const count = Math.max(
    1,
    Math.min(random.weighted(NUMBER_OF_PERIODS), Math.floor(length / (2 * SHORTEST_PERIOD))),
  );

  const standen: Stand[] = [
    { status: wens.status, classificatie: wens.classificatie ?? random.pick(CLASSIFICATIES[wens.status]) },
  ];
  for (let later = standen[0]; later !== undefined && standen.length < count; later = standen[0]) {
    standen.unshift(pickEarlier(random, later, wens.metVoorzorg ?? true));
  }

  const step = Math.floor(length / count);
  const starts = standen.map((_, index) =>
    index === 0 ? wens.van : wens.van + index * step + random.int(0, Math.floor(step / 2) - 1),
  );
  return standen.map((stand, index) => {
    const next = starts[index + 1];
    return { ...stand, van: starts[index] ?? wens.van, tot: next === undefined ? wens.tot : next - 1 };
  });
}
