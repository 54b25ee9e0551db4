import { composeAdres, composeTelefoon } from './contactgegevens.js';
import { type DemoClient, type DemoContactPersoon } from './demo-data.types.js';
import { type Kalender } from './kalender.js';
import { type Random } from './random.js';
import { type Omgeving, type Indicatieplan } from './traject.js';

/** Who the client is, apart from what happens to them. */
export interface Identiteit {
  /** Runs from 0; part of the surname, so that no two clients share one. */
  readonly volgnummer: number;
  readonly bsn: string;
  readonly geheim: boolean;
}

/** Words that no family is called. */
const NAMES = ['Verzonnen', 'Fabel', 'Schijn', 'Nergens', 'Denkbeeld', 'Sprookje', 'Mijmering', 'Zogenaamd'];
const VOORVOEGSELS = [null, null, 'de', 'van', 'van der'];
const INITIALS = ['A.', 'B.', 'C.', 'D.', 'E.', 'G.', 'H.', 'J.', 'K.', 'L.', 'M.', 'N.'];
/** COD478; not 7 (lives in an institution), which would contradict most histories. */
const LEEFEENHEDEN = ['1', '2', '3', '9'];

/** COD472: curator, parent, partner, mentor, child. */
const RELATIES: readonly (readonly [string, number])[] = [
  ['16', 45],
  ['12', 30],
  ['10', 10],
  ['15', 10],
  ['03', 5],
];

/** The client with address, telephone and contactpersonen, all known since the indication began. */
export function composeClient(
  omgeving: Omgeving,
  kalender: Kalender,
  indicatie: Indicatieplan,
  identiteit: Identiteit,
): DemoClient {
  const { random } = omgeving;
  const clientID = random.uuid();
  const since = kalender.day(indicatie.van);
  const [youngest, oldest] = indicatie.profiel.leeftijd;
  const ageInDays = Math.floor(random.int(youngest, oldest) * 365.25) + random.int(1, 364);
  const geslachtsnaam = `${random.pick(NAMES)}-${String(identiteit.volgnummer).padStart(4, '0')}`;
  const hasPerson = omgeving.clientzijde.includes('CONTACTPERSOON');
  return {
    clientID,
    bsn: identiteit.bsn,
    geheimeClient: identiteit.geheim ? '1' : '2',
    geboorteDatum: kalender.day(indicatie.van - ageInDays),
    geboortedatumGebruik: null,
    geslacht: random.pick(['1', '2']),
    burgerlijkeStaat: null,
    geslachtsnaam,
    voorvoegselGeslachtsnaam: random.pick(VOORVOEGSELS),
    partnernaam: null,
    voorvoegselPartnernaam: null,
    voornamen: null,
    roepnaam: null,
    voorletters: random.pick(INITIALS),
    naamGebruik: '1',
    leefeenheid: random.pick(LEEFEENHEDEN),
    agbcodeHuisarts: `0199${String(random.int(0, 9999)).padStart(4, '0')}`,
    communicatieVorm: random.chance(2) ? random.pick(['1', '2']) : null,
    taal: null,
    commentaar: null,
    contactPersoon: hasPerson ? [composeContactPersoon(random, since, clientID, geslachtsnaam)] : [],
    contactGegevens: [
      {
        contactGegevensID: random.uuid(),
        clientID,
        contactPersoonID: null,
        adres: composeAdres(omgeving, since),
        telefoon: random.chance(60) ? composeTelefoon(random, since) : null,
        email: null,
      },
    ],
  };
}

function composeContactPersoon(
  random: Random,
  since: string,
  clientID: string,
  geslachtsnaam: string,
): DemoContactPersoon {
  return {
    contactPersoonID: random.uuid(),
    relatieNummer: '1',
    volgorde: 1,
    soortRelatie: random.weighted(RELATIES),
    rol: null,
    relatie: null,
    voornamen: null,
    roepnaam: 'Contact',
    voorletters: random.pick(INITIALS),
    geslachtsnaam,
    voorvoegselGeslachtsnaam: null,
    partnernaam: null,
    voorvoegselPartnernaam: null,
    naamGebruik: '1',
    geslacht: null,
    geboorteDatum: null,
    geboortedatumGebruik: null,
    ingangsdatum: since,
    einddatum: null,
    clientID,
    contactGegevens: [
      {
        contactGegevensID: random.uuid(),
        clientID: null,
        contactPersoonID: null,
        adres: null,
        telefoon: composeTelefoon(random, since),
        email: null,
      },
    ],
  };
}
