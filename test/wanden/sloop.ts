import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type pg from 'pg';
import { voorwerpen, type Voorwerp } from './catalogus.js';
import { geefBewijs, naamVan, type Baan, type Proef } from './proef.js';

/** What came of taking one thing away, or of opening it wide. */
export interface Sloop {
  readonly voorwerp: Voorwerp;
  /** What was done to it. */
  readonly ingreep: string;
  /** What was said of a register without it; nothing when nobody noticed. */
  readonly bevindingen: readonly string[];
}

/** Looks at the register after something was done to one thing, and says what it finds wrong. */
export type Opmerker = (voorwerp: Voorwerp, ingreep: string) => Promise<readonly string[]>;

/** Takes every thing that the catalog holds away, one at a time; with `woord` those with that word in their name. */
export async function* sloopEenVoorEen(
  client: pg.Client,
  opmerker: Opmerker,
  woord = '',
): AsyncGenerator<Sloop> {
  const alle = await voorwerpen(client);
  for (const voorwerp of alle.filter((een) => naamVan(een).includes(woord)))
    for (const ingreep of [voorwerp.sloop, ...voorwerp.verruimingen])
      yield { voorwerp, ingreep, bevindingen: await opmerker(voorwerp, ingreep) };
}

/**
 * The proof of the thing itself, given in the transaction in which the thing is taken away; all of it is given up. A
 * proof that fails with the thing in place as well says nothing about the thing.
 */
export function metProeven(baan: Baan, proeven: readonly Proef[]): Opmerker {
  const proefVan = new Map(proeven.map((proef) => [naamVan(proef), proef]));
  return async (voorwerp, ingreep) => {
    const proef = proefVan.get(naamVan(voorwerp));
    if (proef === undefined || (await geefBewijs(baan, proef)).length > 0) return [];
    return geefBewijs(baan, proef, ingreep);
  };
}

/** The tests with these paths, on databases without the thing. */
export function metTests(paden: readonly string[]): Opmerker {
  return async (_voorwerp, ingreep) => {
    const env = { ...process.env, WLZ_TEST_SLOOP: ingreep };
    const npm = spawn('npm', ['run', '-s', 'jest', '--', '--bail', ...paden], { env, stdio: 'ignore' });
    const [code] = (await once(npm, 'exit')) as [number | null];
    return code === 0 ? [] : ['een test is rood'];
  };
}
