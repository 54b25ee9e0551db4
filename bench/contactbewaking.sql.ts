const N = 400_000;
const WAITING = 60_000;
const PROVIDERS = 1_500;
const HERKOMST = `timestamptz '2024-01-01', 'bench'`;

const id = (kind: string, n = 'n'): string => `md5('${kind}' || ${n})::uuid`;
/** A provider of its own for every region of forty neighbours. */
const agb = (n: string): string => `(90000000 + ${n} % ${PROVIDERS})::text`;
const office = (n: string): string => `('55' || lpad((1 + ${n} % 31)::text, 2, '0'))`;
const clients = `from generate_series(1, ${N}) as n`;
const waiting = `from generate_series(1, ${WAITING}) as n`;

/**
 * Statements that write a register of 400,000 clients straight into the tables, of whom 60,000 wait and have a
 * dossierhouder: contacts up to three a head over two years, so that about one in ten is late. The triggers that derive
 * and check are silent meanwhile; what they would have said holds by construction.
 */
export const CONTACT_CLIENTS_SQL: readonly string[] = [
  `set session_replication_role = replica`,
  `insert into zorgaanbieder (agb, naam, zorgkantoor, sectoren, leveringsvormen, geregistreerd_op, geregistreerd_door)
   select ${agb('n')}, 'Huize ' || n, ${office('n')}, '{VV}', '{4}', ${HERKOMST}
   from generate_series(0, ${PROVIDERS - 1}) as n`,
  `insert into client (client_id, bsn, geboortedatum, geslacht, geregistreerd_op, geregistreerd_door)
   select ${id('c')}, bsn, date '1940-01-01' + (n % 9000)::int, '2', ${HERKOMST}
   from (select row_number() over () as n, bsn from (
     select number::text as bsn from generate_series(900000000, 904800000) as number
     where is_bsn(number::text) limit ${N}) as valid) as numbered`,
  `insert into indicatie (wlz_indicatie_id, client_id, besluitnummer, soort_wlzindicatie, afgiftedatum, ingangsdatum,
     initieel_verantwoordelijk_zorgkantoor, geregistreerd_op, geregistreerd_door)
   select ${id('i')}, ${id('c')}, 1, '1', '2024-01-01', '2024-01-01', ${office('n')}, ${HERKOMST} ${clients}`,
  `insert into bemiddeling (bemiddeling_id, client_id, wlz_indicatie_id, verantwoordelijk_zorgkantoor,
     verantwoordelijkheid_ingangsdatum, geregistreerd_op, geregistreerd_door)
   select ${id('b')}, ${id('c')}, ${id('i')}, ${office('n')}, '2024-01-01', ${HERKOMST} ${clients}`,
  `insert into regiehouder (regiehouder_id, bemiddeling_id, instelling, regierol, ingangsdatum, einddatum,
     vaststelling_moment, geregistreerd_op, geregistreerd_door)
   select ${id('r')}, ${id('b')}, ${agb('n')}, '2', '2024-06-01', null, ${HERKOMST.split(',')[0] ?? ''}, ${HERKOMST}
   ${clients}`,
  `insert into bemiddelingspecificatie (bemiddelingspecificatie_id, bemiddeling_id, leveringsvorm, zzp_code,
     toewijzing_ingangsdatum, instelling, uitvoerend_zorgkantoor, vaststelling_moment, percentage, opname,
     soort_toewijzing, geregistreerd_op, geregistreerd_door)
   select ${id('s')}, ${id('b')}, '4', '754', '2024-06-01', ${agb('n')}, ${office('n')}, '2024-06-01', 10000, '1', '1',
     ${HERKOMST} ${clients}`,
  `insert into levering (levering_id, bemiddelingspecificatie_id, bemiddeling_id, geregistreerd_op, geregistreerd_door)
   select ${id('l')}, ${id('s')}, ${id('b')}, ${HERKOMST} ${waiting}`,
  `insert into uitstelperiode (uitstelperiode_id, levering_id, bemiddeling_id, ingangsdatum, vaststelling_moment,
     leveringsstatus, leveringsstatus_classificatie, bron, geregistreerd_op, geregistreerd_door)
   select ${id('u')}, ${id('l')}, ${id('b')}, date '2024-06-01' + n % 700, '2024-06-01', '7', '11', 'DOSSIERHOUDER',
     ${HERKOMST} ${waiting}`,
  `insert into wachtlijstplaats (bemiddelingspecificatie_id, van, uitstelperiode_id, leveringsstatus, classificatie,
     status_ingangsdatum, rang, normklok_van, bemiddeling_id, client_id, wlz_indicatie_id, zorgkantoor, instelling,
     sector, zzp_code, toewijzing_ingangsdatum, afgiftedatum, bekend_van)
   select ${id('s')}, date '2024-06-01' + n % 700, ${id('u')}, '7', '11', date '2024-06-01' + n % 700, 2,
     date '2024-06-01' + n % 700, ${id('b')}, ${id('c')}, ${id('i')}, ${office('n')}, ${agb('n')}, 'VV', '754',
     '2024-06-01', '2024-01-01', '2024-06-01' ${waiting}`,
  `insert into contactmoment (contactmoment_id, bemiddeling_id, datum, instelling, regierol, met, vorm, gesproken,
     geregistreerd_op, geregistreerd_door)
   select ${id("k' || k || '")}, ${id('b')}, date '2024-06-01' + n % 700 + 150 * k, ${agb('n')}, '2', 'CLIENT',
     'TELEFOON', true, ${HERKOMST}
   ${waiting} cross join generate_series(1, 5) as k
   where date '2024-06-01' + n % 700 + 150 * k <= date '2026-10-31' and (n % 10 <> 0 or k < 3)`,
  `set session_replication_role = origin`,
  `insert into contactboek_achterstand select ${id('b')} ${waiting}`,
];
