import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** Who looks further than its actor may, and why; see docs/security.md before adding one. */
const FILES = [
  // A death, and the end of bridging care, end what others allocated.
  'src/modules/bemiddeling/beeindiging.service.ts',
  // The first bemiddeling of an indication; care beside what others allocated.
  'src/modules/bemiddeling/specificaties.service.ts',
  // Who is responsible now.
  'src/modules/client/client.queries.ts',
  // What a norm changes, and what follows from a change: the book of obligations is the register's own.
  'src/modules/contactbewaking/contactnorm.service.ts',
  // Numbers of a provider over roles that ended since; no client in the answer.
  'src/modules/contactbewaking/contactprestatie.queries.ts',
  'src/modules/contactbewaking/signaal.service.ts',
  'src/modules/contactbewaking/verplichtingenboek.ts',
  // Is this BSN, or this id, known already?
  'src/modules/indicatie/indicatie.service.ts',
  // A place is given once, whoever else holds one; who has an offer elsewhere is no candidate.
  'src/modules/plaats/aanbodverloop.ts',
  'src/modules/plaats/kandidaten.queries.ts',
  // The work of one's own regions or bemiddelingen, out of nine tables; each line is asked for again in the own role.
  'src/modules/termijn/werkvoorraad.queries.ts',
  // T7: care that others give.
  'src/modules/wachtlijst/levering.service.ts',
  // W10: since when a client has an indication, whichever zorgkantoor it was for.
  'src/modules/wachtlijst/reports.ts',
];

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
}

describe('looking further than the actor may', () => {
  it('is done in these files and in no other', () => {
    const found = sources('src').filter((file) => readFileSync(file, 'utf8').includes('.asRegister('));
    expect(found.sort()).toEqual(FILES);
  });

  it('is the only way: no other file takes on a database role of a frame', () => {
    const roles = /set (local )?role|wlz_(zorgkantoor|zorgaanbieder|systeem|beheerder|logbeheerder|bewaker)/;
    const found = sources('src').filter((file) => roles.test(readFileSync(file, 'utf8')));
    expect(found.sort()).toEqual([
      // Reads the code lists in wlz_lezer, for which no policy exists.
      'src/modules/codelijst/codelijsten.service.ts',
      'src/platform/database/frame.ts',
      'src/platform/database/roles.ts',
    ]);
  });
});
