import { OPEN_END, addDays, holdsOn, maxDay, minDay, type Day } from '../../../platform/clock/index.js';
import { RegelGeschonden } from '../../../platform/errors/index.js';

/** Care that a client gets in a period under one allocation; a pgb counts from its first day. */
export interface Zorglijn {
  readonly bemiddelingspecificatieID: string;
  /** COD578. */
  readonly leveringsvorm: string;
  /** COD165. */
  readonly soortToewijzing: string;
  /** COD260. */
  readonly opname: string | null;
  readonly van: Day;
  readonly tot: Day | null;
}

const JA = '1';
const [REGULIER, OVERBRUGGING, ADMINISTRATIEF] = ['1', '3', '5'];

/** Forms of delivery (COD578) that may be given at the same time: beside each other form a pgb (OP318). */
const TOEGESTANE_PAREN: readonly (readonly [string, string])[] = [
  ['7', '2'],
  ['5', '2'],
  ['4', '2'],
  ['8', '2'],
];

/**
 * Rules T7 and W9 for care that begins: at most two forms at once and only in a pair that may go together, and one
 * admission at a time. One day of overlap is a transfer (OP324). A bridging line that still runs when the regular care
 * begins is no obstacle: it shows as a signal until its provider ends it. An administrative allocation keeps a room
 * free and is no second admission.
 * @param andere care of the same client under other allocations
 */
export function assertPastNaast(lijn: Zorglijn, andere: readonly Zorglijn[]): void {
  const beside = andere.filter((ander) => overlap(lijn, ander) !== null && !eindigtBijPlaatsing(lijn, ander));
  if (isOpname(lijn) && beside.some(isOpname)) {
    throw new RegelGeschonden('W9', 'OP324', 'De cliënt is in deze periode elders opgenomen.', [
      'ingangsdatum',
    ]);
  }
  for (const ander of beside) {
    const day = overlap(lijn, ander) ?? lijn.van;
    const running = beside.filter((one) => holdsOn(day, one.van, one.tot) && overlap(lijn, one) !== null);
    assertVormen(new Set([lijn, ander, ...running].map((one) => one.leveringsvorm)));
  }
}

function assertVormen(vormen: ReadonlySet<string>): void {
  if (vormen.size < 2) return;
  const passen = vormen.size === 2 && TOEGESTANE_PAREN.some((paar) => paar.every((vorm) => vormen.has(vorm)));
  if (passen) return;
  throw new RegelGeschonden(
    'T7',
    'OP318',
    'Deze leveringsvorm kan niet samengaan met de zorg die al geleverd wordt.',
    ['ingangsdatum'],
  );
}

function isOpname(lijn: Zorglijn): boolean {
  return lijn.opname === JA && lijn.soortToewijzing !== ADMINISTRATIEF;
}

/** Bridging that began before the regular care ends with it, also when that end has not been reported. */
function eindigtBijPlaatsing(a: Zorglijn, b: Zorglijn): boolean {
  const [brug, vast] = a.soortToewijzing === OVERBRUGGING ? [a, b] : [b, a];
  return (
    brug.soortToewijzing === OVERBRUGGING &&
    vast.soortToewijzing === REGULIER &&
    vast.leveringsvorm !== '2' &&
    brug.van <= vast.van
  );
}

/** First day on which both run, the day of transfer left out; null when there is none. */
function overlap(a: Zorglijn, b: Zorglijn): Day | null {
  const from = addDays(maxDay(a.van, b.van), 1);
  return minDay(a.tot ?? OPEN_END, b.tot ?? OPEN_END) >= from ? from : null;
}
