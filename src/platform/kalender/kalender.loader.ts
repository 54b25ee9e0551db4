import { addDays, daysBetween, type Day } from '../clock/index.js';
import { KALENDERVERSIE, vrijeDagen } from './vrije-dagen.js';
import { isWerkdag } from './werkdagen.js';

/** What the owner of the schema runs SQL with: a `pg` client. */
export interface SqlClient {
  query(sql: string, parameters?: unknown[]): Promise<{ readonly rows: unknown[] }>;
}

/** The days the table holds; a term that begins before the first day is counted from it. */
export const EERSTE_KALENDERDAG: Day = '2010-01-01';
export const LAATSTE_KALENDERDAG: Day = '2059-12-31';

interface Kalenderdag {
  readonly dag: Day;
  readonly werkdag: boolean;
  /** Werkdagen from the first day of the table up to and including this one. */
  readonly nummer: number;
  readonly naam: string | null;
}

/**
 * Brings the calendar of this release into the database; run by the owner of the schema at every start. A calendar that
 * is there already in this version and in full is left alone.
 */
export async function loadKalender(client: SqlClient): Promise<void> {
  const days = daysBetween(EERSTE_KALENDERDAG, LAATSTE_KALENDERDAG) + 1;
  const { rows } = await client.query(
    `select from kalenderdag having count(*) = $1::int and min(versie) = $2::text and max(versie) = $2::text`,
    [days, KALENDERVERSIE],
  );
  if (rows.length > 0) return;
  await client.query(
    `with weg as (
       delete from kalenderdag where not dag between $3::date and $4::date
     )
     insert into kalenderdag (dag, werkdag, nummer, naam, versie)
     select dag, werkdag, nummer, naam, $2::text
     from jsonb_to_recordset($1::jsonb) as r (dag date, werkdag boolean, nummer integer, naam text)
     on conflict (dag) do update set werkdag = excluded.werkdag, nummer = excluded.nummer, naam = excluded.naam,
       versie = excluded.versie`,
    [JSON.stringify(kalenderdagen()), KALENDERVERSIE, EERSTE_KALENDERDAG, LAATSTE_KALENDERDAG],
  );
}

function kalenderdagen(): Kalenderdag[] {
  const dagen: Kalenderdag[] = [];
  let nummer = 0;
  for (let dag = EERSTE_KALENDERDAG; dag <= LAATSTE_KALENDERDAG; dag = addDays(dag, 1)) {
    const werkdag = isWerkdag(dag);
    if (werkdag) nummer += 1;
    dagen.push({ dag, werkdag, nummer, naam: vrijeDagen(Number(dag.slice(0, 4))).get(dag) ?? null });
  }
  return dagen;
}
