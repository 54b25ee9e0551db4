import { parse } from 'csv-parse/sync';
import { IntakeFileError } from '../../../platform/intake/index.js';
import type { ContactmomentRow } from '../contactmoment.queries.js';
import { KOLOMMEN, type ContactmomentRecord } from './contactmomenten.schema.js';

const SEPARATOR = ';';
const END_OF_LINE = '\r\n';

/**
 * The lines of a file of contacts by column name, whatever the order of its columns.
 * @throws IntakeFileError when the text is no such file
 */
export function readContactmomenten(text: string): readonly unknown[] {
  let lines: string[][];
  try {
    lines = parse(text, {
      delimiter: SEPARATOR,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
  } catch {
    throw new IntakeFileError('Dit bestand is geen csv met puntkomma’s.');
  }
  const [header = [], ...rest] = lines;
  if (header.length !== KOLOMMEN.length || !KOLOMMEN.every((kolom) => header.includes(kolom))) {
    throw new IntakeFileError(`Verwacht worden de kolommen ${KOLOMMEN.join(SEPARATOR)}.`);
  }
  // A line with too few or too many fields keeps them, so that its shape is refused and the others go on.
  return rest.map((fields) =>
    Object.fromEntries(fields.map((field, index) => [header[index] ?? `kolom ${index + 1}`, field])),
  );
}

/** The file that these contacts came from, or could have come from: the other way round from the intake. */
export function writeContactmomenten(contacten: readonly ContactmomentRow[]): string {
  const lines = contacten.map((contact) => {
    const record: ContactmomentRecord = { ...contact, gesproken: contact.gesproken ? 'ja' : 'nee' };
    return KOLOMMEN.map((kolom) => record[kolom]).join(SEPARATOR);
  });
  return [KOLOMMEN.join(SEPARATOR), ...lines, ''].join(END_OF_LINE);
}
