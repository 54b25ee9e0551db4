import { IntakeFileError } from './intake.js';

/** A UUID as the registers write it. */
export const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The records of a JSON file.
 * @param path where the list is, from outside in, such as `['data', 'levering']`; empty when the file is the list
 * @throws IntakeFileError when the file is no JSON, or holds no list there
 */
export function jsonRecords(text: string, path: readonly string[]): readonly unknown[] {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw new IntakeFileError('Dit bestand is geen JSON.');
  }
  for (const key of path) found = (found as Record<string, unknown> | null | undefined)?.[key];
  if (!Array.isArray(found)) {
    const place = path.length === 0 ? 'als inhoud van het bestand' : `onder ${path.join('.')}`;
    throw new IntakeFileError(`Verwacht wordt een lijst ${place}.`);
  }
  return found;
}

/**
 * How a record is named in a message: by its id when that looks like one, else by its kind alone. A BSN in the wrong
 * column must not be printed.
 */
export function labelBy(
  soort: string,
  record: unknown,
  key: string,
  isId: (text: string) => boolean = isUuid,
): string {
  const id = (record as Record<string, unknown> | null | undefined)?.[key];
  return typeof id === 'string' && isId(id) ? `${soort} ${id}` : soort;
}

function isUuid(text: string): boolean {
  return UUID_PATTERN.test(text);
}
