/**
 * What somebody would write who needs one screen and nothing else. It shows what the generality of the program costs;
 * the SQL is as lean as its writer could make it.
 */

/** A page of the waiting list with everything around its rows, for a zorgkantoor: $1 statuses, $2 zorgkantoor, $3 rows. */
export const PAGE = `
  with page as (
    select row_number() over (order by w.rang, w.normklok_van, w.toewijzing_ingangsdatum, w.afgiftedatum,
        w.bemiddelingspecificatie_id)::int as positie, w.*
    from wachtlijstplaats w
    where w.zorgkantoor = $2 and w.zorgkantoor = any ((select app_uzovi())::text[])
      and w.van <= (select app_vandaag()) and (w.tot is null or w.tot >= (select app_vandaag()))
      and w.leveringsstatus = any ($1::text[])
    order by w.rang, w.normklok_van, w.toewijzing_ingangsdatum, w.afgiftedatum, w.bemiddelingspecificatie_id
    limit $3
  )
  select p.positie, p.bemiddelingspecificatie_id, p.bemiddeling_id, p.wlz_indicatie_id, p.instelling, p.zorgkantoor,
    p.sector, p.zzp_code, p.leveringsstatus, p.classificatie, p.status_ingangsdatum, p.toewijzing_ingangsdatum,
    p.rang, p.normklok_van, p.afgiftedatum,
    c.client_id, c.geslachtsnaam, c.voorvoegsel_geslachtsnaam, c.partnernaam, c.voorvoegsel_partnernaam, c.voornamen,
    c.voorletters, c.roepnaam, c.naamgebruik, c.geboortedatum,
    z.naam as zorgaanbieder_naam, z.telefoonnummer,
    d.regiehouder_id as d_id, d.instelling as d_instelling, d.ingangsdatum as d_ingangsdatum,
    k.regiehouder_id as k_id, k.instelling as k_instelling, k.ingangsdatum as k_ingangsdatum,
    l.contactmoment_id as l_id, l.datum as l_datum, l.met as l_met, l.vorm as l_vorm
  from page p
  join client c on c.client_id = p.client_id
  join zorgaanbieder z on z.agb = p.instelling
  left join lateral (${holder('2')}) d on true
  left join lateral (${holder('1')}) k on true
  left join lateral (
    select m.contactmoment_id, m.datum, m.met, m.vorm from contactmoment m
    where m.bemiddeling_id = p.bemiddeling_id and m.regierol = '2' and m.gesproken and not m.ingetrokken
      and m.met in ('CLIENT', 'CONTACTPERSOON') and m.datum <= (select app_vandaag())
      and exists (
        select from regiehouder r
        where r.bemiddeling_id = m.bemiddeling_id and r.regierol = m.regierol and r.instelling = m.instelling
          and r.ingangsdatum <= m.datum and (r.einddatum is null or r.einddatum >= m.datum))
    order by m.datum desc, m.contactmoment_id desc limit 1
  ) l on true
  order by p.positie`;

function holder(rol: '1' | '2'): string {
  return `
    select r.regiehouder_id, r.instelling, r.ingangsdatum from regiehouder r
    where r.bemiddeling_id = p.bemiddeling_id and r.regierol = '${rol}' and r.ingangsdatum <= (select app_vandaag())
      and (r.einddatum is null or r.einddatum >= (select app_vandaag()))
    order by r.ingangsdatum desc, r.regiehouder_id limit 1`;
}

export const BEGIN = 'begin isolation level repeatable read; set local role wlz_zorgkantoor_lezer';

export const CLAIMS = `
  select set_config('app.sub', $1, true), set_config('app.rol', $2, true), set_config('app.uzovi', $3, true),
    set_config('app.agb', $4, true), set_config('app.vandaag', $5, true), set_config('app.nu', $6, true),
    set_config('statement_timeout', '5s', true), set_config('lock_timeout', '2s', true),
    set_config('idle_in_transaction_session_timeout', '10s', true)`;

/** $1 to $5: request, user, role, organisation, operation; $6 acts; $7 clients; $8 searches; $9 issuer; $10 address. */
export const LOG = `
  insert into logregel (tijdstip, request_id, gebruiker, rol, organisatie, operatie, resultaat, actie, client_id,
    zoekvraag, gebeurtenis, grond, controles, uitgever, toegangspunt, autorisatieprotocol, bron)
  select now(), $1, $2, $3, $4, $5, 1, regel.actie, regel.client_id, regel.zoekvraag,
    case regel.actie when 'E' then 'Z10' else 'R20' end, recht.grond,
    case when recht.grond is null then 'TFFF' else 'TTFF' end, $9, $10, 'wlz-toegang@1', 'by-hand'
  from unnest($6::text[], $7::uuid[], $8::jsonb[]) as regel (actie, client_id, zoekvraag)
  left join (
    select r.client_id, min(r.grond) as grond from toegangsrecht_zorgkantoor r
    where r.client_id = any ($7::uuid[]) and r.zorgkantoor = any ((select app_uzovi())::text[])
    group by r.client_id) as recht on recht.client_id = regel.client_id`;
