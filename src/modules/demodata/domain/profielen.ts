import { type Sector } from './codes.js';
import { type Random } from './random.js';

/** A care profile that can be indicated today, with what follows from it. */
export interface Profiel {
  readonly zzpCode: string;
  readonly sector: Sector;
  /** COD736. */
  readonly grondslagen: readonly string[];
  /** In years, both ends included. */
  readonly leeftijd: readonly [number, number];
  /** False for the profiles that only a contracted institution may deliver (T8). */
  readonly magThuis: boolean;
  /** False for the profiles that exclude a persoonsgebonden budget (T8). */
  readonly magPgb: boolean;
  /** The longest validity of the indication in days, or null for an indication without an end. */
  readonly maxDagen: number | null;
}

const DRIE_JAAR = 3 * 365;
const OUD = [70, 98] as const;
const VOLWASSEN = [19, 74] as const;

function profielen(
  sector: Sector,
  codes: readonly string[],
  grondslagen: readonly string[],
  leeftijd: readonly [number, number],
): readonly Profiel[] {
  return codes.map((zzpCode) => ({
    zzpCode,
    sector,
    grondslagen,
    leeftijd,
    magThuis: true,
    magPgb: true,
    maxDagen: null,
  }));
}

function tijdelijkInInstelling(list: readonly Profiel[]): readonly Profiel[] {
  return list.map((one) => ({ ...one, magThuis: false, magPgb: false, maxDagen: DRIE_JAAR }));
}

const PROFIELEN: Readonly<Record<Sector, readonly Profiel[]>> = {
  VV: [
    ...profielen('VV', ['753', '755', '757'], ['01'], OUD),
    ...profielen('VV', ['754', '756'], ['02'], OUD),
    ...profielen('VV', ['755', '756'], ['02', '01'], OUD),
  ],
  GHZ: [
    ...profielen('GHZ', ['804', '806', '808', '810', '812', '814'], ['05'], VOLWASSEN),
    ...profielen('GHZ', ['822', '826', '828', '830', '832'], ['04'], VOLWASSEN),
    ...profielen('GHZ', ['842', '844', '846', '848', '852', '854', '856'], ['06'], VOLWASSEN),
    ...tijdelijkInInstelling(profielen('GHZ', ['780', '781', '782', '783', '784'], ['05'], [18, 20])),
  ],
  GGZ: [
    ...profielen('GGZ', ['880', '882', '884', '886'], ['03'], VOLWASSEN),
    ...profielen('GGZ', ['888'], ['03'], VOLWASSEN).map((one) => ({ ...one, magPgb: false })),
    ...tijdelijkInInstelling(profielen('GGZ', ['766', '864'], ['03'], VOLWASSEN)),
  ],
};

const SECTOR_WEIGHTS: readonly (readonly [Sector, number])[] = [
  ['VV', 80],
  ['GHZ', 13],
  ['GGZ', 7],
];

export interface Profielwens {
  readonly sectoren?: readonly Sector[];
  readonly thuis?: boolean;
  readonly pgb?: boolean;
}

/** A profile that allows what is wished: a sector, care at home, a persoonsgebonden budget. */
export function pickProfiel(random: Random, wens: Profielwens = {}): Profiel {
  const sector = random.weighted(
    SECTOR_WEIGHTS.filter(([one]) => wens.sectoren === undefined || wens.sectoren.includes(one)),
  );
  return random.pick(
    PROFIELEN[sector].filter(
      (one) => (wens.thuis !== true || one.magThuis) && (wens.pgb !== true || one.magPgb),
    ),
  );
}
