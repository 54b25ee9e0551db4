import type { Day } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { JAAR_DAGEN } from './domain/contactplicht.js';

/** The bemiddelingen after `na` up to and including `tot`, in the order of their ids. */
export interface Bereik {
  readonly na: string;
  readonly tot: string;
}

/** A day that is judged. */
export interface Peildag {
  readonly dag: Day;
  /** False for a day that was missed or is looked at again: who bears a duty now is not for such a day to say. */
  readonly isVandaag: boolean;
}

/** What one look at a range of bemiddelingen changed. */
export interface Oordeel {
  /** Transitions to overdue that were recorded or reinstated. */
  readonly nieuw: number;
  /** Transitions to overdue that were withdrawn. */
  readonly ingetrokken: number;
}

/** Days of a dated setting on a day; null (no row) means that there are no such signals. */
const termijn = (soort: 'NADERT' | 'ESCALATIE', dag: string): string =>
  `(select t.dagen from signaaltermijn t
    where t.soort = '${soort}' and daterange(t.geldig_vanaf, t.geldig_tot, '[]') @> ${dag}
    order by t.geldig_vanaf desc limit 1)`;

/** The day on which two contacts in a year were missed, by what obligation `v` says. */
const JAARNORM = `coalesce(v.voorlaatste_contact, v.begin) + ${JAAR_DAGEN}`;

/**
 * The four causes as conditions on an obligation `v` that counts on `dag`. Each names the day it is about; together with
 * the obligation that tells one cause from another.
 */
const OORZAKEN = {
  NADERT: {
    aanleiding: 'v.uiterlijk',
    geldt: (dag: string) => `${dag} between v.uiterlijk - ${termijn('NADERT', dag)} and v.uiterlijk`,
  },
  TE_LAAT: { aanleiding: 'v.uiterlijk', geldt: (dag: string) => `v.te_laat_sinds <= ${dag}` },
  ESCALATIE: {
    aanleiding: 'v.uiterlijk',
    geldt: (dag: string) =>
      `v.te_laat_sinds <= ${dag} and ${dag} >= v.uiterlijk + ${termijn('ESCALATIE', dag)}`,
  },
  JAARNORM_NIET_GEHAALD: { aanleiding: JAARNORM, geldt: (dag: string) => `${dag} >= ${JAARNORM}` },
} as const;

/** Whether the cause of signal `s` held on `dag`, with what is known now. */
export function oorzaakGeldt(dag: string): string {
  const per = Object.entries(OORZAKEN).map(
    ([soort, { aanleiding, geldt }]) =>
      `when '${soort}' then v.tot >= ${dag} and ${aanleiding} = s.aanleiding and ${geldt(dag)}`,
  );
  return `coalesce((
    select case s.soort ${per.join(' ')} end
    from (
      select bemiddeling_id, soort, van, coalesce(tot, 'infinity') as tot, uiterlijk, te_laat_sinds, begin,
        voorlaatste_contact
      from contactverplichting
      where bemiddeling_id = s.bemiddeling_id and soort = s.verplichting and van <= ${dag}
      order by van desc limit 1) as v), false)`;
}

/**
 * Judges the obligations of a range on a day with what is known now. A cause is recorded once; one that is there again
 * goes on under the same signal. A signal whose cause is gone has ended when it was right, and is withdrawn when it
 * never was: not on the day it was recorded, not on the first day it was about. Doing it again changes nothing.
 */
export async function oordeel(tx: Tx, peildag: Peildag, bereik: Bereik, door: string): Promise<Oordeel> {
  const beeindigd = await endSignals(tx, peildag.dag, bereik, door);
  const vastgelegd = await recordSignals(tx, peildag, bereik, door);
  for (const { clientID } of beeindigd) tx.changed(clientID, 'U');
  for (const { clientID, nieuw } of vastgelegd) tx.changed(clientID, nieuw ? 'C' : 'U');
  return {
    nieuw: vastgelegd.filter(({ soort, nieuw }) => soort === 'TE_LAAT' && nieuw).length,
    ingetrokken: beeindigd.filter(({ soort, ingetrokken }) => soort === 'TE_LAAT' && ingetrokken).length,
  };
}

