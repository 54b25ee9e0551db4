import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';

/**
 * Writes rows as CSV for a spreadsheet in Dutch: `;` between cells, a line of column names, UTF-8. A cell that a
 * spreadsheet would run as a formula is defused. The file appears whole or not at all, and only for its owner: it holds
 * data of persons.
 */
export async function writeCsv<Row extends object>(
  file: string,
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
): Promise<void> {
  const text = stringify([...rows], {
    header: true,
    columns: [...columns],
    delimiter: ';',
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  const unfinished = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(unfinished, text, { mode: 0o600, flag: 'wx' });
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
