import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const folder = join('src', 'modules', 'contactbewaking');
/** What the daily task judges by, and putting a signal off, which says nothing about its cause. */
const WRITERS = [join(folder, 'signaal.service.ts'), join(folder, 'signalering.ts')];
const PUTS_OFF = /update contactsignaal\s+set sluimert_tot/;
/** A statement that writes, or a write through the entity. */
const WRITES =
  /(insert\s+into|update|delete\s+from|truncate|merge\s+into)\s+contactsignaal\b|\(ContactsignaalEntity\b|, ContactsignaalEntity,/i;

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('signals on contact duties', () => {
  it('are written by the daily task and by nothing else', () => {
    const writers = sources('src').filter((file) => WRITES.test(readFileSync(file, 'utf8')));
    expect(writers.sort()).toEqual(WRITERS);
    expect(readFileSync(join(folder, 'signaal.service.ts'), 'utf8')).toMatch(PUTS_OFF);
  });

  it.each([
    'await tx.query(`insert into contactsignaal (bemiddeling_id) values ($1)`)',
    'await tx.query(`update\n  contactsignaal s set ingetrokken_op = $1`)',
    'await tx.query("DELETE FROM contactsignaal")',
    'await tx.manager.update(ContactsignaalEntity, key, change)',
    'await RowSet.load(tx, ContactsignaalEntity, {})',
  ])('a writer elsewhere would be seen: %s', (planted) => {
    expect(WRITES.test(planted)).toBe(true);
  });

  it.each([
    'select from contactsignaal s where s.ingetrokken_op is null',
    "import { ContactsignaalEntity } from './x.js';",
    'export const entities = [\n  ContactmomentEntity,\n  ContactsignaalEntity,\n];',
  ])('a reader is not one: %s', (planted) => {
    expect(WRITES.test(planted)).toBe(false);
  });
});
