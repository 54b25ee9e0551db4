import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { contactverplichting } from '../../../src/modules/contactbewaking/domain/contactplicht.js';
import { VERPLICHTINGSOORTEN } from '../../../src/modules/contactbewaking/domain/verplichting.js';
import { verplichtingen } from '../../../src/modules/contactbewaking/contactplicht.sql.js';
import { addDays, type Day } from '../../../src/platform/clock/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { histories } from './histories.js';
import { plant, plantGround, type Ground, type Planted } from './plant-histories.js';

/** Two leap days lie in it, and room for a year on either side of any change. */
const FIRST: Day = '2023-11-01';
const DAYS = 900;
const RUNS = 25;

let database: TestDatabase;
let client: pg.Client;
let ground: Ground;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  ground = await plantGround(client);
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

interface Question {
  readonly history: Planted;
  readonly dag: Day;
}

/** Days around which the answer changes, and picks from them that fast-check can shrink. */
function questions(planted: readonly Planted[], picks: readonly number[]): Question[] {
  return planted.flatMap((history) => {
    const edges = [
      ...history.rollen.flatMap(({ ingangsdatum, einddatum }) => [ingangsdatum, einddatum]),
      ...history.wachtsegmenten.flatMap(({ van, tot }) => [van, tot]),
      ...history.normen.flatMap(({ geldigVanaf, geldigTot }) => [geldigVanaf, geldigTot]),
      ...history.contacten.map(({ datum }) => datum),
    ].filter((day) => day !== null);
    const days = edges.flatMap((day) => [0, 1, 183, 184, 365, 366].map((later) => addDays(day, later)));
    const asked = new Set(picks.flatMap((pick) => days[pick % days.length] ?? []));
    return [...asked].map((dag) => ({ history, dag }));
  });
}

/** What the statement says of these histories on these days. */
async function bySql(asked: readonly Question[]): Promise<unknown[]> {
  const vraag = 'select * from unnest($1::uuid[], $2::date[]) as gevraagd (bemiddeling_id, dag)';
  const { rows } = await client.query<Record<string, unknown>>(
    `with ${verplichtingen(vraag)}
     select v.bemiddeling_id as bemiddeling, v.dag::text, v.soort, v.instelling, v.begin::text, v.max_dagen as "maxDagen",
       v.laatste_contact_id as "laatsteContact", v.laatste_contact_datum::text as "laatsteDatum",
       v.uiterlijk::text, v.status, v.dagen_te_laat as "dagenTeLaat", v.jaarnorm_gehaald as "jaarnormGehaald"
     from verplichting v
     order by v.bemiddeling_id, v.dag, v.soort`,
    [asked.map(({ history }) => history.bemiddelingID), asked.map(({ dag }) => dag)],
  );
  return rows;
}

/** What the pure function says of the same. */
function byFunction(asked: readonly Question[]): unknown[] {
  const key = (row: { bemiddeling: string; dag: Day; soort: string }): string =>
    `${row.bemiddeling} ${row.dag} ${row.soort}`;
  return asked
    .flatMap(({ history, dag }) => {
      const contacten = history.contacten.filter(({ ingetrokken }) => !ingetrokken);
      return VERPLICHTINGSOORTEN.flatMap((soort) => {
        const duty = contactverplichting(soort, dag, { ...history, contacten });
        if (duty === null) return [];
        const { laatsteContact, ...rest } = duty;
        const laatste = {
          laatsteContact: laatsteContact?.contactmomentID ?? null,
          laatsteDatum: laatsteContact?.datum ?? null,
        };
        return { bemiddeling: history.bemiddelingID, dag, ...rest, ...laatste };
      });
    })
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

describe('the contact duty as one statement', () => {
  it('says of random histories what the pure function says', async () => {
    let duties = 0;
    const picks = fc.array(fc.nat(10_000), { minLength: 25, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(histories(FIRST, DAYS), picks, async ({ normen, cases }, picked) => {
        await client.query('begin');
        try {
          const asked = questions(await plant(client, ground, cases, normen), picked);
          const expected = byFunction(asked);
          duties += expected.length;
          expect(await bySql(asked)).toEqual(expected);
        } finally {
          await client.query('rollback');
        }
      }),
      { numRuns: RUNS },
    );
    expect(duties).toBeGreaterThan(500);
  }, 120_000);
});
