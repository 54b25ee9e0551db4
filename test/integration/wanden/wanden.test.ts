import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { grouped } from '../../../src/platform/collections/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { voorwerpen, type Voorwerp } from '../../wanden/catalogus.js';
import { geefBewijs, naamVan, type Baan, type Proef } from '../../wanden/proef.js';
import { PROEVEN } from '../../wanden/proeven.js';
import { Rijen } from '../../wanden/rijen.js';
import { metProeven, sloopEenVoorEen } from '../../wanden/sloop.js';

/** `npm run test:wanden` takes each of these things away and sees its proof, the same one, fail. */
let database: TestDatabase;
let baan: Baan;

beforeAll(async () => {
  database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  baan = { client, rijen: await Rijen.open(client) };
});
afterAll(async () => {
  await baan.client.end();
  await database.drop();
});

const perTabel = [...grouped(PROEVEN, ({ tabel }) => tabel)];

describe.each(perTabel)('%s', (_tabel, proeven) => {
  it.each(proeven.map((proef) => [naamVan(proef), proef] as const))('%s', async (_naam, proef) => {
    expect(await geefBewijs(baan, proef)).toEqual([]);
  });
});

describe('the list of proofs', () => {
  const inWoorden = (ding: Proef | Voorwerp): string =>
    ding.soort === 'policy' ? `${naamVan(ding)} ${ding.aard ?? ''}` : naamVan(ding);

  it('holds everything that guards the register once, and nothing else', async () => {
    const alles = await voorwerpen(baan.client);
    expect(PROEVEN.map(inWoorden).sort()).toEqual(alles.map(inWoorden).sort());
  });
});

describe('taking things away', () => {
  const een = async (woord: string, proeven: readonly Proef[]): Promise<readonly string[][]> => {
    const gezegd: string[][] = [];
    for await (const { bevindingen } of sloopEenVoorEen(baan.client, metProeven(baan, proeven), woord))
      gezegd.push([...bevindingen]);
    return gezegd;
  };

  it('is noticed by the proof of the thing', async () => {
    const gezegd = await een('client.zorgaanbieder_select', PROEVEN);
    expect(gezegd.map((bevindingen) => bevindingen.length > 0)).toEqual([true, true]);
  });

  it('is not noticed without a proof, by a proof that finds nothing, or by one that always finds something', async () => {
    const zegt = (bevindingen: string[]): Proef[] =>
      PROEVEN.map((proef) => ({ ...proef, bewijs: () => Promise.resolve(bevindingen) }));
    for (const proeven of [[], zegt([]), zegt(['altijd'])])
      expect(await een('client.client_bsn_uniek', proeven)).toEqual([[]]);
  });
});
