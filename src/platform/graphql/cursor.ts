import { isDay } from '../clock/index.js';
import { OngeldigeInvoer } from '../errors/index.js';
import { isStorable } from './storable-text.js';

/** What one place of a cursor holds; `?` also takes null. */
export type CursorKind = 'int' | 'day' | 'uuid' | 'text' | 'int?' | 'day?' | 'uuid?' | 'text?';

type Base<K extends CursorKind> = K extends 'int' | 'int?' ? number : string;
type ValueOf<K extends CursorKind> = K extends `${string}?` ? Base<K> | null : Base<K>;

/** The values of a cursor of this shape, in order. */
export type CursorValues<S extends readonly CursorKind[]> = { -readonly [I in keyof S]: ValueOf<S[I]> };

const MAX_LENGTH = 600;
const MAX_TEXT = 200;
const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The keyset of the last row shown, opaque to clients: base64url over JSON. It holds sort values and ids, no names. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Reads a cursor of ours back. Whoever edits one gets a refusal, so that nothing but values of the expected kinds
 * reaches SQL; a cursor carries no rights, the query decides again what may be seen.
 * @throws OngeldigeInvoer
 */
export function decodeCursor<const S extends readonly CursorKind[]>(
  text: string,
  shape: S,
  pad: readonly string[] = ['after'],
): CursorValues<S> {
  const values = parse(text);
  if (values?.length !== shape.length || !shape.every((kind, i) => isOfKind(values[i], kind))) {
    throw new OngeldigeInvoer('Deze cursor is niet geldig. Begin opnieuw bij de eerste pagina.', { pad });
  }
  return values as CursorValues<S>;
}

/**
 * The first value of a cursor, unchecked, or null: for a list whose first value says by what shape the rest is read.
 */
export function headOfCursor(text: string): unknown {
  return parse(text)?.[0] ?? null;
}

function parse(text: string): unknown[] | null {
  if (text.length > MAX_LENGTH) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(values) ? values : null;
  } catch {
    return null;
  }
}

function isOfKind(value: unknown, kind: CursorKind): boolean {
  if (value === null) return kind.endsWith('?');
  switch (kind) {
    case 'int':
    case 'int?':
      return Number.isSafeInteger(value) && Math.abs(value as number) <= 2_147_483_647;
    case 'day':
    case 'day?':
      return typeof value === 'string' && isDay(value);
    case 'uuid':
    case 'uuid?':
      return typeof value === 'string' && UUID_PATTERN.test(value);
    case 'text':
    case 'text?':
      return typeof value === 'string' && value.length <= MAX_TEXT && isStorable(value);
  }
}
