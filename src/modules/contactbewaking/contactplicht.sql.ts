import { TWEEMAAL_PER_JAAR_DAGEN } from './domain/contactnorm.js';
import { CONTACTEN_PER_JAAR, JAAR_DAGEN } from './domain/contactplicht.js';
import { KENMERKEN, VERPLICHTINGSOORTEN } from './domain/verplichting.js';

const textArray = (values: readonly string[]): string =>
  `array[${values.map((value) => `'${value}'`).join(', ')}]`;

/** What tells the duties apart, from the same table as the pure function. */
const SOORTEN = VERPLICHTINGSOORTEN.map((soort) => {
  const { drager, rollen, tegenpartij, partijen, wachtstatussen } = KENMERKEN[soort];
  const columns = [`'${soort}'`, `'${drager}'`, textArray(rollen), `'${tegenpartij}'`];
  return `(${[...columns, textArray(partijen), textArray(wachtstatussen)].join(', ')})`;
}).join(', ');

/**
 * The contact duties of whole sets: the definition of domain/contactplicht.ts as one statement. Used by the list, the
 * daily task and the export, so that they can never disagree; a property test holds it to the pure function.
 *
 * Gives the common table expressions up to `verplichting`, with one row per duty and day: bemiddeling_id, dag, soort,
 * instelling, begin, max_dagen, laatste_contact_id, laatste_contact_datum, uiterlijk, status, dagen_te_laat,
 * jaarnorm_gehaald.
 * @param vraag a query of (bemiddeling_id uuid, dag date): which bemiddelingen to judge, on which day
 */
export function verplichtingen(vraag: string): string {
  return `
  vraag as materialized (
    select distinct bemiddeling_id, dag from (${vraag}) as gevraagd
  ),
  betrokken as materialized (
    select distinct bemiddeling_id from vraag
  ),
  kenmerk (soort, drager, rollen, tegenpartij, partijen, wachtstatussen) as (
    values ${SOORTEN}
  ),
  -- Days on which the roles of the duty are all held; a hand-over without a gap leaves one range.
  gedragen as (
    select keten.bemiddeling_id, kenmerk.soort, range_intersect_agg(keten.dagen) as dagen
    from (
      select r.bemiddeling_id, r.regierol, range_agg(daterange(r.ingangsdatum, r.einddatum, '[]')) as dagen
      from betrokken join regiehouder r using (bemiddeling_id)
      group by r.bemiddeling_id, r.regierol
    ) as keten
    join kenmerk on keten.regierol = any (kenmerk.rollen)
    group by keten.bemiddeling_id, kenmerk.soort, kenmerk.rollen
    having count(*) = cardinality(kenmerk.rollen)
  ),
  -- Days on which some row of the bemiddeling waits under a status for which the duty exists.
  gewacht as (
    select w.bemiddeling_id, kenmerk.soort, range_agg(daterange(w.van, w.tot, '[]')) as dagen
    from betrokken
    join wachtlijstplaats w using (bemiddeling_id)
    join kenmerk on w.leveringsstatus = any (kenmerk.wachtstatussen)
    group by w.bemiddeling_id, kenmerk.soort
  ),
  -- The duty exists on the days in both; its term began where the range around the day begins.
  bestaand as (
    select vraag.bemiddeling_id, vraag.dag, gewacht.soort, lower(tijdvak) as begin
    from vraag
    join gewacht on gewacht.bemiddeling_id = vraag.bemiddeling_id and gewacht.dagen @> vraag.dag
    join gedragen on gedragen.bemiddeling_id = vraag.bemiddeling_id and gedragen.soort = gewacht.soort
      and gedragen.dagen @> vraag.dag
    cross join lateral unnest(gewacht.dagen * gedragen.dagen) as tijdvak
    where tijdvak @> vraag.dag
  ),
  -- The norm of that day: the most urgent row counts, of equally urgent ones the strictest norm.
  genormeerd as (
    select distinct on (bestaand.bemiddeling_id, bestaand.dag, bestaand.soort)
      bestaand.*, coalesce(norm.max_dagen, ${TWEEMAAL_PER_JAAR_DAGEN}) as max_dagen
    from bestaand
    join kenmerk using (soort)
    join wachtlijstplaats w on w.bemiddeling_id = bestaand.bemiddeling_id
      and w.leveringsstatus = any (kenmerk.wachtstatussen)
      and daterange(w.van, w.tot, '[]') @> bestaand.dag
    left join lateral (
      select n.max_dagen
      from contactnorm n
      where n.regierol = kenmerk.drager and n.tegenpartij = kenmerk.tegenpartij
        and n.leveringsstatus = w.leveringsstatus
        and (n.classificatie is null or n.classificatie = w.classificatie)
        and daterange(n.geldig_vanaf, n.geldig_tot, '[]') @> bestaand.dag
      order by n.classificatie is null, n.geldig_vanaf desc
      limit 1
    ) as norm on true
    order by bestaand.bemiddeling_id, bestaand.dag, bestaand.soort, w.rang,
      coalesce(norm.max_dagen, ${TWEEMAAL_PER_JAAR_DAGEN})
  ),
  -- Contacts that count: spoken, with the right party, by a holder of the role on the day of the contact.
  geteld as (
    select g.bemiddeling_id, g.dag, g.soort, count(*) filter (where c.datum > g.dag - ${JAAR_DAGEN}) as in_een_jaar,
      max(c.datum) as laatste_datum,
      (array_agg(c.contactmoment_id order by c.datum desc, c.contactmoment_id desc))[1] as laatste_id
    from genormeerd g
    join kenmerk using (soort)
    join contactmoment c on c.bemiddeling_id = g.bemiddeling_id and c.regierol = kenmerk.drager
      and c.met = any (kenmerk.partijen) and c.gesproken and not c.ingetrokken
      and c.datum between g.begin and g.dag
    where exists (
      select from regiehouder r
      where r.bemiddeling_id = c.bemiddeling_id and r.regierol = c.regierol and r.instelling = c.instelling
        and daterange(r.ingangsdatum, r.einddatum, '[]') @> c.datum
    )
    group by g.bemiddeling_id, g.dag, g.soort
  ),
  -- On a hand-over day two hold the role; the newest bears the duty.
  verplichting as (
    select g.bemiddeling_id, g.dag, g.soort, drager.instelling, g.begin, g.max_dagen,
      t.laatste_id as laatste_contact_id, t.laatste_datum as laatste_contact_datum, termijn.uiterlijk,
      case when g.dag > termijn.uiterlijk then 'TE_LAAT' else 'OPEN' end as status,
      greatest(g.dag - termijn.uiterlijk, 0) as dagen_te_laat,
      case when g.dag - g.begin >= ${JAAR_DAGEN}
        then coalesce(t.in_een_jaar, 0) >= ${CONTACTEN_PER_JAAR} end as jaarnorm_gehaald
    from genormeerd g
    join kenmerk using (soort)
    left join geteld t using (bemiddeling_id, dag, soort)
    cross join lateral (select coalesce(t.laatste_datum, g.begin) + g.max_dagen as uiterlijk) as termijn
    cross join lateral (
      select r.instelling
      from regiehouder r
      where r.bemiddeling_id = g.bemiddeling_id and r.regierol = kenmerk.drager
        and daterange(r.ingangsdatum, r.einddatum, '[]') @> g.dag
      order by r.ingangsdatum desc
      limit 1
    ) as drager
  )`;
}
