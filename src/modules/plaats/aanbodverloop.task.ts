import { AMSTERDAM } from '../../platform/clock/index.js';
import type { Taak, Taakresultaat, Taakrun } from '../../platform/scheduling/index.js';
import type { Aanbodverloop } from './aanbodverloop.js';

/** Offers per transaction. */
const SET = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Records which offers lapsed, became care, or came to an end with the care or the allocation, and so frees their
 * places. Only a matter of showing it: every decision on a place works this out for itself.
 */
export function aanbodverloopTaak(verloop: Aanbodverloop): Taak {
  return {
    id: 'aanbodverloop',
    omschrijving: 'Laat onbeantwoorde aanbiedingen vervallen en geeft plaatsen vrij.',
    schema: { cron: '10 0 * * *', zone: AMSTERDAM },
    run: async (run: Taakrun): Promise<Taakresultaat> => {
      let after = typeof run.checkpoint?.na === 'string' ? run.checkpoint.na : BEFORE_ALL;
      for (let busy = true; busy;) {
        const { checkpoint, gedaan } = await run.batch(async (tx) => {
          const rows = await tx.query<{ id: string }>(
            `select aanbod_id as id from aanbod
             where status in ('AANGEBODEN','AANVAARD','IN_ZORG') and aanbod_id > $1 order by aanbod_id limit ${SET}`,
            [after],
          );
          const aanbodIDs = rows.map(({ id }) => id);
          const telling = await verloop.settle(run.ctx, tx, { aanbodIDs });
          return {
            checkpoint: { na: aanbodIDs.at(-1) ?? after },
            gedaan: aanbodIDs.length,
            telling: {
              vervallen: telling.VERVALLEN ?? 0,
              ingetrokken: telling.INGETROKKEN ?? 0,
              inZorg: telling.IN_ZORG ?? 0,
              beeindigd: telling.BEEINDIGD ?? 0,
            },
          };
        });
        after = checkpoint.na;
        busy = gedaan === SET;
      }
      return run.telling;
    },
  };
}
