import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainEvents } from '../../../src/platform/events/index.js';
import { kantoor, openRegister, proces, TODAY, type Register } from '../overbrugging/register.js';
import type { PlantedAllocation } from '../wachtlijst/planter.js';

/** Tables in which a zorgkantoor reads its rows by their own column, with their key. */
const TABELLEN = {
  wachtlijstplaats: 'bemiddelingspecificatie_id',
  contactverplichting: 'contactverplichting_id',
} as const;
const KANTOREN = ['5516', '5517', '5518'];

let register: Register;
const planted: PlantedAllocation[] = [];

beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.close());

type Stap = readonly [
  soort: 'nieuw' | 'andere regio' | 'uitvoerder' | 'einde',
  welke: number,
  kantoor: string,
];
const stap: fc.Arbitrary<Stap> = fc.tuple(
  fc.constantFrom('nieuw', 'andere regio', 'uitvoerder', 'einde'),
  fc.nat(20),
  fc.constantFrom(...KANTOREN),
);

/** One change of the register, with the event by which everything that is derived follows it. */
async function doe([soort, welke, zorgkantoor]: Stap): Promise<void> {
  const at = planted[welke % Math.max(planted.length, 1)];
  if (soort === 'nieuw' || at === undefined) {
    planted.push(await register.wachtende({ zorgkantoor }));
    return;
  }
  const id = at.bemiddelingID;
  if (soort === 'andere regio')
    await register.sql(`update bemiddeling set verantwoordelijk_zorgkantoor = $2 where bemiddeling_id = $1`, [
      id,
      zorgkantoor,
    ]);
  else if (soort === 'uitvoerder')
    await register.sql(
      `update bemiddelingspecificatie set uitvoerend_zorgkantoor = $2 where bemiddeling_id = $1`,
      [id, zorgkantoor],
    );
  else
    await register.sql(
      `update bemiddelingspecificatie set toewijzing_einddatum = '2026-10-20' where bemiddeling_id = $1`,
      [id],
    );
  const bemiddelingspecificatieIDs = [at.bemiddelingspecificatieID];
  await register.unitOfWork.write(proces(), (tx) =>
    register.app
      .get(DomainEvents, { strict: false })
      .announce(proces(), tx, 'SpecificatiesGewijzigd', { bemiddelingspecificatieIDs }),
  );
}

async function gezien(tabel: keyof typeof TABELLEN, uzovi: string): Promise<string[]> {
  const ctx = kantoor(TODAY, uzovi);
  const rows = await register.read(ctx, (tx) =>
    tx.query<{ id: string }>(`select ${TABELLEN[tabel]} as id from ${tabel} order by 1`),
  );
  return rows.map(({ id }) => id);
}

async function volgensRechten(tabel: keyof typeof TABELLEN, uzovi: string): Promise<string[]> {
  const rows = await register.sql<{ id: string }>(
    `select ${TABELLEN[tabel]} as id from ${tabel} rij where exists (
       select from toegangsrecht_zorgkantoor recht
       where recht.bemiddeling_id = rij.bemiddeling_id and recht.zorgkantoor = $1) order by 1`,
    [uzovi],
  );
  return rows.map(({ id }) => id);
}

describe('a row that a zorgkantoor reads by the column of the row itself', () => {
  it('is one that the rights give it, after whatever was done', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(stap, { minLength: 1, maxLength: 6 }), async (stappen) => {
        for (const een of stappen) await doe(een);
        for (const tabel of ['wachtlijstplaats', 'contactverplichting'] as const) {
          for (const uzovi of KANTOREN) {
            const rows = await gezien(tabel, uzovi);
            expect([tabel, uzovi, rows]).toEqual([tabel, uzovi, await volgensRechten(tabel, uzovi)]);
            seen += rows.length;
          }
        }
      }),
      { numRuns: 15 },
    );
    expect(seen).toBeGreaterThan(50);
  }, 120_000);
});
