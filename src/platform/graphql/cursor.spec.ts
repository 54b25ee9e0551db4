import { describe, expect, it } from '@jest/globals';
import { OngeldigeInvoer } from '../errors/index.js';
import { decodeCursor, encodeCursor } from './cursor.js';

const id = '0b0f7c52-0d3c-4d5e-9c51-0a5f0c7e1a11';
const shape = ['int', 'day', 'uuid', 'text?'] as const;

describe('a cursor', () => {
  it('comes back as it went out', () => {
    const values = [2, '2026-11-01', id, null];
    expect(decodeCursor(encodeCursor(values), shape)).toEqual(values);
  });

  it.each([
    ['is not base64url over JSON', 'geen cursor'],
    ['has too few values', encodeCursor([2, '2026-11-01', id])],
    ['has too many values', encodeCursor([2, '2026-11-01', id, null, 1])],
    ['has text for a number', encodeCursor(['2', '2026-11-01', id, null])],
    ['has a fraction', encodeCursor([2.5, '2026-11-01', id, null])],
    ['has a number PostgreSQL cannot hold', encodeCursor([2147483648, '2026-11-01', id, null])],
    ['has a day that does not exist', encodeCursor([2, '2026-02-30', id, null])],
    ['has SQL for an id', encodeCursor([2, '2026-11-01', "' or 1=1", null])],
    ['has null where a value must be', encodeCursor([null, '2026-11-01', id, null])],
    ['has a NUL', encodeCursor([2, '2026-11-01', id, 'a\u0000b'])],
    ['is an object', Buffer.from('{"length":4}').toString('base64url')],
    ['is longer than ours ever are', encodeCursor([2, '2026-11-01', id, 'x'.repeat(700)])],
  ])('that %s is refused', (_what, text) => {
    expect(() => decodeCursor(text, shape)).toThrow(OngeldigeInvoer);
  });
});
