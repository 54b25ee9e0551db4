/** Ids without an order, as real ones: counted ones would make the indexes of exclusion constraints worse than they are. */
const id = (kind: number): string => `md5('${kind} ' || n)::uuid`;
const REGIO = `case when n % 2 = 0 then '5516' else '5517' end`;
/** One provider has one in forty of the allocations, another all the rest. */
const HUIZE = `case when n % 40 = 0 then '99000001' else '99000002' end`;
const HERKOMST = 'geregistreerd_op, geregistreerd_door';
const BEKEND = `timestamptz '2026-01-02', 'bench'`;

/**
 * 60,000 clients in two regions written straight into the tables, past the triggers: 59,500 with an allocation, of whom
 * 50,000 were reported as waiting (one in ten for a place, one in a hundred until last month), 8,000 are in care and
 * 1,500 were never reported; 500 have nothing allocated. Of one in twenty the allocation is of last week.
 */
export const WERK: readonly string[] = [
  `set session_replication_role = replica`,
  `insert into client (client_id, bsn, geboortedatum, geslacht, ${HERKOMST})
   select ${id(1)}, bsn, '1940-01-01', '2', ${BEKEND}
   from (select row_number() over (order by bsn) as n, bsn
     from (select (700000000 + g)::text as bsn from generate_series(1, 720000) g) k where is_bsn(bsn)
     limit 60000) b`,
  `insert into indicatie (wlz_indicatie_id, client_id, besluitnummer, soort_wlzindicatie, afgiftedatum, ingangsdatum,
     initieel_verantwoordelijk_zorgkantoor, ${HERKOMST})
   select ${id(2)}, ${id(1)}, 1, '1', '2025-01-01', '2025-01-01', ${REGIO}, timestamptz '2026-10-26', 'bench'
   from generate_series(1, 60000) n`,
  `insert into bemiddeling (bemiddeling_id, client_id, wlz_indicatie_id, verantwoordelijk_zorgkantoor,
     verantwoordelijkheid_ingangsdatum, ${HERKOMST})
   select ${id(3)}, ${id(1)}, ${id(2)}, ${REGIO}, '2025-01-01', ${BEKEND} from generate_series(1, 59500) n`,
  `insert into bemiddelingspecificatie (bemiddelingspecificatie_id, bemiddeling_id, leveringsvorm, zzp_code,
     toewijzing_ingangsdatum, instelling, uitvoerend_zorgkantoor, vaststelling_moment, percentage, opname,
     soort_toewijzing, ${HERKOMST})
   select ${id(4)}, ${id(3)}, '4', '754', '2025-01-01', ${HUIZE}, ${REGIO},
     case when n % 20 = 0 then timestamptz '2026-10-26' else timestamptz '2026-01-01' end, 10000, '1', '1', ${BEKEND}
   from generate_series(1, 59500) n`,
  `insert into regiehouder (regiehouder_id, bemiddeling_id, instelling, regierol, ingangsdatum, vaststelling_moment,
     ${HERKOMST})
   select ${id(7)}, ${id(3)}, ${HUIZE}, '2', '2025-01-01', '2025-01-01', ${BEKEND} from generate_series(1, 59500) n`,
  `insert into levering (levering_id, bemiddelingspecificatie_id, bemiddeling_id, ${HERKOMST})
   select ${id(5)}, ${id(4)}, ${id(3)}, ${BEKEND} from generate_series(1, 58000) n`,
  `insert into uitstelperiode (uitstelperiode_id, levering_id, bemiddeling_id, ingangsdatum, einddatum,
     vaststelling_moment, leveringsstatus, leveringsstatus_classificatie, bron, ${HERKOMST})
   select ${id(6)}, ${id(5)}, ${id(3)}, '2026-01-01', case when n % 100 = 0 then date '2026-10-20' end, '2026-01-02',
     case when n % 10 = 0 then '7' else '2' end, case when n % 10 = 0 then '12' else '13' end, 'DOSSIERHOUDER', ${BEKEND}
   from generate_series(1, 50000) n`,
  `insert into leveringperiode (leveringperiode_id, levering_id, bemiddeling_id, ingangsdatum, vaststelling_moment,
     ${HERKOMST})
   select ${id(8)}, ${id(5)}, ${id(3)}, '2026-01-01', '2026-01-02', ${BEKEND} from generate_series(50001, 58000) n`,
  `insert into wachtlijstplaats (bemiddelingspecificatie_id, van, tot, uitstelperiode_id, leveringsstatus,
     classificatie, status_ingangsdatum, rang, normklok_van, bemiddeling_id, client_id, wlz_indicatie_id, zorgkantoor,
     instelling, sector, zzp_code, toewijzing_ingangsdatum, afgiftedatum, bekend_van)
   select ${id(4)}, '2026-01-01', case when n % 100 = 0 then date '2026-10-20' end, ${id(6)},
     case when n % 10 = 0 then '7' else '2' end, case when n % 10 = 0 then '12' else '13' end, '2026-01-01', 2,
     '2026-01-01', ${id(3)}, ${id(1)}, ${id(2)}, ${REGIO}, ${HUIZE}, 'VV', '754', '2025-01-01', '2025-01-01',
     '2026-01-02'
   from generate_series(1, 50000) n`,
  `insert into toegangsrecht (grond, bron_id, agb, client_id, bemiddeling_id, van, tot)
   select 'SPECIFICATIE', ${id(4)}, ${HUIZE}, ${id(1)}, ${id(3)}, date '2025-01-01', date 'infinity'
   from generate_series(1, 59500) n
   union all
   select 'REGIEROL', ${id(7)}, ${HUIZE}, ${id(1)}, ${id(3)}, date '2025-01-01', date 'infinity' from generate_series(1, 59500) n`,
  `insert into toegangsrecht_zorgkantoor (grond, bron_id, zorgkantoor, client_id, bemiddeling_id)
   select 'VERANTWOORDELIJK', ${id(3)}, ${REGIO}, ${id(1)}, ${id(3)} from generate_series(1, 59500) n
   union all
   select 'UITVOEREND', ${id(4)}, ${REGIO}, ${id(1)}, ${id(3)} from generate_series(1, 59500) n
   union all
   select 'INDICATIE', ${id(2)}, ${REGIO}, ${id(1)}, null from generate_series(1, 60000) n`,
  `set session_replication_role = origin`,
];
