import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { Planter, type PlantedAllocation } from '../wachtlijst/planter.js';
import { afgeleid, berekend } from './rechten.js';

const AGBS = ['99000001', '99000002', '99000003'];
const KANTOREN = ['5516', '5517'];

let database: TestDatabase;
let superuser: pg.Client;
let plant: Planter;
const planted: PlantedAllocation[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = new pg.Client({ connectionString: database.superuserUrl });
  await superuser.connect();
  plant = new Planter(superuser);
  await plant.zorgaanbieders(...AGBS);
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
});

/** One statement on some rows of the register; the triggers see it as one. */
type Stap = readonly [soort: string, welke: number, agb: string, kantoor: string, dag: number];

const stap: fc.Arbitrary<Stap> = fc.tuple(
  fc.constantFrom(
    'nieuw',
    'naast',
    'eindig',
    'ander',
    'kantoor',
    'rol',
    'rolweg',
    'alles',
    'terug',
    'indicatie',
  ),
  fc.nat(20),
  fc.constantFrom(...AGBS),
  fc.constantFrom(...KANTOREN),
  fc.integer({ min: 1, max: 28 }),
);

async function doe([soort, welke, agb, kantoor, dag]: Stap): Promise<void> {
  const at = planted[welke % Math.max(planted.length, 1)];
  if (soort === 'nieuw' || at === undefined) {
    planted.push(await plant.allocation({ instelling: agb, zorgkantoor: kantoor }));
    return;
  }
  const { bemiddelingID, bemiddelingspecificatieID, clientID } = at;
  const einde = `2026-12-${String(dag).padStart(2, '0')}`;
  const run = (sql: string, ...params: unknown[]): Promise<unknown> => superuser.query(sql, params);
  switch (soort) {
    case 'naast':
      await plant.allocation({ beside: at, instelling: agb, leveringsvorm: '6', soortToewijzing: '3' });
      return;
    case 'eindig':
      await run(
        `update bemiddelingspecificatie set toewijzing_einddatum = $2, versie = versie + 1 where bemiddelingspecificatie_id = $1`,
        bemiddelingspecificatieID,
        einde,
      );
      return;
    case 'ander':
      await run(
        `update bemiddelingspecificatie set instelling = case leveringsvorm when '2' then null else $2 end
         where bemiddelingspecificatie_id = $1`,
        bemiddelingspecificatieID,
        agb,
      );
      return;
    case 'kantoor':
      await run(
        `update bemiddeling set verantwoordelijk_zorgkantoor = $2 where bemiddeling_id = $1`,
        bemiddelingID,
        kantoor,
      );
      await run(
        `update bemiddelingspecificatie set uitvoerend_zorgkantoor = $2 where bemiddeling_id = $1`,
        bemiddelingID,
        kantoor === '5516' ? '5517' : '5516',
      );
      return;
    case 'rol':
      await run(
        `update regiehouder set instelling = $2, einddatum = $3 where bemiddeling_id = $1 and regierol = '2'`,
        bemiddelingID,
        agb,
        dag % 2 === 0 ? null : '2027-12-31',
      );
      return;
    case 'rolweg':
      await run(
        `with weg as (delete from regiehouder where bemiddeling_id = $1 returning *)
         insert into regiehouder select * from weg where false`,
        bemiddelingID,
      );
      return;
    case 'alles':
      await run(
        `insert into bemiddelingspecificatie select * from bemiddelingspecificatie where bemiddeling_id = $1
         on conflict (bemiddelingspecificatie_id) do update set toewijzing_ingangsdatum = '2026-02-01', instelling = $2`,
        bemiddelingID,
        agb,
      );
      return;
    case 'terug':
      await superuser.query('begin');
      await run(`update regiehouder set instelling = $2 where bemiddeling_id = $1`, bemiddelingID, agb);
      await superuser.query('rollback');
      return;
    default:
      await run(
        `update indicatie set initieel_verantwoordelijk_zorgkantoor = $2 where client_id = $1`,
        clientID,
        kantoor,
      );
      return;
  }
}

describe('the rights', () => {
  it('are what the register says, after whatever was done to it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stap, { minLength: 1, maxLength: 12 }), async (stappen) => {
        for (const een of stappen) {
          // A rule of the register may refuse a step: then nothing of it is there.
          await doe(een).catch(async (error: unknown) => {
            if (!(error instanceof pg.DatabaseError) || !['23514', '23P01'].includes(error.code ?? ''))
              throw error;
            await superuser.query('rollback');
          });
        }
        expect(await afgeleid(superuser)).toEqual(await berekend(superuser));
      }),
      { numRuns: 25 },
    );
    expect((await afgeleid(superuser)).length).toBeGreaterThan(20);
  });

  it('can be written by nobody but the triggers', async () => {
    const app = new pg.Client({ connectionString: database.url });
    await app.connect();
    try {
      for (const rol of [
        'zorgkantoor_schrijver',
        'zorgaanbieder_schrijver',
        'systeem_schrijver',
        'beheerder',
      ]) {
        for (const sql of ['delete from toegangsrecht', `update toegangsrecht set tot = 'infinity'`]) {
          await app.query('begin');
          await app.query(`set local role wlz_${rol}`);
          await expect(app.query(sql)).rejects.toThrow('permission denied');
          await app.query('rollback');
        }
      }
    } finally {
      await app.end();
    }
  });
});
