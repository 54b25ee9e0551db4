import { isOrdered, type Day } from '../../../platform/clock/index.js';
import { OngeldigeInvoer } from '../../../platform/errors/index.js';
import { assertBsn } from './bsn.js';
import type {
  Clientdossier,
  Clientgegevens,
  Contactgegevensrij,
  Contactpersoongegevens,
} from './clientdossier.js';
import type { Naamdelen } from './naam.js';
import { lineOf, proseOf } from './schrijfwijze.js';

type Pad = readonly string[];
type TextField = Exclude<keyof Contactgegevensrij, 'huisnummer'>;

/**
 * The dossier as it may be stored: rule P1, every text in its one spelling, every period in order. Codes are checked
 * beside this, against the code lists of the day.
 * @throws DomainError with the path of the field
 */
export function takenIn(dossier: Clientdossier, today: Day, pad: Pad = []): Clientdossier {
  return {
    client: clientTakenIn(dossier.client, today, pad),
    contactpersonen: dossier.contactpersonen.map((persoon, index) =>
      contactpersoonTakenIn(persoon, [...pad, 'contactpersonen', String(index)]),
    ),
    contactgegevens: dossier.contactgegevens.map((rij, index) =>
      contactgegevensTakenIn(rij, [...pad, 'contactgegevens', String(index)]),
    ),
  };
}

function clientTakenIn(client: Clientgegevens, today: Day, pad: Pad): Clientgegevens {
  assertBsn(client.bsn, [...pad, 'bsn']);
  assertAgb(client.huisarts, [...pad, 'huisarts']);
  if (client.geboortedatum > today) {
    throw new OngeldigeInvoer('De geboortedatum ligt in de toekomst.', { pad: [...pad, 'geboortedatum'] });
  }
  const namen = namenTakenIn(client, pad);
  if (namen.geslachtsnaam === null) {
    throw new OngeldigeInvoer('Een cliënt heeft een geslachtsnaam.', { pad: [...pad, 'geslachtsnaam'] });
  }
  return {
    ...client,
    ...namen,
    taal: lineOf(client.taal, [...pad, 'taal']),
    commentaar: proseOf(client.commentaar, [...pad, 'commentaar']),
  };
}

function contactpersoonTakenIn(persoon: Contactpersoongegevens, pad: Pad): Contactpersoongegevens {
  assertPeriod(persoon.ingangsdatum, persoon.einddatum, pad);
  const relatienummer = lineOf(persoon.relatienummer, [...pad, 'relatienummer']);
  if (relatienummer === null) {
    throw new OngeldigeInvoer('Een contactpersoon heeft een relatienummer.', {
      pad: [...pad, 'relatienummer'],
    });
  }
  return { ...persoon, ...namenTakenIn(persoon, pad), relatienummer };
}

function contactgegevensTakenIn(rij: Contactgegevensrij, pad: Pad): Contactgegevensrij {
  assertPeriod(rij.ingangsdatum, rij.einddatum, pad);
  const line = (field: TextField): string | null => lineOf(rij[field], [...pad, field]);
  return {
    ...rij,
    straatnaam: line('straatnaam'),
    huisletter: line('huisletter'),
    huisnummertoevoeging: line('huisnummertoevoeging'),
    postcode: line('postcode'),
    plaatsnaam: line('plaatsnaam'),
    land: line('land'),
    aanduidingWoonadres: line('aanduidingWoonadres'),
    telefoonnummer01: line('telefoonnummer01'),
    landnummer01: line('landnummer01'),
    telefoonnummer02: line('telefoonnummer02'),
    landnummer02: line('landnummer02'),
    emailadres: line('emailadres'),
  };
}

/** Rule P1: an AGB code has eight digits. */
function assertAgb(agb: string | null, pad: Pad): void {
  if (agb !== null && !/^\d{8}$/.test(agb)) {
    throw new OngeldigeInvoer('Een AGB-code bestaat uit acht cijfers.', { regel: 'P1', bron: 'TR042', pad });
  }
}

function assertPeriod(ingangsdatum: Day, einddatum: Day | null, pad: Pad): void {
  if (!isOrdered(ingangsdatum, einddatum)) {
    throw new OngeldigeInvoer('De einddatum ligt voor de ingangsdatum.', { pad: [...pad, 'einddatum'] });
  }
}

function namenTakenIn(delen: Naamdelen, pad: Pad): Naamdelen {
  const line = (field: keyof Naamdelen): string | null => lineOf(delen[field], [...pad, field]);
  return {
    geslachtsnaam: line('geslachtsnaam'),
    voorvoegselGeslachtsnaam: line('voorvoegselGeslachtsnaam'),
    partnernaam: line('partnernaam'),
    voorvoegselPartnernaam: line('voorvoegselPartnernaam'),
    voornamen: line('voornamen'),
    voorletters: line('voorletters'),
    roepnaam: line('roepnaam'),
    naamgebruik: delen.naamgebruik,
  };
}
