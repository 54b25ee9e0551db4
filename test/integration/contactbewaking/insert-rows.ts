/** Runs a statement as the owner of the tables. */
export type Execute = (text: string, params: readonly unknown[]) => Promise<unknown>;

/** Inserts rows given with the names of the program: `bemiddelingID` goes to `bemiddeling_id`. Missing names are null. */
export async function insertRows(execute: Execute, table: string, rows: readonly object[]): Promise<void> {
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value as unknown])),
  );
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))].join(', ');
  if (records.length === 0) return;
  await execute(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(records)],
  );
}

function columnOf(name: string): string {
  return name.replace('ID', '_id').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
