import type { Day } from '../../../platform/clock/index.js';
import type { Naamdelen } from './naam.js';

/** A person as the Indicatieregister describes them (SDL 1.6.5), under the names of the Bemiddelingsregister. */
export interface Clientgegevens extends Naamdelen {
  readonly clientID: string;
  readonly bsn: string;
  /** COD260; '1' asks for extra care with address, telephone and e-mail. */
  readonly geheimeClient: string;
  readonly geboortedatum: Day;
  /** COD170: which parts of the date of birth are unknown. */
  readonly geboortedatumgebruik: string | null;
  /** COD046. */
  readonly geslacht: string;
  /** COD366. */
  readonly burgerlijkeStaat: string | null;
  /** COD478. */
  readonly leefeenheid: string | null;
  /** AGB code of the general practitioner. */
  readonly huisarts: string | null;
  /** COD747. */
  readonly communicatievorm: string | null;
  readonly taal: string | null;
  readonly commentaar: string | null;
}

/** Somebody who speaks for or with the client. */
export interface Contactpersoongegevens extends Naamdelen {
  readonly contactpersoonID: string;
  readonly clientID: string;
  readonly relatienummer: string;
  readonly volgorde: number | null;
  /** COD472. */
  readonly soortRelatie: string;
  /** COD1003. */
  readonly rol: string | null;
  /** COD1002. */
  readonly relatie: string | null;
  readonly geslacht: string | null;
  readonly geboortedatum: Day | null;
  readonly geboortedatumgebruik: string | null;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
}

/**
 * An address, telephone and e-mail of a client or of a contact person: exactly one of the two ids is filled. The
 * Indicatieregister dates the three parts one by one; the row holds from the first of them to the last.
 */
export interface Contactgegevensrij {
  readonly contactgegevensID: string;
  readonly clientID: string | null;
  readonly contactpersoonID: string | null;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
  readonly adresID: string | null;
  /** COD757. */
  readonly adressoort: string | null;
  readonly straatnaam: string | null;
  readonly huisnummer: number | null;
  readonly huisletter: string | null;
  readonly huisnummertoevoeging: string | null;
  readonly postcode: string | null;
  readonly plaatsnaam: string | null;
  readonly land: string | null;
  readonly aanduidingWoonadres: string | null;
  readonly adresIngangsdatum: Day | null;
  readonly adresEinddatum: Day | null;
  readonly telefoonID: string | null;
  readonly telefoonnummer01: string | null;
  readonly landnummer01: string | null;
  readonly telefoonnummer02: string | null;
  readonly landnummer02: string | null;
  readonly telefoonIngangsdatum: Day | null;
  readonly telefoonEinddatum: Day | null;
  readonly emailID: string | null;
  readonly emailadres: string | null;
  readonly emailIngangsdatum: Day | null;
  readonly emailEinddatum: Day | null;
}

/** A client with everybody and everything by which they can be reached. */
export interface Clientdossier {
  readonly client: Clientgegevens;
  readonly contactpersonen: readonly Contactpersoongegevens[];
  readonly contactgegevens: readonly Contactgegevensrij[];
}
