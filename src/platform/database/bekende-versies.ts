/** A moment as a text of one length, to the microsecond: such texts compare as the moments do. */
export function momentText(expression: string): string {
  return `to_char(${expression}, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/**
 * The rows of a table with kept history as they were known at a moment, as a from-item without a name: at most one
 * version of each row.
 * @param columns of the table, without their table
 * @param moment a place such as `$3::timestamptz`; null for what is known now
 */
export function bekendeVersies(table: string, columns: string, moment: string | null): string {
  if (moment === null) return table;
  return `(select ${columns} from ${table} where geregistreerd_op <= ${moment}
    union all select ${columns} from ${table}_historie
    where geregistreerd_op <= ${moment} and vervangen_op > ${moment})`;
}

/**
 * All versions of rows of a table, the former ones too, each with from when until when it was what we knew.
 * @param columns what is selected, with names
 * @param condition on the columns of the table
 */
export function alleVersies(table: string, columns: string, condition: string): string {
  return `select ${columns}, ${momentText('geregistreerd_op')} as "bekendVan", null as "bekendTot",
      geregistreerd_door as "geregistreerdDoor"
    from ${table} where ${condition}
    union all select ${columns}, ${momentText('geregistreerd_op')}, ${momentText('vervangen_op')}, geregistreerd_door
    from ${table}_historie where ${condition}`;
}
