import type { Day } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';

/** The classes of records that have a term of their own. */
export const KLASSEN = ['CLIENTDOSSIER', 'LOGREGEL', 'BERICHT', 'TAAKRUN'] as const;
export type Klasse = (typeof KLASSEN)[number];

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

/** Before which day records of this class may go; null without a decided term, or under a hold of the whole class. */
export async function grensVan(tx: Tx, klasse: Klasse, vandaag: Day): Promise<Day | null> {
  const [termijn] = await tx.query<{ voor: Day }>(
    `select ($2::date - make_interval(months => t.termijn_maanden))::date as voor
     from bewaartermijn t
     where t.klasse = $1 and t.termijn_maanden is not null and daterange(t.geldig_vanaf, t.geldig_tot, '[]') @> $2::date
       and not exists (select from bewaarstop h
         where h.client_id is null and coalesce(h.klasse, t.klasse) = t.klasse
           and daterange(h.ingangsdatum, h.einddatum, '[]') @> $2::date)`,
    [klasse, vandaag],
  );
  return termijn?.voor ?? null;
}

/** How many records of this class would go. */
export async function telWeg(tx: Tx, klasse: Klasse, vandaag: Day): Promise<number> {
  const voor = await grensVan(tx, klasse, vandaag);
  if (voor === null) return 0;
  const [row] = await tx.query<{ aantal: number }>(TELLING[klasse], [voor, vandaag]);
  return row?.aantal ?? 0;
}
