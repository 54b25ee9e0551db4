import { stringify } from 'csv-stringify/sync';
import { writeWhole } from './whole-file.js';

/**
 * Writes rows as CSV for a Dutch spreadsheet: `;` between cells, a line of column names, UTF-8, ja and nee. A cell that
 * a spreadsheet would run as a formula is defused. The file appears whole or not at all, and only for its owner: it
 * holds data of persons.
 * @throws FileNotWritten
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
    cast: { boolean: (value) => (value ? 'ja' : 'nee') },
  });
  await writeWhole(file, text);
}
