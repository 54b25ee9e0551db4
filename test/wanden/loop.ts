import pg from 'pg';
import { grouped } from '../../src/platform/collections/index.js';
import { createTestDatabase } from '../support/database.js';
import { naamVan } from './proef.js';
import { PROEVEN } from './proeven.js';
import { Rijen } from './rijen.js';
import { metProeven, metTests, sloopEenVoorEen, type Sloop } from './sloop.js';

const zeg = (tekst: string): void => void process.stdout.write(`${tekst}\n`);

/**
 * Takes down what has this word in its name, or all of it; asks the proofs, or the tests with these paths.
 * @returns the exit code: 1 when something was not missed
 */
export async function main(woord = '', paden: readonly string[] = []): Promise<number> {
  const begin = performance.now();
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  try {
    const baan = { client, rijen: await Rijen.open(client) };
    const wie = paden.length === 0 ? metProeven(baan, PROEVEN) : metTests(paden);
    const slopen = await alleSlopen(sloopEenVoorEen(client, wie, woord), paden.length === 0 ? 100 : 1);
    const overlevers = slopen.filter(({ bevindingen }) => bevindingen.length === 0);
    for (const regel of telling(slopen)) zeg(regel);
    for (const { voorwerp, ingreep } of overlevers) zeg(`NIET GEMIST  ${naamVan(voorwerp)}  (${ingreep})`);
    const seconden = Math.round((performance.now() - begin) / 1000);
    zeg(`${slopen.length} ingrepen in ${seconden} s, ${overlevers.length} niet gemist`);
    return overlevers.length === 0 && slopen.length > 0 ? 0 : 1;
  } finally {
    await client.end();
    await database.drop();
  }
}

/** Says after every so many how far it is, and what came of the last one. */
async function alleSlopen(stroom: AsyncIterable<Sloop>, elke: number): Promise<Sloop[]> {
  const slopen: Sloop[] = [];
  for await (const sloop of stroom) {
    slopen.push(sloop);
    const gemist = sloop.bevindingen.length > 0 ? 'gemist' : 'NIET GEMIST';
    if (slopen.length % elke === 0) process.stderr.write(`${slopen.length}: ${sloop.ingreep}: ${gemist}\n`);
  }
  return slopen;
}

/** A line per kind of thing and per way to take it down. */
function telling(slopen: readonly Sloop[]): string[] {
  const perSoort = grouped(slopen, ({ voorwerp, ingreep }) =>
    ingreep === voorwerp.sloop ? `${voorwerp.soort} weg` : `${voorwerp.soort} verruimd`,
  );
  return [...perSoort].map(([soort, deze]) => {
    const gemist = deze.filter(({ bevindingen }) => bevindingen.length > 0).length;
    return `${soort.padEnd(20)} ${String(gemist).padStart(4)} van ${String(deze.length).padStart(4)} gemist`;
  });
}
