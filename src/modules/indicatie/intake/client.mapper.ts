import { OPEN_END, type Day } from '../../../platform/clock/index.js';
import type {
  Clientdossier,
  Clientgegevens,
  Contactgegevensrij,
  Contactpersoongegevens,
} from '../../client/index.js';
import type { ClientRecord, ContactgegevensRecord, ContactpersoonRecord } from './indicaties.schema.js';

/**
 * The person of a record under our names.
 * @param day stands in where contact data carry no date at all
 */
export function clientFromRegister(record: ClientRecord, day: Day): Clientdossier {
  const { clientID } = record;
  return {
    client: {
      clientID,
      bsn: record.bsn,
      geheimeClient: record.geheimeClient,
      geboortedatum: record.geboorteDatum,
      geboortedatumgebruik: record.geboortedatumGebruik,
      geslacht: record.geslacht,
      burgerlijkeStaat: record.burgerlijkeStaat,
      geslachtsnaam: record.geslachtsnaam,
      voorvoegselGeslachtsnaam: record.voorvoegselGeslachtsnaam,
      partnernaam: record.partnernaam,
      voorvoegselPartnernaam: record.voorvoegselPartnernaam,
      voornamen: record.voornamen,
      roepnaam: record.roepnaam,
      voorletters: record.voorletters,
      naamgebruik: record.naamGebruik,
      leefeenheid: record.leefeenheid,
      huisarts: record.agbcodeHuisarts,
      communicatievorm: record.communicatieVorm,
      taal: record.taal,
      commentaar: record.commentaar,
    },
    contactpersonen: record.contactPersoon.map((persoon) => contactpersoonFromRegister(persoon, clientID)),
    contactgegevens: [
      ...record.contactGegevens.map((rij) =>
        contactgegevensFromRegister(rij, { clientID, contactpersoonID: null }, day),
      ),
      ...record.contactPersoon.flatMap(({ contactPersoonID, contactGegevens, ingangsdatum }) =>
        contactGegevens.map((rij) =>
          contactgegevensFromRegister(
            rij,
            { clientID: null, contactpersoonID: contactPersoonID },
            ingangsdatum,
          ),
        ),
      ),
    ],
  };
}

function contactpersoonFromRegister(record: ContactpersoonRecord, clientID: string): Contactpersoongegevens {
  return {
    contactpersoonID: record.contactPersoonID,
    clientID,
    relatienummer: record.relatieNummer,
    volgorde: record.volgorde,
    soortRelatie: record.soortRelatie,
    rol: record.rol,
    relatie: record.relatie,
    geslachtsnaam: record.geslachtsnaam,
    voorvoegselGeslachtsnaam: record.voorvoegselGeslachtsnaam,
    partnernaam: record.partnernaam,
    voorvoegselPartnernaam: record.voorvoegselPartnernaam,
    voornamen: record.voornamen,
    roepnaam: record.roepnaam,
    voorletters: record.voorletters,
    naamgebruik: record.naamGebruik,
    geslacht: record.geslacht,
    geboortedatum: record.geboorteDatum,
    geboortedatumgebruik: record.geboortedatumGebruik,
    ingangsdatum: record.ingangsdatum,
    einddatum: record.einddatum,
  };
}

function contactgegevensFromRegister(
  { contactGegevensID, adres, telefoon, email }: ContactgegevensRecord,
  owner: Pick<Contactgegevensrij, 'clientID' | 'contactpersoonID'>,
  day: Day,
): Contactgegevensrij {
  const parts = [adres, telefoon, email].filter((part) => part !== null);
  const begins = parts.map(({ ingangsdatum }) => ingangsdatum).sort();
  const ends = parts.map(({ einddatum }) => einddatum ?? OPEN_END).sort();
  const last = ends.at(-1) ?? OPEN_END;
  return {
    contactgegevensID: contactGegevensID,
    ...owner,
    ingangsdatum: begins[0] ?? day,
    einddatum: last === OPEN_END ? null : last,
    adresID: adres?.adresID ?? null,
    adressoort: adres?.adresSoort ?? null,
    straatnaam: adres?.straatnaam ?? null,
    huisnummer: adres?.huisnummer ?? null,
    huisletter: adres?.huisletter ?? null,
    huisnummertoevoeging: adres?.huisnummerToevoeging ?? null,
    postcode: adres?.postcode ?? null,
    plaatsnaam: adres?.plaatsnaam ?? null,
    land: adres?.landCode ?? null,
    aanduidingWoonadres: adres?.aanduidingWoonadres ?? null,
    adresIngangsdatum: adres?.ingangsdatum ?? null,
    adresEinddatum: adres?.einddatum ?? null,
    telefoonID: telefoon?.telefoonID ?? null,
    telefoonnummer01: telefoon?.telefoonnummer ?? null,
    landnummer01: telefoon?.landnummer ?? null,
    telefoonnummer02: null,
    landnummer02: null,
    telefoonIngangsdatum: telefoon?.ingangsdatum ?? null,
    telefoonEinddatum: telefoon?.einddatum ?? null,
    emailID: email?.emailID ?? null,
    emailadres: email?.emailadres ?? null,
    emailIngangsdatum: email?.ingangsdatum ?? null,
    emailEinddatum: email?.einddatum ?? null,
  };
}

