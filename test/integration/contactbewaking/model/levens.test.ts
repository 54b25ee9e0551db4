import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Controle } from './controle.js';
import { levens } from './gebeurtenissen.js';
import { Wereld } from './wereld.js';

/** So many things happen; `npm run test:lang` sets more. */
const STEPS = Number(process.env['WLZ_TEST_STAPPEN'] ?? '500');
const PER_LIFE = 100;
const CLIENTS = 2;
const HOUR_MS = 3_600_000;

let wereld: Wereld;

beforeAll(async () => {
  wereld = await Wereld.open();
});

afterAll(() => wereld.close());

describe('after any sequence of events', () => {
  it(
    'there is one obligation for every living duty, none for a dead one, and the signals are those of the other code',
    async () => {
      let steps = 0;
      while (steps < STEPS) {
        await fc.assert(
          fc.asyncProperty(levens(Math.min(PER_LIFE, STEPS - steps)), async (life) => {
            await wereld.begin(CLIENTS);
            const controle = new Controle();
            await fc.asyncModelRun(() => ({ model: controle, real: wereld }), life);
            steps += controle.stappen;
          }),
          { numRuns: 1, endOnFailure: true },
        );
      }
      expect(steps).toBeGreaterThanOrEqual(STEPS);
    },
    HOUR_MS,
  );
});
