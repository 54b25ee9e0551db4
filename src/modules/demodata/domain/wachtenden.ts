import { type Sector, type Wachtstatus } from './codes.js';
import {
  dossierhouder,
  indicatieVanaf,
  overbrugging,
  specificatie,
  toegewezenOp,
  waiting,
  type Overbrugging,
} from './bouwstenen.js';
import { contactsInTime, contactsTooLate } from './contacten.js';
import { GISTEREN } from './kalender.js';
import { pickProfiel, type Profiel } from './profielen.js';
import { type Contactplan, type Omgeving, type Rolplan, type Traject, type Tijdvak } from './traject.js';
import { designWachtverloop } from './wachtverloop.js';
import { pickAanbieder } from './aanbiederkeuze.js';

/** How long people with this status have had their indication, in days. */
const DURATION: Readonly<Record<Wachtstatus, readonly [number, number]>> = {
  '6': [15, 220],
  '7': [20, 420],
  '2': [40, 980],
  '3': [40, 980],
};
/** Long enough for any duty to have begun more than 183 days ago. */
const DURATION_WHEN_LATE = [270, 900] as const;

/** In how many per cent there is care at home meanwhile. */
const BRIDGED: Readonly<Record<Wachtstatus, number>> = { '6': 50, '7': 45, '2': 30, '3': 8 };

export interface Wachtwens {
  readonly status: Wachtstatus;
  readonly vorm?: '4' | '5' | '8';
  readonly classificatie?: string;
  readonly sectoren?: readonly Sector[];
  /** Whose contact duty is overdue; nobody's when left out. */
  readonly teLaat?: 'DOSSIERHOUDER' | 'COORDINATOR';
}

/** Somebody who waits for one provider, perhaps with care at home meanwhile. */
export function designWachtende(omgeving: Omgeving, wens: Wachtwens): Traject {
  const { random, regio } = omgeving;
  const vorm = wens.vorm ?? '4';
  const coordinatorLate = wens.teLaat === 'COORDINATOR';
  const profiel = pickProfiel(random, {
    thuis: coordinatorLate || vorm !== '4',
    ...(wens.sectoren === undefined ? {} : { sectoren: wens.sectoren }),
  });
  const [shortest, longest] = wens.teLaat === undefined ? DURATION[wens.status] : DURATION_WHEN_LATE;
  const voorkeur = pickAanbieder(random, regio, profiel.sector, vorm);
  const indicatie = indicatieVanaf(
    -random.int(shortest, longest),
    profiel,
    vorm,
    random.chance(75) ? voorkeur : null,
  );
  const toewijzing = toegewezenOp(omgeving, indicatie);
  const uitstel = designWachtverloop(random, {
    van: Math.min(toewijzing.van + random.int(0, 5), GISTEREN),
    tot: null,
    status: wens.status,
    ...(wens.classificatie === undefined ? {} : { classificatie: wens.classificatie }),
    metVoorzorg: !coordinatorLate,
  });
  const houder = dossierhouder(voorkeur, toewijzing);
  const brug =
    coordinatorLate || (vorm === '4' && profiel.magThuis && random.chance(BRIDGED[wens.status]))
      ? bridgeFrom(omgeving, profiel, toewijzing)
      : null;
  return {
    indicatie,
    specificaties: [
      specificatie(toewijzing, vorm, voorkeur, waiting(uitstel)),
      ...(brug === null ? [] : [brug.specificatie]),
    ],
    rollen: [houder, ...(brug === null ? [] : [brug.rol])],
    contacten: [
      ...clientContacts(omgeving, houder, wens.teLaat === 'DOSSIERHOUDER'),
      ...(brug === null ? [] : coordinatorContacts(omgeving, brug.rol, coordinatorLate)),
    ],
  };
}

function bridgeFrom(omgeving: Omgeving, profiel: Profiel, toewijzing: Tijdvak): Overbrugging {
  const van = Math.min(toewijzing.van + omgeving.random.int(0, 21), GISTEREN);
  return overbrugging(omgeving, profiel, { van, tot: toewijzing.tot });
}

/** The role holder's contacts with the client or the contactpersoon. */
export function clientContacts(omgeving: Omgeving, rol: Rolplan, late = false): readonly Contactplan[] {
  const afspraak = { ...rol, met: omgeving.clientzijde };
  return late ? contactsTooLate(omgeving.random, afspraak) : contactsInTime(omgeving.random, afspraak);
}

/** The coördinator's contacts with the dossierhouder; some see the client as well, which fulfils no duty. */
export function coordinatorContacts(omgeving: Omgeving, rol: Rolplan, late = false): readonly Contactplan[] {
  const { random } = omgeving;
  const afspraak = { ...rol, met: ['DOSSIERHOUDER'] as const };
  const duty = late ? contactsTooLate(random, afspraak) : contactsInTime(random, afspraak);
  return random.chance(15) ? [...duty, ...clientContacts(omgeving, rol)] : duty;
}
