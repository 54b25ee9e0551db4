import { AMSTERDAM } from '../../platform/clock/index.js';
import { plusWerkdagen } from '../../platform/kalender/index.js';
import type { Taak, Taakresultaat, Taakrun } from '../../platform/scheduling/index.js';
import { termijnWerkdagen } from '../codelijst/index.js';
import type { OverbruggingService } from '../overbrugging/index.js';

const UITERLIJK = plusWerkdagen(
  'v.verzoekdatum',
  termijnWerkdagen('VERZOEK_BEOORDELEN', `'STANDAARD'`, 'v.verzoekdatum'),
);

/** The oldest request whose term went by, after the one that was done last; a checkpoint keeps a failing one from staying first. */
const VOLGENDE = `
  select v.verzoek_id as id, count(*) over ()::int as resterend
  from verzoek v
  where v.status = 'INGEDIEND' and v.verzoek_id > $1 and ${UITERLIJK} < $2
  order by v.verzoek_id limit 1`;

const BEGIN = '00000000-0000-0000-0000-000000000000';

/**
 * Does what silence means: a request that nobody judged within its term counts as accepted (OP037). Each one is a batch
 * of its own and is done once; a run that died goes on where it was. `geaccepteerd` counts the requests, `belemmerd`
 * those of them whose care could not be allocated and that stay in the werkvoorraad.
 */
export function termijnbewakingTaak(overbrugging: OverbruggingService): Taak {
  return {
    id: 'termijnbewaking',
    omschrijving: 'Accepteert verzoeken waarover het zorgkantoor te lang zweeg.',
    schema: { cron: '30 5 * * *', zone: AMSTERDAM },
    run: async (run: Taakrun): Promise<Taakresultaat> => {
      let vorige = typeof run.checkpoint?.['verzoek'] === 'string' ? run.checkpoint['verzoek'] : BEGIN;
      for (let klaar = false; !klaar;) {
        const { checkpoint, klaar: laatste } = await run.batch(async (tx) => {
          const [next] = await tx.query<{ id: string; resterend: number }>(VOLGENDE, [vorige, run.ctx.today]);
          if (next === undefined) return { klaar: true, checkpoint: { verzoek: vorige } };
          const gedaan = await overbrugging.acceptBySilence(run.ctx, tx, next.id);
          return {
            klaar: false,
            checkpoint: { verzoek: next.id },
            gedaan: 1,
            telling: {
              geaccepteerd: gedaan === null ? 0 : 1,
              belemmerd: gedaan === 'BELEMMERD' ? 1 : 0,
            },
          };
        });
        vorige = checkpoint.verzoek;
        klaar = laatste;
      }
      return { geaccepteerd: 0, belemmerd: 0, ...run.telling };
    },
  };
}