interface Beeindigd {
  readonly clientID: string;
  readonly soort: string;
  readonly ingetrokken: boolean;
}

function endSignals(tx: Tx, dag: Day, { na, tot }: Bereik, door: string): Promise<Beeindigd[]> {
  const eersteDag = `(case s.soort when 'TE_LAAT' then s.aanleiding + 1 when 'JAARNORM_NIET_GEHAALD' then s.aanleiding
    else s.vastgesteld_op end)`;
  return tx.query<Beeindigd>(
    `with weg as (
       select s.contactsignaal_id, s.beeindigd_op,
         not ${oorzaakGeldt('s.vastgesteld_op')} and not ${oorzaakGeldt(eersteDag)} as onterecht
       from contactsignaal s
       where s.bemiddeling_id > $2 and s.bemiddeling_id <= $3
         and s.ingetrokken_op is null and s.vastgesteld_op <= $1 and not ${oorzaakGeldt('$1::date')}
     )
     update contactsignaal s
     set ingetrokken_op = case when weg.onterecht then $1::date end,
       beeindigd_op = case when weg.onterecht then s.beeindigd_op else $1 end,
       geregistreerd_op = app_nu(), geregistreerd_door = $4
     from weg
     where s.contactsignaal_id = weg.contactsignaal_id and (weg.onterecht or weg.beeindigd_op is null)
     returning s.client_id as "clientID", s.soort, weg.onterecht as ingetrokken`,
    [dag, na, tot, door],
  );
}

interface Vastgelegd {
  readonly clientID: string;
  readonly soort: string;
  readonly nieuw: boolean;
}

function recordSignals(
  tx: Tx,
  { dag, isVandaag }: Peildag,
  { na, tot }: Bereik,
  door: string,
): Promise<Vastgelegd[]> {
  const per = Object.entries(OORZAKEN).map(
    ([soort, { aanleiding, geldt }]) =>
      `select v.*, '${soort}' as signaal, ${aanleiding} as aanleiding from stand v where ${geldt('$1::date')}`,
  );
  return tx.query<Vastgelegd>(
    `with stand as (
       select bemiddeling_id, soort, client_id, zorgkantoor, instelling, begin, voorlaatste_contact, uiterlijk,
         te_laat_sinds
       from contactverplichting
       where bemiddeling_id > $2 and bemiddeling_id <= $3 and van <= $1 and (tot is null or tot >= $1)
     ),
     oorzaak as (
       select o.*, s.contactsignaal_id, s.ingetrokken_op is not null as was_ingetrokken
       from (${per.join(' union all ')}) as o
       left join contactsignaal s on s.bemiddeling_id = o.bemiddeling_id and s.verplichting = o.soort
         and s.soort = o.signaal and s.aanleiding = o.aanleiding
       where s.contactsignaal_id is null or s.ingetrokken_op is not null or s.beeindigd_op <= $1
         or ($5 and s.beeindigd_op is null and (s.instelling, s.zorgkantoor) <> (o.instelling, o.zorgkantoor))
     ),
     nieuw as (
       insert into contactsignaal (contactsignaal_id, bemiddeling_id, verplichting, soort, aanleiding, client_id,
         zorgkantoor, instelling, vastgesteld_op, geregistreerd_op, geregistreerd_door)
       select gen_random_uuid(), bemiddeling_id, soort, signaal, aanleiding, client_id, zorgkantoor, instelling, $1,
         app_nu(), $4
       from oorzaak where contactsignaal_id is null
       returning client_id, soort
     ),
     verder as (
       update contactsignaal s
       set ingetrokken_op = null, beeindigd_op = null, instelling = o.instelling, zorgkantoor = o.zorgkantoor,
         vastgesteld_op = case when o.was_ingetrokken then $1 else s.vastgesteld_op end,
         geregistreerd_op = app_nu(), geregistreerd_door = $4
       from oorzaak o where s.contactsignaal_id = o.contactsignaal_id
       returning s.client_id, s.soort, o.was_ingetrokken
     )
     select client_id as "clientID", soort, true as nieuw from nieuw
     union all
     select client_id, soort, was_ingetrokken from verder`,
    [dag, na, tot, door, isVandaag],
  );
}
