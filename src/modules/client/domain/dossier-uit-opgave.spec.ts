import { describe, expect, it } from '@jest/globals';
import type { Clientdossier } from './clientdossier.js';
import type { Clientopgave } from './clientopgave.js';
import { bereikbaarheidOf, dossierOf } from './dossier-uit-opgave.js';

const CLIENT_ID = 'client';
const OPGAVE: Clientopgave = {
  bsn: '111222333',
  geboortedatum: '1941-05-06',
  geslacht: '2',
  geslachtsnaam: 'Verzonnen',
};

function counter(): () => string {
  let last = 0;
  return () => `id ${++last}`;
}

const adres = { straatnaam: 'Voorbeeldstraat', huisnummer: 1, ingangsdatum: '2026-01-01' };

describe('a dossier stated for the first time', () => {
  it('has its own name in use and is no geheime client, unless that was said', () => {
    const { client } = dossierOf(OPGAVE, CLIENT_ID, undefined, counter());
    expect(client).toMatchObject({
      clientID: CLIENT_ID,
      naamgebruik: '1',
      geheimeClient: '2',
      leefeenheid: null,
    });
    const secret = dossierOf(
      { ...OPGAVE, geheimeClient: '1', naamgebruik: '2' },
      CLIENT_ID,
      undefined,
      counter(),
    );
    expect(secret.client).toMatchObject({ naamgebruik: '2', geheimeClient: '1' });
  });

  it('dates the parts of contact data that are there, and no others', () => {
    const { contactgegevens } = dossierOf(
      { ...OPGAVE, contactgegevens: [adres] },
      CLIENT_ID,
      undefined,
      counter(),
    );
    expect(contactgegevens).toMatchObject([
      {
        clientID: CLIENT_ID,
        contactpersoonID: null,
        adresIngangsdatum: '2026-01-01',
        telefoonID: null,
        telefoonIngangsdatum: null,
        emailID: null,
      },
    ]);
    expect(contactgegevens[0]?.adresID).toMatch(/^id/);
  });

  it('numbers contact persons in order and hangs their data under them', () => {
    const personen = ['10', '16'].map((soortRelatie) => ({
      soortRelatie,
      ingangsdatum: '2026-01-01',
      contactgegevens: [{ telefoonnummer01: '0699000001', ingangsdatum: '2026-01-01' }],
    }));
    const dossier = dossierOf({ ...OPGAVE, contactpersonen: personen }, CLIENT_ID, undefined, counter());
    expect(dossier.contactpersonen.map(({ relatienummer }) => relatienummer)).toEqual(['1', '2']);
    expect(dossier.contactgegevens.map(({ contactpersoonID }) => contactpersoonID)).toEqual(
      dossier.contactpersonen.map(({ contactpersoonID }) => contactpersoonID),
    );
    expect(dossier.contactgegevens.every(({ clientID }) => clientID === null)).toBe(true);
  });
});

describe('a dossier stated over what is known', () => {
  const known: Clientdossier = dossierOf(
    {
      ...OPGAVE,
      leefeenheid: '3',
      voorletters: 'V.',
      contactpersonen: [
        {
          contactpersoonID: 'p',
          relatienummer: '7',
          soortRelatie: '10',
          ingangsdatum: '2026-01-01',
          roepnaam: 'Ouder',
        },
      ],
      contactgegevens: [{ ...adres, contactgegevensID: 'g' }],
    },
    CLIENT_ID,
    undefined,
    counter(),
  );

  it('keeps what is left out and clears what is null', () => {
    const { client } = dossierOf({ ...OPGAVE, voorletters: null }, CLIENT_ID, known, counter());
    expect(client).toMatchObject({ leefeenheid: '3', voorletters: null });
  });

  it('names only the people and data that were stated', () => {
    expect(bereikbaarheidOf({}, CLIENT_ID, known, counter())).toEqual({
      contactpersonen: [],
      contactgegevens: [],
    });
  });

  it('keeps number and name of a contact person, and counts on from there', () => {
    const { contactpersonen } = bereikbaarheidOf(
      {
        contactpersonen: [
          { contactpersoonID: 'p', soortRelatie: '10', ingangsdatum: '2026-01-01', einddatum: '2026-10-31' },
          { soortRelatie: '16', ingangsdatum: '2026-11-01' },
        ],
      },
      CLIENT_ID,
      known,
      counter(),
    );
    expect(contactpersonen).toMatchObject([
      { relatienummer: '7', roepnaam: 'Ouder', einddatum: '2026-10-31' },
      { relatienummer: '8', roepnaam: null },
    ]);
  });

  it('keeps the id of an address that changes, and gives a new telephone one', () => {
    const [former] = known.contactgegevens;
    const change = {
      contactgegevensID: 'g',
      huisnummer: 2,
      telefoonnummer01: '0699000001',
      ingangsdatum: '2026-01-01',
    };
    const [changed] = bereikbaarheidOf(
      { contactgegevens: [change] },
      CLIENT_ID,
      known,
      counter(),
    ).contactgegevens;
    expect(changed).toMatchObject({ adresID: former?.adresID, straatnaam: 'Voorbeeldstraat', huisnummer: 2 });
    expect(changed?.telefoonID).not.toBeNull();
  });

  it('has no address any more when every part of it is cleared', () => {
    const cleared = {
      contactgegevensID: 'g',
      straatnaam: null,
      huisnummer: null,
      emailadres: 'a@voorbeeld.test',
      ingangsdatum: '2026-01-01',
    };
    const [changed] = bereikbaarheidOf(
      { contactgegevens: [cleared] },
      CLIENT_ID,
      known,
      counter(),
    ).contactgegevens;
    expect(changed).toMatchObject({
      adresID: null,
      adresIngangsdatum: null,
      emailIngangsdatum: '2026-01-01',
    });
  });
});
