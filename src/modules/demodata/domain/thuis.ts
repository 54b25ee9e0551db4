import { VOORKEUR_PGB_MET_MPT, VOORKEUR_THUIS, type Leveringsvorm } from './codes.js';
import {
  coordinator,
  dossierhouder,
  inZorg,
  indicatieVanaf,
  OLDEST,
  specificatie,
  toegewezenOp,
} from './bouwstenen.js';
import { GISTEREN, type DagNummer } from './kalender.js';
import { pickProfiel } from './profielen.js';
import { GEHEEL, type Omgeving, type Traject } from './traject.js';
import { clientContacts } from './wachtenden.js';
import { pickAanbieder } from './aanbiederkeuze.js';

function anyDay(omgeving: Omgeving): DagNummer {
  return omgeving.random.int(OLDEST, -20);
}

function startOfCare(omgeving: Omgeving, toegewezen: DagNummer): DagNummer {
  return Math.min(toegewezen + omgeving.random.int(1, 14), GISTEREN);
}

/** Care at home in modules; with a second provider the budget is split, and one of them coordinates. */
export function designMpt(omgeving: Omgeving, aanbieders: 1 | 2): Traject {
  const { random, regio } = omgeving;
  const profiel = pickProfiel(random, { thuis: true });
  const first = pickAanbieder(random, regio, profiel.sector, '7');
  const indicatie = indicatieVanaf(anyDay(omgeving), profiel, '7', random.chance(60) ? first : null);
  const toewijzing = toegewezenOp(omgeving, indicatie);
  const regie = coordinator(first, toewijzing);
  const aandeel = aanbieders === 1 ? GEHEEL : random.int(5, 8) * 1000;
  const specificaties = [
    specificatie(toewijzing, '7', first, inZorg(startOfCare(omgeving, toewijzing.van)), { aandeel }),
  ];
  if (aanbieders === 2) {
    const second = pickAanbieder(random, regio, profiel.sector, '7', [first]);
    const levering = inZorg(startOfCare(omgeving, toewijzing.van));
    specificaties.push(specificatie(toewijzing, '7', second, levering, { aandeel: GEHEEL - aandeel }));
  }
  const contacten = random.chance(85) ? clientContacts(omgeving, regie) : [];
  return { indicatie, specificaties, rollen: [regie], contacten };
}

/** Part of the care in modules, the rest from a personal budget. */
export function designMptMetPgb(omgeving: Omgeving): Traject {
  const { random, regio } = omgeving;
  const profiel = pickProfiel(random, { thuis: true, pgb: true });
  const aanbieder = pickAanbieder(random, regio, profiel.sector, '7');
  const indicatie = {
    ...indicatieVanaf(anyDay(omgeving), profiel, '7', aanbieder),
    voorkeurClient: VOORKEUR_PGB_MET_MPT,
  };
  const toewijzing = toegewezenOp(omgeving, indicatie);
  const regie = coordinator(aanbieder, toewijzing);
  const aandeel = random.int(3, 7) * 1000;
  const started = startOfCare(omgeving, toewijzing.van);
  return {
    indicatie,
    specificaties: [
      specificatie(toewijzing, '7', aanbieder, inZorg(started), { aandeel }),
      specificatie(toewijzing, '2', null, inZorg(started), { aandeel: GEHEEL - aandeel }),
    ],
    rollen: [regie],
    contacten: clientContacts(omgeving, regie),
  };
}

export function designPgb(omgeving: Omgeving): Traject {
  const profiel = pickProfiel(omgeving.random, { thuis: true, pgb: true });
  const indicatie = indicatieVanaf(anyDay(omgeving), profiel, '2', null);
  const toewijzing = toegewezenOp(omgeving, indicatie);
  return {
    indicatie,
    specificaties: [specificatie(toewijzing, '2', null, inZorg(startOfCare(omgeving, toewijzing.van)))],
    rollen: [],
    contacten: [],
  };
}

/** A full package at home, or part-time stay: in care, with a dossierhouder. */
export function designPakket(omgeving: Omgeving, vorm: '5' | '8'): Traject {
  const { random, regio } = omgeving;
  const profiel = pickProfiel(
    random,
    vorm === '8' ? { thuis: true, sectoren: ['VV', 'GHZ'] } : { thuis: true },
  );
  const aanbieder = pickAanbieder(random, regio, profiel.sector, vorm);
  const indicatie = indicatieVanaf(anyDay(omgeving), profiel, vorm, random.chance(60) ? aanbieder : null);
  const toewijzing = toegewezenOp(omgeving, indicatie);
  const houder = dossierhouder(aanbieder, toewijzing);
  const levering = inZorg(startOfCare(omgeving, toewijzing.van));
  return {
    indicatie,
    specificaties: [specificatie(toewijzing, vorm, aanbieder, levering)],
    rollen: [houder],
    contacten: random.chance(60) ? clientContacts(omgeving, houder) : [],
  };
}

/** Allocated, and the provider has not reported anything yet: this week, or from a day next week. */
export function designVers(omgeving: Omgeving, volgendeWeek: boolean): Traject {
  const { random, regio } = omgeving;
  const profiel = pickProfiel(random);
  const vorm: Leveringsvorm = '4';
  const aanbieder = pickAanbieder(random, regio, profiel.sector, vorm);
  const van = volgendeWeek ? random.int(3, 7) : -random.int(1, 6);
  const indicatie = indicatieVanaf(Math.min(van, GISTEREN) - random.int(1, 9), profiel, vorm, aanbieder);
  const toewijzing = { van, tot: indicatie.tot };
  return {
    indicatie,
    specificaties: [specificatie(toewijzing, vorm, aanbieder, null)],
    rollen: [dossierhouder(aanbieder, toewijzing)],
    contacten: [],
  };
}

/** Indicated, and the office has not allocated anything yet. */
export function designZonderToewijzing(omgeving: Omgeving): Traject {
  const { random } = omgeving;
  const profiel = pickProfiel(random);
  const wens = random.pick(['4', VOORKEUR_THUIS]);
  return {
    indicatie: { ...indicatieVanaf(-random.int(1, 7), profiel, '4', null), voorkeurClient: wens },
    specificaties: [],
    rollen: [],
    contacten: [],
  };
}
