import { AMSTERDAM, type Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Taak, Taakresultaat } from '../../platform/scheduling/index.js';
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
  run: async (ctx: RequestContext, tx: Tx): Promise<Taakresultaat> => {
    const ingetrokken = await withdrawSignals(tx, ctx.today);
    const nieuw = await recordSignals(tx, ctx.today);
    for (const clientID of nieuw) tx.changed(clientID, 'C');
    for (const clientID of ingetrokken) tx.changed(clientID, 'U');
    return { nieuw: nieuw.length, ingetrokken: ingetrokken.length };
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
     gewijzigd as (
       update contactsignaal s set ingetrokken_op = $1
       where s.ingetrokken_op is null and s.vastgesteld_op <= $1 and not exists (
         select from verplichting v
         where v.bemiddeling_id = s.bemiddeling_id and v.soort = s.soort and v.uiterlijk = s.uiterlijk
           and v.status = 'TE_LAAT' and v.dag in (s.uiterlijk + 1, s.vastgesteld_op, $1)
       )
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
