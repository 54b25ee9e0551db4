import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../../platform/errors/index.js';
import type { Clientopgave } from './clientopgave.js';
import { takenIn } from './clientregels.js';
import { dossierOf } from './dossier-uit-opgave.js';

const TODAY = '2026-11-01';
const OPGAVE: Clientopgave = {
  bsn: '111222333',
  geboortedatum: '1941-05-06',
  geslacht: '2',
  geslachtsnaam: 'Verzonnen',
  contactpersonen: [{ soortRelatie: '10', ingangsdatum: '2026-01-01' }],
  contactgegevens: [{ straatnaam: 'Voorbeeldstraat', ingangsdatum: '2026-01-01' }],
};

function stated(changes: Partial<Clientopgave>) {
  return dossierOf({ ...OPGAVE, ...changes }, 'client', undefined, () => 'id');
}

function refusal(changes: Partial<Clientopgave>): DomainError | null {
  try {
    takenIn(stated(changes), TODAY, ['client']);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

describe('a dossier that is taken in', () => {
  it('is spelled one way', () => {
    const { client, contactgegevens } = takenIn(
      stated({
        geslachtsnaam: ' Zoe\u0308 ',
        taal: ' ',
        commentaar: 'een\ntwee',
        contactgegevens: [{ plaatsnaam: ' Leiden', ingangsdatum: '2026-01-01' }],
      }),
      TODAY,
    );
    expect(client).toMatchObject({ geslachtsnaam: 'Zoë', taal: null, commentaar: 'een\ntwee' });
    expect(contactgegevens[0]?.plaatsnaam).toBe('Leiden');
  });

  it('may be of somebody born today', () => {
    expect(refusal({ geboortedatum: TODAY })).toBeNull();
  });

  it.each<[string, Partial<Clientopgave>, readonly string[], string | null]>([
    ['a BSN that fails the elfproef', { bsn: '111222334' }, ['bsn'], 'P1'],
    ['an AGB code of seven digits', { huisarts: '0199990' }, ['huisarts'], 'P1'],
    ['a birth tomorrow', { geboortedatum: '2026-11-02' }, ['geboortedatum'], null],
    ['a surname of spaces', { geslachtsnaam: '  ' }, ['geslachtsnaam'], null],
    ['a line end in a surname', { geslachtsnaam: 'a\nb' }, ['geslachtsnaam'], null],
    ['an escape in a remark', { commentaar: '\u001b' }, ['commentaar'], null],
    [
      'a contact person who ends before the beginning',
      { contactpersonen: [{ soortRelatie: '10', ingangsdatum: '2026-01-02', einddatum: '2026-01-01' }] },
      ['contactpersonen', '0', 'einddatum'],
      null,
    ],
    [
      'an override in the name of a contact person',
      { contactpersonen: [{ soortRelatie: '10', roepnaam: 'a\u202E', ingangsdatum: '2026-01-02' }] },
      ['contactpersonen', '0', 'roepnaam'],
      null,
    ],
    [
      'an address that ends before the beginning',
      { contactgegevens: [{ plaatsnaam: 'x', ingangsdatum: '2026-01-02', einddatum: '2026-01-01' }] },
      ['contactgegevens', '0', 'einddatum'],
      null,
    ],
    [
      'a NUL in an e-mail address',
      { contactgegevens: [{ emailadres: 'a\u0000', ingangsdatum: '2026-01-02' }] },
      ['contactgegevens', '0', 'emailadres'],
      null,
    ],
  ])('is refused for %s', (_what, changes, pad, regel) => {
    expect(refusal(changes)).toMatchObject({ code: 'ONGELDIGE_INVOER', pad: ['client', ...pad], regel });
  });
});
