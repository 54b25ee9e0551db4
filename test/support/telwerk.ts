import { AMSTERDAM } from '../../src/platform/clock/index.js';
import type { Taak } from '../../src/platform/scheduling/index.js';

/** Numbers that a run counts, and how many of them in a batch. */
export const TELWERK = { totaal: 24, perBatch: 3, secondenPerBatch: 0.15 } as const;

/** Table of what was counted. Nothing in it stops a number from being counted twice. */
export const TELWERK_TABEL = `
  create table telwerk (volgnummer bigint generated always as identity, dag date not null, nummer integer not null);
  grant select, insert on telwerk to wlz_schrijver`;

/** Counts from 1 to the last number of the day, slowly, so that a test can interfere anywhere. */
export const telwerk: Taak = {
  id: 'telwerk',
  omschrijving: 'Telt, om te kunnen natellen.',
  schema: { cron: '30 2 * * *', zone: AMSTERDAM },
  run: async (run) => {
    const { totaal, perBatch, secondenPerBatch } = TELWERK;
    for (let na = Number(run.checkpoint?.na ?? 0); na < totaal; na += perBatch) {
      await run.batch(async (tx) => {
        await tx.query('insert into telwerk (dag, nummer) select $1, generate_series($2::int, $3)', [
          run.ctx.today,
          na + 1,
          na + perBatch,
        ]);
        await tx.query('select pg_sleep($1)', [secondenPerBatch]);
        await tx.query('select 1');
        return { checkpoint: { na: na + perBatch }, gedaan: perBatch, totaal, telling: { geteld: perBatch } };
      });
    }
    return run.telling;
  },
};
