import {
  ACTIEF_PLAATSEN,
  DOORSTROOM_GECLUSTERD_VPT,
  DOORSTROOM_KLINISCHE_GGZ,
  URGENT_PLAATSEN,
  WACHT_OP_VOORKEUR,
  WACHT_UIT_VOORZORG,
} from './codes.js';
import { designElders, designOpnieuwWachten, designPlaatsing } from './plaatsingen.js';
import { type Random } from './random.js';
import {
  designMpt,
  designMptMetPgb,
  designPakket,
  designPgb,
  designVers,
  designZonderToewijzing,
} from './thuis.js';
import { type Omgeving, type Traject } from './traject.js';
import { designWachtende } from './wachtenden.js';
import { designAfstel, designTweeLijsten, designWisselDossierhouder } from './wisselingen.js';

/** A kind of client history, and how many in a thousand clients have it. */
export interface Situatie {
  readonly naam: string;
  readonly promille: number;
  readonly design: (omgeving: Omgeving) => Traject;
}

function situatie(naam: string, promille: number, design: (omgeving: Omgeving) => Traject): Situatie {
  return { naam, promille, design };
}

/** The mix: about three in five want a place in an institution, and most of those wait for it. */
export const SITUATIES: readonly Situatie[] = [
  situatie('wacht: urgent', 16, (o) => designWachtende(o, { status: URGENT_PLAATSEN })),
  situatie('wacht: urgent uit de klinische ggz', 6, (o) =>
    designWachtende(o, {
      status: URGENT_PLAATSEN,
      classificatie: DOORSTROOM_KLINISCHE_GGZ,
      sectoren: ['GGZ'],
    }),
  ),
  situatie('wacht: actief', 76, (o) => designWachtende(o, { status: ACTIEF_PLAATSEN })),
  situatie('wacht: op voorkeur', 150, (o) => designWachtende(o, { status: WACHT_OP_VOORKEUR })),
  situatie('wacht: uit voorzorg', 44, (o) => designWachtende(o, { status: WACHT_UIT_VOORZORG })),
  situatie('wacht, dossierhouder te laat: actief', 18, (o) =>
    designWachtende(o, { status: ACTIEF_PLAATSEN, teLaat: 'DOSSIERHOUDER' }),
  ),
  situatie('wacht, dossierhouder te laat: op voorkeur', 36, (o) =>
    designWachtende(o, { status: WACHT_OP_VOORKEUR, teLaat: 'DOSSIERHOUDER' }),
  ),
  situatie('wacht, dossierhouder te laat: uit voorzorg', 10, (o) =>
    designWachtende(o, { status: WACHT_UIT_VOORZORG, teLaat: 'DOSSIERHOUDER' }),
  ),
  situatie('wacht, coördinator te laat: actief', 14, (o) =>
    designWachtende(o, { status: ACTIEF_PLAATSEN, teLaat: 'COORDINATOR' }),
  ),
  situatie('wacht, coördinator te laat: op voorkeur', 28, (o) =>
    designWachtende(o, { status: WACHT_OP_VOORKEUR, teLaat: 'COORDINATOR' }),
  ),
  situatie('geplaatst', 56, (o) => designPlaatsing(o, 'GEEN')),
  situatie('geplaatst na overbrugging', 34, (o) => designPlaatsing(o, 'GESLOTEN')),
  situatie('geplaatst, overbrugging nog open', 12, (o) => designPlaatsing(o, 'NOG_OPEN')),
  situatie('wacht bij twee aanbieders', 24, designTweeLijsten),
  situatie('wisseling van dossierhouder, twee lijsten', 10, (o) => designWisselDossierhouder(o, false)),
  situatie('wisseling van dossierhouder, overdracht', 10, (o) => designWisselDossierhouder(o, true)),
  situatie('afstel', 12, designAfstel),
  situatie('levering beëindigd, wacht opnieuw', 12, designOpnieuwWachten),
  situatie('elders opgenomen, wacht op voorkeur', 10, designElders),
  situatie('nog niets gemeld', 15, (o) => designVers(o, false)),
  situatie('begint volgende week', 5, (o) => designVers(o, true)),
  situatie('mpt', 150, (o) => designMpt(o, 1)),
  situatie('mpt bij twee aanbieders', 18, (o) => designMpt(o, 2)),
  situatie('mpt met pgb', 14, designMptMetPgb),
  situatie('vpt', 72, (o) => designPakket(o, '5')),
  situatie('wacht op vpt', 12, (o) =>
    designWachtende(o, { status: WACHT_OP_VOORKEUR, vorm: '5', classificatie: DOORSTROOM_GECLUSTERD_VPT }),
  ),
  situatie('dtv', 36, (o) => designPakket(o, '8')),
  situatie('wacht op dtv', 10, (o) =>
    designWachtende(o, { status: ACTIEF_PLAATSEN, vorm: '8', sectoren: ['VV', 'GHZ'] }),
  ),
  situatie('pgb', 70, designPgb),
  situatie('zonder toewijzing', 20, designZonderToewijzing),
];

/**
 * Which situation each client gets, as an index in {@link SITUATIES}. From 100 clients on every situation occurs at
 * least once; the shares hold exactly apart from rounding, so that no seed happens to lack one.
 */
export function divideSituaties(random: Random, clients: number): Uint8Array {
  const atLeast = clients >= 100 ? 1 : 0;
  const division = new Uint8Array(clients);
  let filled = 0;
  SITUATIES.forEach((one, index) => {
    const share = Math.max(atLeast, Math.floor((clients * one.promille) / 1000));
    division.fill(index, filled, filled + share);
    filled = Math.min(clients, filled + share);
  });
  const weighted = SITUATIES.map((one, index) => [index, one.promille] as const);
  for (; filled < clients; filled += 1) division[filled] = random.weighted(weighted);
  random.shuffle(division);
  return division;
}
