import { LEVERING_BEEINDIGD_AANHOUDEN, OVERBRUGGING, type Wachtstatus } from './codes.js';
import {
  dossierhouder,
  inZorg,
  indicatieVanaf,
  overbrugging,
  specificatie,
  toegewezenOp,
  waiting,
} from './bouwstenen.js';
import { GISTEREN } from './kalender.js';
import { pickProfiel } from './profielen.js';
import { type Omgeving, type Traject } from './traject.js';
import { clientContacts, coordinatorContacts } from './wachtenden.js';
import { designWachtverloop } from './wachtverloop.js';
import { pickAanbieder } from './aanbiederkeuze.js';

/** Statuses from which people are placed. */
const BEFORE_PLACEMENT: readonly (readonly [Wachtstatus, number])[] = [
  ['6', 25],
  ['7', 45],
  ['2', 25],
  ['3', 5],
];

/** What became of the bridging line when the place came free. */
export type Brugafloop = 'GEEN' | 'GESLOTEN' | 'NOG_OPEN';

/**
 * Somebody who waited and now lives with the provider. Care at home ended the day before, or is by mistake still
 * open: accepted, and a signal for the office.
 */
export function designPlaatsing(omgeving: Omgeving, brugafloop: Brugafloop): Traject {
  const { random, regio } = omgeving;
  const profiel = pickProfiel(random, { thuis: brugafloop !== 'GEEN' });
  const aanbieder = pickAanbieder(random, regio, profiel.sector, '4');
  const indicatie = indicatieVanaf(-random.int(120, 980), profiel, '4', random.chance(75) ? aanbieder : null);
  const toewijzing = toegewezenOp(omgeving, indicatie);
  const placed = random.int(toewijzing.van + 30, -3);
  const uitstel = designWachtverloop(random, {
    van: toewijzing.van + random.int(0, 5),
    tot: placed - 1,
    status: random.weighted(BEFORE_PLACEMENT),
  });
  const houder = dossierhouder(aanbieder, toewijzing);
  const hoofd = specificatie(toewijzing, '4', aanbieder, inZorg(placed, uitstel));
  if (brugafloop === 'GEEN') {
    return {
      indicatie,
      specificaties: [hoofd],
      rollen: [houder],
      contacten: clientContacts(omgeving, houder),
    };
  }
  const tot = brugafloop === 'GESLOTEN' ? placed - 1 : null;
  const brug = overbrugging(omgeving, profiel, { van: toewijzing.van, tot });
  return {
    indicatie,
    specificaties: [hoofd, { ...brug.specificatie, levering: null }],
    rollen: [houder, brug.rol],
    contacten: [
      ...clientContacts(omgeving, houder),
      ...coordinatorContacts(omgeving, { ...brug.rol, tot: placed - 1 }),
    ],
  };
}

/** Care ended, the allocation stayed open, and the client waits again for the same provider. */
export function designOpnieuwWachten(omgeving: Omgeving): Traject {
  const { random, regio } = omgeving;
  const profiel = pickProfiel(random);
  const aanbieder = pickAanbieder(random, regio, profiel.sector, '4');
  const indicatie = indicatieVanaf(-random.int(300, 900), profiel, '4', aanbieder);
  const toewijzing = toegewezenOp(omgeving, indicatie);
  const started = toewijzing.van + random.int(30, 90);
  const ended = random.int(started + 30, -30);
  const first = designWachtverloop(random, { van: toewijzing.van, tot: started - 1, status: '7' });
  const second = designWachtverloop(random, {
    van: ended + 1,
    tot: null,
    status: random.pick(['7', '2', '3'] as const),
  });
  const houder = dossierhouder(aanbieder, toewijzing);
  return {
    indicatie,
    specificaties: [
      specificatie(toewijzing, '4', aanbieder, {
        uitstel: [...first, ...second],
        zorg: [{ van: started, tot: ended, beeindigingReden: LEVERING_BEEINDIGD_AANHOUDEN }],
        afstel: null,
      }),
    ],
    rollen: [houder],
    contacten: clientContacts(omgeving, houder),
  };
}

/** Somebody admitted for the time being elsewhere (a bridging line with opname) who waits for the preferred provider. */
export function designElders(omgeving: Omgeving): Traject {
  const { random, regio } = omgeving;
  const profiel = pickProfiel(random);
  const voorkeur = pickAanbieder(random, regio, profiel.sector, '4');
  const elders = pickAanbieder(random, regio, profiel.sector, '4', [voorkeur]);
  const indicatie = indicatieVanaf(-random.int(100, 700), profiel, '4', voorkeur);
  const toewijzing = toegewezenOp(omgeving, indicatie);
  const uitstel = designWachtverloop(random, {
    van: toewijzing.van + random.int(0, 5),
    tot: null,
    status: random.pick(['2', '7'] as const),
  });
  const opgenomen = Math.min(toewijzing.van + random.int(10, 60), GISTEREN);
  const houder = dossierhouder(voorkeur, toewijzing);
  return {
    indicatie,
    specificaties: [
      specificatie(toewijzing, '4', voorkeur, waiting(uitstel)),
      specificatie({ van: opgenomen, tot: toewijzing.tot }, '4', elders, inZorg(opgenomen), {
        soort: OVERBRUGGING,
      }),
    ],
    rollen: [houder],
    contacten: clientContacts(omgeving, houder),
  };
}
