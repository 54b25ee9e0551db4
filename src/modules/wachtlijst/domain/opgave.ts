import { assertGeschiedenis, type Verteld } from './geschiedenis.js';
import { assertAfstel, assertLeveringperiode, assertUitstelperiode } from './melding.js';
import type { Maatstaf } from './grenzen.js';
import type { Afstel, Bron, Leveringperiode, Traject, Uitstelperiode } from './traject.js';

/** All that a provider holds on one allocation, as its file gives it. */
export interface Opgave {
  readonly uitstelperioden: readonly Omit<Uitstelperiode, 'bron' | 'redenHandmatig'>[];
  readonly leveringperioden: readonly Leveringperiode[];
  readonly afstel: Afstel | null;
}

/** What an Opgave brings: the allocation after it, and the care that is new or changed in it. */
export interface Verwerkt {
  readonly traject: Traject;
  readonly zorg: readonly Leveringperiode[];
}

/**
 * Takes a provider's whole statement in: what it names is added or corrected, what it does not name stays (another may
 * have reported it). Only what is new or different is judged.
 * @param bronVan whose word a status is that begins on a day
 * @returns null when the statement says nothing new
 * @throws DomainError
 */
export function takeIn(
  traject: Traject,
  opgave: Opgave,
  maatstaf: Maatstaf,
  bronVan: (uitstelperiode: Opgave['uitstelperioden'][number]) => Bron,
): Verwerkt | null {
  const { specificatie } = traject;
  const uitstel = merged(
    traject.uitstelperioden,
    opgave.uitstelperioden,
    ({ uitstelperiodeID }) => uitstelperiodeID,
    (periode, vorige): Uitstelperiode => ({
      ...periode,
      bron: vorige === undefined || vorige.bron === 'ZORGKANTOOR' ? bronVan(periode) : vorige.bron,
      redenHandmatig: null,
    }),
  );
  const zorg = merged(
    traject.leveringperioden,
    opgave.leveringperioden,
    ({ leveringperiodeID }) => leveringperiodeID,
    (periode): Leveringperiode => periode,
  );
  const afstel = merged(
    traject.afstel === null ? [] : [traject.afstel],
    opgave.afstel === null ? [] : [opgave.afstel],
    ({ afstelID }) => afstelID,
    (one): Afstel => one,
  );
  if (uitstel.changed.length + zorg.changed.length + afstel.changed.length === 0) return null;
  for (const periode of uitstel.changed) assertUitstelperiode(specificatie, periode, maatstaf);
  for (const periode of zorg.changed) assertLeveringperiode(specificatie, periode, maatstaf);
  for (const one of afstel.changed) assertAfstel(specificatie, one, maatstaf);
  const after: Traject = {
    ...traject,
    uitstelperioden: uitstel.all,
    leveringperioden: zorg.all,
    afstel: afstel.all.at(-1) ?? null,
  };
  assertGeschiedenis(after, verteldIn(uitstel.changed, zorg.changed, afstel.changed));
  return { traject: after, zorg: zorg.changed };
}

/** What the statement tells that is new or different, and the list of the record that the first of it stands in. */
function verteldIn(
  uitstel: readonly Uitstelperiode[],
  zorg: readonly Leveringperiode[],
  afstel: readonly Afstel[],
): Verteld {
  const veld = uitstel.length > 0 ? 'uitstelperiodes' : zorg.length > 0 ? 'leveringperiodes' : 'afstel';
  const ids = [
    ...uitstel.map(({ uitstelperiodeID }) => uitstelperiodeID),
    ...zorg.map(({ leveringperiodeID }) => leveringperiodeID),
    ...afstel.map(({ afstelID }) => afstelID),
  ];
  return { ids: new Set(ids), pad: [veld] };
}

/** Known rows first, each as the statement has it when it names it; then the new ones. */
function merged<Known extends Given, Given extends object>(
  known: readonly Known[],
  given: readonly Given[],
  keyOf: (row: Given) => string,
  complete: (row: Given, former: Known | undefined) => Known,
): { all: Known[]; changed: Known[] } {
  const all = new Map(known.map((row) => [keyOf(row), row]));
  const changed: Known[] = [];
  for (const row of given) {
    const former = all.get(keyOf(row));
    if (former !== undefined && says(former, row)) continue;
    const now = complete(row, former);
    all.set(keyOf(row), now);
    changed.push(now);
  }
  return { all: [...all.values()], changed };
}

/** True when the known row says everything that the given one says. */
function says<Given extends object>(known: Given, given: Given): boolean {
  return (Object.keys(given) as (keyof Given)[]).every((field) => known[field] === given[field]);
}
