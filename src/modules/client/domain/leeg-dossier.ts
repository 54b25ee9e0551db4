import type { Clientgegevens, Contactgegevensrij, Contactpersoongegevens } from './clientdossier.js';
import type { Adresvelden, Telefoonvelden } from './clientopgave.js';

/** Everything about a client, a contact person and contact data that nobody has to state. */
export const NO_CLIENT = {
  geboortedatumgebruik: null,
  burgerlijkeStaat: null,
  voorvoegselGeslachtsnaam: null,
  partnernaam: null,
  voorvoegselPartnernaam: null,
  voornamen: null,
  voorletters: null,
  roepnaam: null,
  leefeenheid: null,
  huisarts: null,
  communicatievorm: null,
  taal: null,
  commentaar: null,
} satisfies Partial<Clientgegevens>;

export const NO_CONTACTPERSOON = {
  volgorde: null,
  rol: null,
  relatie: null,
  geslachtsnaam: null,
  voorvoegselGeslachtsnaam: null,
  partnernaam: null,
  voorvoegselPartnernaam: null,
  voornamen: null,
  voorletters: null,
  roepnaam: null,
  naamgebruik: null,
  geslacht: null,
  geboortedatum: null,
  geboortedatumgebruik: null,
  einddatum: null,
} satisfies Partial<Contactpersoongegevens>;

export const NO_ADRES: Pick<Contactgegevensrij, Adresvelden> = {
  adressoort: null,
  straatnaam: null,
  huisnummer: null,
  huisletter: null,
  huisnummertoevoeging: null,
  postcode: null,
  plaatsnaam: null,
  land: null,
  aanduidingWoonadres: null,
};
export const NO_TELEFOON: Pick<Contactgegevensrij, Telefoonvelden> = {
  telefoonnummer01: null,
  landnummer01: null,
  telefoonnummer02: null,
  landnummer02: null,
};
export const NO_CONTACTGEGEVENS = { ...NO_ADRES, ...NO_TELEFOON, emailadres: null, einddatum: null };
