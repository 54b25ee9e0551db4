import {
  COORDINATOR_ZORG_THUIS,
  DOSSIERHOUDER,
  OVERBRUGGING,
  REGULIER,
  VOORKEUR,
  type Leveringsvorm,
} from './codes.js';
import { GISTEREN, type DagNummer } from './kalender.js';
import { type Profiel } from './profielen.js';
import {
  GEHEEL,
  type Indicatieplan,
  type Leveringplan,
  type Omgeving,
  type Rolplan,
  type Specificatieplan,
  type Tijdvak,
  type Uitstelplan,
} from './traject.js';
import { pickAanbieder } from './aanbiederkeuze.js';
import { type Aanbieder } from './zorgaanbieders.js';

/** The furthest back that any indication goes, so that every code used was valid on its day. */
export const OLDEST: DagNummer = -985;

/** An indication from that day; a temporary profile ends in time (T9), all others are for an indefinite period. */
export function indicatieVanaf(
  van: DagNummer,
  profiel: Profiel,
  vorm: Leveringsvorm,
  voorkeur: Aanbieder | null,
): Indicatieplan {
  const tot = profiel.maxDagen === null ? null : van + profiel.maxDagen - 1;
  return { van, tot, profiel, voorkeurClient: VOORKEUR[vorm], instellingVoorkeur: voorkeur };
}

/** The office allocates some days after the indication, and not later than yesterday. */
export function toegewezenOp(omgeving: Omgeving, indicatie: Tijdvak): Tijdvak {
  return { van: Math.min(indicatie.van + omgeving.random.int(1, 4), GISTEREN), tot: indicatie.tot };
}

/** A regular specificatie for the whole budget; the differences are given apart. */
export function specificatie(
  tijdvak: Tijdvak,
  leveringsvorm: Leveringsvorm,
  aanbieder: Aanbieder | null,
  levering: Leveringplan | null,
  anders: Partial<Specificatieplan> = {},
): Specificatieplan {
  return {
    van: tijdvak.van,
    tot: tijdvak.tot,
    leveringsvorm,
    soort: REGULIER,
    aanbieder,
    aandeel: GEHEEL,
    redenIntrekking: null,
    bestemming: null,
    levering,
    ...anders,
  };
}

export function dossierhouder(aanbieder: Aanbieder, tijdvak: Tijdvak): Rolplan {
  return { aanbieder, regierol: DOSSIERHOUDER, van: tijdvak.van, tot: tijdvak.tot };
}

export function coordinator(aanbieder: Aanbieder, tijdvak: Tijdvak): Rolplan {
  return { aanbieder, regierol: COORDINATOR_ZORG_THUIS, van: tijdvak.van, tot: tijdvak.tot };
}

export function waiting(uitstel: readonly Uitstelplan[]): Leveringplan {
  return { uitstel, zorg: [], afstel: null };
}

/** Care that started that day, after the waiting if there was any, and still goes on. */
export function inZorg(van: DagNummer, uitstel: readonly Uitstelplan[] = []): Leveringplan {
  return { uitstel, zorg: [{ van, tot: null, beeindigingReden: null }], afstel: null };
}

/** Care at home while somebody waits: the line and the coördinator who delivers it. */
export interface Overbrugging {
  readonly specificatie: Specificatieplan;
  readonly rol: Rolplan;
}

/** A bridging line of mpt. Its provider rarely reports that care started. */
export function overbrugging(omgeving: Omgeving, profiel: Profiel, tijdvak: Tijdvak): Overbrugging {
  const { random, regio } = omgeving;
  const aanbieder = pickAanbieder(random, regio, profiel.sector, '7');
  const levering = tijdvak.tot === null && random.chance(20) ? inZorg(tijdvak.van) : null;
  return {
    specificatie: specificatie(tijdvak, '7', aanbieder, levering, { soort: OVERBRUGGING }),
    rol: coordinator(aanbieder, tijdvak),
  };
}
