import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findVerschil } from '../../../src/modules/wachtlijst/verschil.queries.js';
import { Wachtlijstplaatsen } from '../../../src/modules/wachtlijst/index.js';
import { Levensloop, OPS, stap, type Stap, type Waarneming } from './levensloop.js';
import { openTestRegister, proces, type TestRegister } from './register.js';

const RUNS = 12;
let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
  await register.plant.zorgaanbieders('99000001');
});
afterAll(() => register.close());

/** Lives random lives and hands them over. */
async function always(
  judge: (loop: Levensloop, seen: readonly Waarneming[]) => Promise<void>,
): Promise<void> {
  const lives = fc.array(stap, { minLength: 4, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(lives, async (steps: Stap[]) => {
      const loop = await Levensloop.begin(register);
      const seen: Waarneming[] = [];
      for (const [index, step] of steps.entries()) {
        await loop.live(step);
        if (steps[index + 1]?.tegelijk !== true) seen.push(await loop.observe());
      }
      await judge(loop, seen);
    }),
    { numRuns: RUNS },
  );
}

describe('the waiting list through time, over random lives with backdated corrections', () => {
  it('as known at a moment is byte for byte what stood there at that moment, whatever came later', async () => {
    await always(async (loop, seen) => {
      for (const { moment, lists } of seen) {
        for (const op of OPS) expect(await loop.list({ op, zoalsBekendOp: moment })).toBe(lists[op]);
      }
    });
  });

  it('derived step by step is what all versions of the register give at once', async () => {
    let rows = 0;
    await always(async (loop) => {
      const kept = await loop.stored();
      rows += kept.length;
      const plaatsen = register.app.get(Wachtlijstplaatsen, { strict: false });
      await register.write(proces, (tx) => plaatsen.herleid(tx, loop.ids));
      expect(await loop.stored()).toEqual(kept);
    });
    // Lives in which nothing is ever accepted would show nothing.
    expect(rows).toBeGreaterThan(RUNS);
  });

  it('differs by moves that each have a cause, and by those that the two lists show', async () => {
    await always(async (loop, seen) => {
      for (const [index, { moment }] of seen.entries()) {
        const van = { op: OPS[index % OPS.length] ?? OPS[0], zoalsBekendOp: seen[0]?.moment ?? null };
        const naar = { op: OPS[(index + 1) % OPS.length] ?? OPS[0], zoalsBekendOp: moment };
        const vergelijking = { van, naar, filter: { inclusiefVoorzorg: true }, bewegingen: [] };
        const rows = await register.read(proces, (tx) => findVerschil(proces, tx, vergelijking, 100, null));
        expect(rows.filter(({ oorzaken }) => oorzaken.length === 0)).toEqual([]);
        expect(rows.map(({ soort, id }) => `${soort} ${id}`).sort()).toEqual(
          moves(await loop.order(van), await loop.order(naar)).sort(),
        );
      }
    });
  });
});

/** The moves between two lists of ids, worked out by hand. */
function moves(van: readonly string[], naar: readonly string[]): string[] {
  const [both, again] = [van.filter((id) => naar.includes(id)), naar.filter((id) => van.includes(id))];
  return [
    ...naar.filter((id) => !van.includes(id)).map((id) => `GEKOMEN ${id}`),
    ...van.filter((id) => !naar.includes(id)).map((id) => `VERTROKKEN ${id}`),
    ...both.filter((id) => again.indexOf(id) < both.indexOf(id)).map((id) => `GESTEGEN ${id}`),
    ...both.filter((id) => again.indexOf(id) > both.indexOf(id)).map((id) => `GEDAALD ${id}`),
  ];
}
