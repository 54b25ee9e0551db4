/**
 * Rows by key, each group in the order of the rows; keys in the order of their first row. (`Map.groupBy` is not yet
 * in the oldest Node that we support.)
 */
export function grouped<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
