import { AMSTERDAM } from '../../platform/clock/index.js';
import type { Taak, Taakresultaat, Taakrun } from '../../platform/scheduling/index.js';
import { KLASSEN, telWeg } from './bewaartermijnen.js';

/**
 * Counts what would go if records were removed when their term is over, and removes nothing. A class without a decided
 * term, or under a hold, counts none.
 */
export const bewaartermijnenTaak: Taak = {
  id: 'bewaartermijnen',
  omschrijving: 'Telt wat volgens de bewaartermijnen weg zou mogen. Er wordt niets verwijderd.',
  schema: { cron: '0 3 * * 0', zone: AMSTERDAM, inhalen: 'LAATSTE' },
  run: async (run: Taakrun): Promise<Taakresultaat> => {
    for (let nummer = Number(run.checkpoint?.['klaar'] ?? 0); nummer < KLASSEN.length; nummer += 1) {
      const klasse = KLASSEN[nummer];
      if (klasse === undefined) break;
      await run.batch(async (tx) => ({
        checkpoint: { klaar: nummer + 1 },
        gedaan: 1,
        totaal: KLASSEN.length,
        telling: { [klasse.toLowerCase()]: await telWeg(tx, klasse, run.ctx.today) },
      }));
    }
    return run.telling;
  },
};
