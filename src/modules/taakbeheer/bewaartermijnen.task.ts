import { AMSTERDAM, type Day } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Taak, Taakresultaat, Taakrun } from '../../platform/scheduling/index.js';

/** The classes of records that have a term of their own. */
const KLASSEN = ['CLIENTDOSSIER', 'LOGREGEL', 'BERICHT', 'TAAKRUN'] as const;
type Klasse = (typeof KLASSEN)[number];

/**
 * How many records of a class ended before a day ($1) and are not held back on the day of the run ($2). A client's
 * record ends with the death, or when no indication or allocation runs any more; what we came to know later than that
 * day does not go either.
 */
const TELLING: Readonly<Record<Klasse, string>> = {
  CLIENTDOSSIER: `
    select count(*)::int as aantal from client c
    where c.geregistreerd_op < $1::date
      and (c.overlijdensdatum < $1::date or (
        exists (select from indicatie i where i.client_id = c.client_id)
        and not exists (select from indicatie i
          where i.client_id = c.client_id and (i.einddatum is null or i.einddatum >= $1::date))
        and not exists (select from bemiddeling b join bemiddelingspecificatie s on s.bemiddeling_id = b.bemiddeling_id
          where b.client_id = c.client_id and (s.toewijzing_einddatum is null or s.toewijzing_einddatum >= $1::date))))
      and not exists (select from bewaarstop h
        where h.client_id = c.client_id and daterange(h.ingangsdatum, h.einddatum, '[]') @> $2::date)`,
  LOGREGEL: `select tel_logregels($1::date)::int as aantal where $2::date is not null`,
  BERICHT: `
    select count(*)::int as aantal from bericht
    where coalesce(verzonden_op, opgegeven_op) < $1::date and status <> 'WACHT' and $2::date is not null`,
  TAAKRUN: `select count(*)::int as aantal from taakrun where klaar_op < $1::date and $2::date is not null`,
};

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

async function telWeg(tx: Tx, klasse: Klasse, vandaag: Day): Promise<number> {
  const [termijn] = await tx.query<{ voor: Day }>(
    `select ($2::date - make_interval(months => t.termijn_maanden))::date as voor
     from bewaartermijn t
     where t.klasse = $1 and t.termijn_maanden is not null and daterange(t.geldig_vanaf, t.geldig_tot, '[]') @> $2::date
       and not exists (select from bewaarstop h
         where h.client_id is null and coalesce(h.klasse, t.klasse) = t.klasse
           and daterange(h.ingangsdatum, h.einddatum, '[]') @> $2::date)`,
    [klasse, vandaag],
  );
  if (termijn === undefined) return 0;
  const [row] = await tx.query<{ aantal: number }>(TELLING[klasse], [termijn.voor, vandaag]);
  return row?.aantal ?? 0;
}
