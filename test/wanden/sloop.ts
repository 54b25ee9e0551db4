import { voorwerpen, type Voorwerp } from './catalogus.js';
import { geefBewijs, naamVan, type Baan, type Proef } from './proef.js';

/** What came of taking one thing away, or of opening it wide. */
export interface Sloop {
  readonly voorwerp: Voorwerp;
  /** What was done to it. */
  readonly ingreep: string;
  /** What its proof said without it; nothing when nobody noticed. */
  readonly bevindingen: readonly string[];
}

/**
 * Takes every thing that the catalog holds away, one at a time, and gives the proof of that thing without it; each time
 * in a transaction that is given up. With `woord` only things with that word in their name. A proof must have succeeded with the thing in place, or its failure says nothing.
 */
export async function* sloopEenVoorEen(
  baan: Baan,
  proeven: readonly Proef[],
  woord = '',
): AsyncGenerator<Sloop> {
  const proefVan = new Map(proeven.map((proef) => [naamVan(proef), proef]));
  const alle = await voorwerpen(baan.client);
  for (const voorwerp of alle.filter((een) => naamVan(een).includes(woord))) {
    const proef = proefVan.get(naamVan(voorwerp));
    const vooraf = proef === undefined ? ['heeft geen proef'] : await geefBewijs(baan, proef);
    for (const ingreep of [voorwerp.sloop, ...voorwerp.verruimingen]) {
      const bevindingen =
        proef === undefined || vooraf.length > 0 ? [] : await geefBewijs(baan, proef, ingreep);
      yield { voorwerp, ingreep, bevindingen };
    }
  }
}
