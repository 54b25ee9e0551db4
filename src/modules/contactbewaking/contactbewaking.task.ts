import { AMSTERDAM, type Day } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Taak, Taakresultaat, Taakrun } from '../../platform/scheduling/index.js';
import { verplichtingen } from './contactplicht.sql.js';

/**
 * Records on which duties the due date went by. A transition is recorded once per duty and due date; a signal that
 * proves wrong by what became known later is withdrawn, and reinstated when it proves right after all.
 * `nieuw` counts what this run recorded or reinstated, `ingetrokken` what it withdrew. Nothing else writes signals.
 */
export const contactbewakingTaak: Taak = {
  id: 'contactbewaking',
  omschrijving: 'Legt vast welke contactverplichtingen over hun uiterlijke datum gingen.',
  schema: { cron: '0 6 * * *', zone: AMSTERDAM },
  run: async (run: Taakrun): Promise<Taakresultaat> => {
    await run.batch(async (tx) => {
      const ingetrokken = await withdrawSignals(tx, run.ctx.today);
      const nieuw = await recordSignals(tx, run.ctx.today);
      for (const clientID of nieuw) tx.changed(clientID, 'C');
      for (const clientID of ingetrokken) tx.changed(clientID, 'U');
      return { telling: { nieuw: nieuw.length, ingetrokken: ingetrokken.length } };
    });
    return run.telling;
  },
};

/** @returns the client of each transition that was recorded or reinstated */
function recordSignals(tx: Tx, dag: Day): Promise<string[]> {
  const vraag = `
    select bemiddeling_id, $1::date as dag from wachtlijstplaats where van <= $1 and (tot is null or tot >= $1)`;
  return clientsOf(
    tx,
    `with ${verplichtingen(vraag)},
     gewijzigd as (
       insert into contactsignaal as s (bemiddeling_id, soort, uiterlijk, vastgesteld_op, geregistreerd_op)
       select v.bemiddeling_id, v.soort, v.uiterlijk, v.dag, app_nu() from verplichting v where v.status = 'TE_LAAT'
       on conflict (bemiddeling_id, soort, uiterlijk) do update
         set ingetrokken_op = null, vastgesteld_op = excluded.vastgesteld_op, geregistreerd_op = excluded.geregistreerd_op
         where s.ingetrokken_op is not null
       returning s.bemiddeling_id
     )`,
    dag,
  );
}

/**
 * A signal stands as long as the duty, with today's knowledge, is late with that very due date on the day after it, or
 * on the day on which the signal was recorded (a norm that was tightened makes a duty late at once), or now.
 * @returns the client of each signal that was withdrawn
 */
function withdrawSignals(tx: Tx, dag: Day): Promise<string[]> {
  const vraag = `
    select s.bemiddeling_id, toets.dag
    from contactsignaal s
    cross join lateral (values (s.uiterlijk + 1), (s.vastgesteld_op), ($1::date)) as toets (dag)
    where s.ingetrokken_op is null and s.vastgesteld_op <= $1`;
  return clientsOf(
    tx,
    `with ${verplichtingen(vraag)},
     -- One pass over duties and signals side by side; a join would judge the duties anew for every signal as long as the
     -- planner takes the table for small.
     weg as (
       select bemiddeling_id, soort, uiterlijk
       from (
         select bemiddeling_id, soort, uiterlijk, vastgesteld_op, null::date as te_laat_op from contactsignaal
         where ingetrokken_op is null and vastgesteld_op <= $1
         union all
         select bemiddeling_id, soort, uiterlijk, null, dag from verplichting where status = 'TE_LAAT'
       ) as naast
       group by bemiddeling_id, soort, uiterlijk
       having max(vastgesteld_op) is not null
         and not array_agg(te_laat_op) && array[uiterlijk + 1, max(vastgesteld_op), $1]
     ),
     gewijzigd as (
       update contactsignaal s set ingetrokken_op = $1 from weg
       where s.bemiddeling_id = weg.bemiddeling_id and s.soort = weg.soort and s.uiterlijk = weg.uiterlijk
       returning s.bemiddeling_id
     )`,
    dag,
  );
}

async function clientsOf(tx: Tx, changing: string, dag: Day): Promise<string[]> {
  const rows = await tx.query<{ clientID: string }>(
    `${changing}
     select b.client_id as "clientID" from gewijzigd join bemiddeling b on b.bemiddeling_id = gewijzigd.bemiddeling_id`,
    [dag],
  );
  return rows.map(({ clientID }) => clientID);
}