/** The way back: the person under the names of the Indicatieregister. */
export function clientToRegister({ client, contactpersonen, contactgegevens }: Clientdossier): ClientRecord {
  const { clientID } = client;
  return {
    ...clientFields(client),
    contactPersoon: contactpersonen.map((persoon) => ({
      ...contactpersoonFields(persoon),
      contactGegevens: contactgegevens
        .filter((rij) => rij.contactpersoonID === persoon.contactpersoonID)
        .map((rij) => contactgegevensToRegister(rij, null)),
    })),
    contactGegevens: contactgegevens
      .filter((rij) => rij.clientID === clientID)
      .map((rij) => contactgegevensToRegister(rij, clientID)),
  };
}

function clientFields(client: Clientgegevens): Omit<ClientRecord, 'contactPersoon' | 'contactGegevens'> {
  return {
    clientID: client.clientID,
    bsn: client.bsn,
    geheimeClient: client.geheimeClient,
    geboorteDatum: client.geboortedatum,
    geboortedatumGebruik: client.geboortedatumgebruik,
    geslacht: client.geslacht,
    burgerlijkeStaat: client.burgerlijkeStaat,
    geslachtsnaam: client.geslachtsnaam ?? '',
    voorvoegselGeslachtsnaam: client.voorvoegselGeslachtsnaam,
    partnernaam: client.partnernaam,
    voorvoegselPartnernaam: client.voorvoegselPartnernaam,
    voornamen: client.voornamen,
    roepnaam: client.roepnaam,
    voorletters: client.voorletters,
    naamGebruik: client.naamgebruik ?? '1',
    leefeenheid: client.leefeenheid,
    agbcodeHuisarts: client.huisarts,
    communicatieVorm: client.communicatievorm,
    taal: client.taal,
    commentaar: client.commentaar,
  };
}

function contactpersoonFields(
  persoon: Contactpersoongegevens,
): Omit<ContactpersoonRecord, 'contactGegevens'> {
  return {
    contactPersoonID: persoon.contactpersoonID,
    relatieNummer: persoon.relatienummer,
    volgorde: persoon.volgorde,
    soortRelatie: persoon.soortRelatie,
    rol: persoon.rol,
    relatie: persoon.relatie,
    voornamen: persoon.voornamen,
    roepnaam: persoon.roepnaam,
    voorletters: persoon.voorletters,
    geslachtsnaam: persoon.geslachtsnaam,
    voorvoegselGeslachtsnaam: persoon.voorvoegselGeslachtsnaam,
    partnernaam: persoon.partnernaam,
    voorvoegselPartnernaam: persoon.voorvoegselPartnernaam,
    naamGebruik: persoon.naamgebruik,
    geslacht: persoon.geslacht,
    geboorteDatum: persoon.geboortedatum,
    geboortedatumGebruik: persoon.geboortedatumgebruik,
    ingangsdatum: persoon.ingangsdatum,
    einddatum: persoon.einddatum,
    clientID: persoon.clientID,
  };
}

/** A part that has no id is not there; the register fills the owner's id only for a client's own data. */
function contactgegevensToRegister(rij: Contactgegevensrij, clientID: string | null): ContactgegevensRecord {
  const { ingangsdatum } = rij;
  return {
    contactGegevensID: rij.contactgegevensID,
    clientID,
    contactPersoonID: null,
    adres:
      rij.adresID === null
        ? null
        : {
            adresID: rij.adresID,
            adresSoort: rij.adressoort ?? '',
            straatnaam: rij.straatnaam,
            huisnummer: rij.huisnummer,
            huisletter: rij.huisletter,
            huisnummerToevoeging: rij.huisnummertoevoeging,
            postcode: rij.postcode,
            plaatsnaam: rij.plaatsnaam,
            landCode: rij.land,
            aanduidingWoonadres: rij.aanduidingWoonadres,
            ingangsdatum: rij.adresIngangsdatum ?? ingangsdatum,
            einddatum: rij.adresEinddatum,
          },
    telefoon:
      rij.telefoonID === null
        ? null
        : {
            telefoonID: rij.telefoonID,
            telefoonnummer: rij.telefoonnummer01 ?? '',
            landnummer: rij.landnummer01,
            ingangsdatum: rij.telefoonIngangsdatum ?? ingangsdatum,
            einddatum: rij.telefoonEinddatum,
          },
    email:
      rij.emailID === null
        ? null
        : {
            emailID: rij.emailID,
            emailadres: rij.emailadres ?? '',
            ingangsdatum: rij.emailIngangsdatum ?? ingangsdatum,
            einddatum: rij.emailEinddatum,
          },
  };
}
