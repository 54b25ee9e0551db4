import type { Instant } from '../../platform/clock/index.js';

/** Register tables whose past versions a list of a past moment asks, with the columns it asks. */
const COLUMNS = {
  bemiddelingspecificatie: `bemiddelingspecificatie_id, bemiddeling_id, leveringsvorm, zzp_code, toewijzing_ingangsdatum,
    toewijzing_einddatum, instelling, uitvoerend_zorgkantoor, reden_intrekking, soort_toewijzing`,
  leveringperiode: 'leveringperiode_id, levering_id, ingangsdatum, einddatum',
} as const;

/**
 * The rows of a register table as they were known at a moment: a from-item without a name. Without a moment it is the
 * table itself.
 */
export function bekendeVersies(
  table: keyof typeof COLUMNS,
  moment: Instant | null,
  bind: (value: unknown) => string,
): string {
  if (moment === null) return table;
  const at = `${bind(moment)}::timestamptz`;
  return `(select ${COLUMNS[table]} from ${table} where geregistreerd_op <= ${at}
    union all select ${COLUMNS[table]} from ${table}_historie
    where geregistreerd_op <= ${at} and vervangen_op > ${at})`;
}
