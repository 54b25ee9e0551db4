import { CLIENT_WIL_ZORG_NIET, OVERDRACHT_TOEWIJZING, OVERPLAATSING, UITSTROOM } from './codes.js';
import { dossierhouder, indicatieVanaf, specificatie, toegewezenOp, waiting } from './bouwstenen.js';
import { pickProfiel } from './profielen.js';
import { type Omgeving, type Traject } from './traject.js';
import { clientContacts } from './wachtenden.js';
import { designWachtverloop } from './wachtverloop.js';
import { pickAanbieder } from './aanbiederkeuze.js';

/** Somebody on the lists of two providers at once; the first is dossierhouder. */
export function designTweeLijsten(omgeving: Omgeving): Traject {
  const { random, regio } = omgeving;
  const profiel = pickProfiel(random);
  const first = pickAanbieder(random, regio, profiel.sector, '4');
  const second = pickAanbieder(random, regio, profiel.sector, '4', [first]);
  const indicatie = indicatieVanaf(-random.int(120, 700), profiel, '4', first);
  const toewijzing = toegewezenOp(omgeving, indicatie);
  const later = { van: toewijzing.van + random.int(20, 90), tot: toewijzing.tot };
  const houder = dossierhouder(first, toewijzing);
  const lijst = (van: number) =>
    waiting(
      designWachtverloop(random, { van, tot: null, status: random.pick(['7', '2', '2', '3'] as const) }),
    );
  return {
    indicatie,
    specificaties: [
      specificatie(toewijzing, '4', first, lijst(toewijzing.van + 2)),
      specificatie(later, '4', second, lijst(later.van + 2)),
    ],
    rollen: [houder],
    contacten: clientContacts(omgeving, houder),
  };
}

/**
 * Another provider became dossierhouder; on the day of the hand-over both are. The first either keeps the client on
 * its list too, or hands over the whole allocation.
 */
export function designWisselDossierhouder(omgeving: Omgeving, geheel: boolean): Traject {
  const { random, regio } = omgeving;
  const profiel = pickProfiel(random);
  const oud = pickAanbieder(random, regio, profiel.sector, '4');
  const nieuw = pickAanbieder(random, regio, profiel.sector, '4', [oud]);
  const indicatie = indicatieVanaf(-random.int(250, 900), profiel, '4', oud);
  const toewijzing = toegewezenOp(omgeving, indicatie);
  const overdracht = random.int(toewijzing.van + 60, -40);
  const status = random.pick(['7', '2', '3'] as const);
  const houders = [
    dossierhouder(oud, { van: toewijzing.van, tot: overdracht }),
    dossierhouder(nieuw, { van: overdracht, tot: toewijzing.tot }),
  ];
  const bijNieuw = waiting(designWachtverloop(random, { van: overdracht, tot: null, status }));
  const bijOud = designWachtverloop(random, {
    van: toewijzing.van + random.int(0, 5),
    tot: geheel ? overdracht - 1 : null,
    status,
  });
  const oudeSpecificatie = geheel
    ? specificatie(
        { van: toewijzing.van, tot: overdracht },
        '4',
        oud,
        { ...waiting(bijOud), afstel: { op: overdracht, reden: OVERDRACHT_TOEWIJZING, bestemming: nieuw } },
        { redenIntrekking: OVERPLAATSING, bestemming: nieuw },
      )
    : specificatie(toewijzing, '4', oud, waiting(bijOud));
  return {
    indicatie,
    specificaties: [
      oudeSpecificatie,
      specificatie({ van: overdracht, tot: toewijzing.tot }, '4', nieuw, bijNieuw),
    ],
    rollen: houders,
    contacten: houders.flatMap((houder) => clientContacts(omgeving, houder)),
  };
}

/** The client does not want the care any more: Afstel, and the allocation and the role end that day. */
export function designAfstel(omgeving: Omgeving): Traject {
  const { random, regio } = omgeving;
  const profiel = pickProfiel(random);
  const aanbieder = pickAanbieder(random, regio, profiel.sector, '4');
  const indicatie = indicatieVanaf(-random.int(120, 900), profiel, '4', aanbieder);
  const van = toegewezenOp(omgeving, indicatie).van;
  const op = random.int(van + 45, -5);
  const uitstel = designWachtverloop(random, {
    van: van + random.int(0, 5),
    tot: op - 1,
    status: random.pick(['2', '3'] as const),
  });
  const houder = dossierhouder(aanbieder, { van, tot: op });
  return {
    indicatie,
    specificaties: [
      specificatie(
        { van, tot: op },
        '4',
        aanbieder,
        { uitstel, zorg: [], afstel: { op, reden: CLIENT_WIL_ZORG_NIET, bestemming: null } },
        { redenIntrekking: UITSTROOM },
      ),
    ],
    rollen: [houder],
    contacten: clientContacts(omgeving, houder),
  };
}
