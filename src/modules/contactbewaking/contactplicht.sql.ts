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
 * It looks each bemiddeling up by index, step by step; joins of whole sets would hang on estimates of rows that the
 * planner cannot know, and went quadratic at 30,000 of them.
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
  kenmerk (soort, drager, rollen, tegenpartij, partijen, wachtstatussen) as (
    values ${SOORTEN}
  ),
  verplichting as (
    select vraag.bemiddeling_id, vraag.dag, kenmerk.soort, drager.instelling, termijn.begin, norm.max_dagen,
      geteld.laatste_id as laatste_contact_id, geteld.laatste_datum as laatste_contact_datum, grens.uiterlijk,
      case when vraag.dag > grens.uiterlijk then 'TE_LAAT' else 'OPEN' end as status,
      greatest(vraag.dag - grens.uiterlijk, 0) as dagen_te_laat,
      case when vraag.dag - termijn.begin >= ${JAAR_DAGEN}
        then geteld.in_een_jaar >= ${CONTACTEN_PER_JAAR} end as jaarnorm_gehaald
    from vraag
    cross join kenmerk

    -- Days on which some row of the bemiddeling waits under a status for which the duty exists.
    cross join lateral (
      select range_agg(daterange(w.van, w.tot, '[]')) as dagen
      from wachtlijstplaats w
      where w.bemiddeling_id = vraag.bemiddeling_id and w.leveringsstatus = any (kenmerk.wachtstatussen)
      having range_agg(daterange(w.van, w.tot, '[]')) @> vraag.dag
    ) as gewacht

    -- Days on which the roles of the duty are all held; a hand-over without a gap leaves one range.
    cross join lateral (
      select range_intersect_agg(keten.dagen) as dagen
      from (
        select range_agg(daterange(r.ingangsdatum, r.einddatum, '[]')) as dagen
        from regiehouder r
        where r.bemiddeling_id = vraag.bemiddeling_id and r.regierol = any (kenmerk.rollen)
        group by r.regierol
      ) as keten
      having count(*) = cardinality(kenmerk.rollen)
    ) as gedragen

    -- The duty exists on the days in both; its term began where the range around the day begins.
    cross join lateral (
      select lower(tijdvak) as begin
      from unnest(gewacht.dagen * gedragen.dagen) as tijdvak
      where tijdvak @> vraag.dag
    ) as termijn

    -- The norm of that day, of everywhere or of the responsible office: the most urgent row counts, of equally urgent ones the strictest norm.
    cross join lateral (
      select coalesce(van_rij.max_dagen, ${TWEEMAAL_PER_JAAR_DAGEN}) as max_dagen
      from wachtlijstplaats w
      left join lateral (
        select n.max_dagen
        from contactnorm n
        where n.regierol = kenmerk.drager and n.tegenpartij = kenmerk.tegenpartij
          and n.leveringsstatus = w.leveringsstatus
          and (n.classificatie is null or n.classificatie = w.classificatie)
          and daterange(n.geldig_vanaf, n.geldig_tot, '[]') @> vraag.dag
          and (n.zorgkantoor is null or n.zorgkantoor = (
            select b.verantwoordelijk_zorgkantoor from bemiddeling b where b.bemiddeling_id = vraag.bemiddeling_id))
        order by n.classificatie is null, n.geldig_vanaf desc, n.max_dagen
        limit 1
      ) as van_rij on true
      where w.bemiddeling_id = vraag.bemiddeling_id and w.leveringsstatus = any (kenmerk.wachtstatussen)
        and daterange(w.van, w.tot, '[]') @> vraag.dag
      order by w.rang, 1
      limit 1
    ) as norm

    -- Contacts that count: spoken, with the right party, by a holder of the role on the day of the contact. Who hands
    -- the role over to itself holds it twice on that day; its contact still counts once.
    cross join lateral (
      select count(distinct c.contactmoment_id) filter (where c.datum > vraag.dag - ${JAAR_DAGEN}) as in_een_jaar,
        max(c.datum) as laatste_datum,
        (array_agg(c.contactmoment_id order by c.datum desc, c.contactmoment_id desc))[1] as laatste_id
      from regiehouder r
      join contactmoment c on c.bemiddeling_id = r.bemiddeling_id and c.regierol = r.regierol
        and c.instelling = r.instelling and c.datum between r.ingangsdatum and coalesce(r.einddatum, vraag.dag)
      where r.bemiddeling_id = vraag.bemiddeling_id and r.regierol = kenmerk.drager
        and c.datum between termijn.begin and vraag.dag
        and c.met = any (kenmerk.partijen) and c.gesproken and not c.ingetrokken
    ) as geteld
    cross join lateral (
      select coalesce(geteld.laatste_datum, termijn.begin) + norm.max_dagen as uiterlijk
    ) as grens

    -- On a hand-over day two hold the role; the newest bears the duty.
    cross join lateral (
      select r.instelling
      from regiehouder r
      where r.bemiddeling_id = vraag.bemiddeling_id and r.regierol = kenmerk.drager
        and daterange(r.ingangsdatum, r.einddatum, '[]') @> vraag.dag
      order by r.ingangsdatum desc
      limit 1
    ) as drager
  )`;
}
