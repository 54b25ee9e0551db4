/**
 * Five years of waiting written straight into the tables: $1 clients, each with one place now and two that ended, and of
 * every place what we knew before, in two steps. Invented providers of the register are waited for; two in five of the
 * clients live in the region that is asked for.
 */
export const FIVE_YEARS: readonly string[] = [
  `alter table bemiddelingspecificatie disable trigger bemiddelingspecificatie_controle`,
  `alter table regiehouder disable trigger regiehouder_controle`,
  `create temporary table wie as
   select n, gen_random_uuid() as client_id, gen_random_uuid() as indicatie_id, gen_random_uuid() as bemiddeling_id,
     bsn, a.agb, case when n % 5 < 2 then '5517' else '55' || (20 + n % 10) end as zorgkantoor,
     date '2021-11-01' + (n * 7919) % 1700 as begin
   from (
     select row_number() over (order by bsn)::int as n, bsn
     from (select (700000000 + g)::text as bsn from generate_series(1, $1::int * 12) g) kandidaat
     where is_bsn(bsn) limit $1::int
   ) nummer
   join (select agb, row_number() over (order by agb) - 1 as nr, count(*) over () as van from zorgaanbieder) a
     on a.nr = nummer.n % a.van`,
  `insert into client (client_id, bsn, geboortedatum, geslacht, geslachtsnaam, geregistreerd_op, geregistreerd_door)
   select client_id, bsn, date '1935-01-01' + n % 9000, '2', 'Bench ' || n, begin, 'bench' from wie`,
  `insert into indicatie (wlz_indicatie_id, client_id, besluitnummer, soort_wlzindicatie, afgiftedatum, ingangsdatum,
     initieel_verantwoordelijk_zorgkantoor, geregistreerd_op, geregistreerd_door)
   select indicatie_id, client_id, 1, '1', begin - 10, begin - 10, zorgkantoor, begin, 'bench' from wie`,
  `insert into bemiddeling (bemiddeling_id, client_id, wlz_indicatie_id, verantwoordelijk_zorgkantoor,
     verantwoordelijkheid_ingangsdatum, geregistreerd_op, geregistreerd_door)
   select bemiddeling_id, client_id, indicatie_id, zorgkantoor, begin - 10, begin, 'bench' from wie`,
  `insert into regiehouder (regiehouder_id, bemiddeling_id, instelling, regierol, ingangsdatum, vaststelling_moment,
     geregistreerd_op, geregistreerd_door)
   select gen_random_uuid(), bemiddeling_id, agb, rol, begin - 10, begin, begin, 'bench'
   from wie cross join unnest(array['1', '2']) rol`,
  // The k-th of three: the first two waited three months each, the last one waits.
  `create temporary table wat as
   select wie.*, k, gen_random_uuid() as specificatie_id, gen_random_uuid() as levering_id,
     gen_random_uuid() as uitstel_id, begin + k * 45 as van,
     case when k < 2 then begin + k * 45 + 40 end as tot, (array['6', '7', '2', '3'])[1 + (n + k) % 4] as status
   from wie cross join generate_series(0, 2) k`,
  `insert into bemiddelingspecificatie (bemiddelingspecificatie_id, bemiddeling_id, leveringsvorm, zzp_code,
     toewijzing_ingangsdatum, toewijzing_einddatum, instelling, uitvoerend_zorgkantoor, vaststelling_moment, percentage,
     opname, soort_toewijzing, geregistreerd_op, geregistreerd_door)
   select specificatie_id, bemiddeling_id, '4', '754', van, tot, agb, zorgkantoor, van, 10000, '1', '1', van, 'bench'
   from wat`,
  `insert into levering (levering_id, bemiddelingspecificatie_id, bemiddeling_id, geregistreerd_op, geregistreerd_door)
   select levering_id, specificatie_id, bemiddeling_id, van, 'bench' from wat`,
  `insert into uitstelperiode (uitstelperiode_id, levering_id, bemiddeling_id, ingangsdatum, einddatum,
     vaststelling_moment, leveringsstatus, leveringsstatus_classificatie, bron, geregistreerd_op, geregistreerd_door)
   select uitstel_id, levering_id, bemiddeling_id, van, tot, van, status,
     case status when '6' then '03' when '7' then '11' else '13' end, 'DOSSIERHOUDER', van, 'bench' from wat`,
  `insert into wachtlijstplaats (bemiddelingspecificatie_id, van, tot, uitstelperiode_id, leveringsstatus, classificatie,
     status_ingangsdatum, rang, normklok_van, bemiddeling_id, client_id, wlz_indicatie_id, zorgkantoor, instelling,
     sector, zzp_code, toewijzing_ingangsdatum, afgiftedatum, bekend_van)
   select specificatie_id, van, tot, uitstel_id, status, '03', van, strpos('6723', status), van, bemiddeling_id,
     client_id, indicatie_id, zorgkantoor, agb, 'VV', '754', van, begin - 10, coalesce(tot, van + 20) + interval '9 hours'
   from wat`,
  // What we knew before: open since its first days with another status, then with the one it kept.
  `insert into wachtlijstplaats_historie
   select w.bemiddelingspecificatie_id, w.van, null, w.uitstelperiode_id, eerder.status, w.classificatie,
     w.status_ingangsdatum, strpos('6723', eerder.status), w.normklok_van, w.bemiddeling_id, w.client_id,
     w.wlz_indicatie_id, w.zorgkantoor, w.instelling, w.sector, w.zzp_code, w.toewijzing_ingangsdatum, w.afgiftedatum,
     eerder.bekend_van, eerder.bekend_tot
   from wachtlijstplaats w
   cross join lateral (values
     ('2', w.van + interval '9 hours', w.van + interval '10 days'),
     (w.leveringsstatus, w.van + interval '10 days', w.bekend_van)
   ) eerder (status, bekend_van, bekend_tot)
   where w.bekend_van > w.van + interval '10 days' and w.zzp_code = '754'`,
  `alter table bemiddelingspecificatie enable trigger bemiddelingspecificatie_controle`,
  `alter table regiehouder enable trigger regiehouder_controle`,
];
