/**
 * Rows of the kinds that no intake brings: places, offers, talks, requests, signals, and a former version of whatever
 * has one. Planted beneath the triggers: what they say need not make sense, they only have to be somebody's.
 */
const HERKOMST = `'2026-10-01T10:00:00Z', 'kruiper'`;

export const PLANTEN: readonly string[] = [
  // One client in three is geheim, so that everybody who sees clients sees some.
  `update client set geheime_client = '1' where client_id in
     (select client_id from (select client_id, row_number() over (order by client_id) as nummer from client) n
      where nummer % 3 = 0)`,

  `insert into plaatsgroep (plaatsgroep_id, locatie_id, instelling, sector, leveringsvorm, capaciteit, overig_bezet,
      in_gebruik, bevestigd_op, geregistreerd_op, geregistreerd_door)
   select gen_random_uuid(), locatie_id, agb, 'VV', '4', 20, 0, 0, '2026-10-20', ${HERKOMST} from locatie`,

  `insert into aanbod (aanbod_id, plaatsgroep_id, locatie_id, instelling, zorgkantoor, client_id, bemiddeling_id,
      bemiddelingspecificatie_id, status, leveringsstatus, aangeboden_op, uiterlijk, positie, reden_afwijking,
      beantwoord_op, weigeringsreden, conform_wens, zwaarwegende_reden, telt_mee, geregistreerd_op, geregistreerd_door)
   select gen_random_uuid(), p.plaatsgroep_id, p.locatie_id, s.instelling, b.verantwoordelijk_zorgkantoor, b.client_id,
      b.bemiddeling_id, s.bemiddelingspecificatie_id, 'GEWEIGERD', '7', '2026-10-05', '2026-10-12', 2, 'in overleg',
      '2026-10-08', (select min(code) from weigeringsreden), true, 'zwaar', true, ${HERKOMST}
   from bemiddelingspecificatie s join bemiddeling b using (bemiddeling_id)
   join lateral (select * from plaatsgroep where instelling = s.instelling order by 1 limit 1) p on true`,

  `insert into gesprekstaak (gesprekstaak_id, client_id, bemiddeling_id, bemiddelingspecificatie_id, aanbod_id, sinds,
      uiterlijk, toelichting, geregistreerd_op, geregistreerd_door)
   select distinct on (bemiddeling_id) gen_random_uuid(), client_id, bemiddeling_id, bemiddelingspecificatie_id,
      aanbod_id, '2026-10-08', '2026-11-05', 'gesprek', ${HERKOMST} from aanbod order by bemiddeling_id, aanbod_id`,

  `insert into verzoek (verzoek_id, client_id, bemiddeling_id, bemiddelingspecificatie_id, zorgkantoor, instelling,
      regierol, verzoekdatum, status, leveringsvorm, aanbieder, toewijzing_ingangsdatum, toewijzing_percentage,
      verantwoord, doelmatig, extra_overbruggingszorg, geregistreerd_op, geregistreerd_door)
   select gen_random_uuid(), b.client_id, b.bemiddeling_id, s.bemiddelingspecificatie_id,
      b.verantwoordelijk_zorgkantoor, s.instelling, '2', '2026-10-20', 'INGEDIEND', '7', s.instelling, '2026-11-10', 100,
      'ja', 'ja', false, ${HERKOMST}
   from bemiddelingspecificatie s join bemiddeling b using (bemiddeling_id) where s.instelling is not null`,

  `insert into contactsignaal (contactsignaal_id, bemiddeling_id, client_id, zorgkantoor, instelling, verplichting, soort,
      aanleiding, vastgesteld_op, sluimert_tot, sluimerreden, geregistreerd_op, geregistreerd_door)
   select gen_random_uuid(), bemiddeling_id, client_id, zorgkantoor, instelling, soort, 'NADERT', uiterlijk,
      least('2026-10-30', uiterlijk), '2026-11-03', 'bekend', ${HERKOMST}
   from contactverplichting where tot is null`,

  // What the tables hold now becomes what they held before as well.
  `do $$ declare tabel text; kolommen text; begin
     for tabel in select tablename from pg_tables where schemaname = 'public' and tablename like '%\\_historie'
       and tablename <> 'wachtlijstplaats_historie'
     loop
       select string_agg(h.column_name, ', ') into kolommen from information_schema.columns h
         join information_schema.columns n on n.table_name = replace(tabel, '_historie', '')
           and n.column_name = h.column_name and n.table_schema = 'public'
         where h.table_name = tabel and h.table_schema = 'public';
       execute format('insert into %I (%s, vervangen_op) select %s, ''2026-10-02T10:00:00Z'' from %I', tabel, kolommen,
         kolommen, replace(tabel, '_historie', ''));
     end loop;
   end $$`,
];
