import type { Day } from '../../../platform/clock/index.js';
import { WACHTSTATUSSEN } from './wachtstatus.js';

/** OP: the lower or earlier value comes first. AF: the higher or later one. */
export type Richting = 'OP' | 'AF';

export type Sleutelnaam =
  | 'rang'
  | 'normOverschreden'
  | 'normklok'
  | 'statusIngangsdatum'
  | 'toewijzingIngangsdatum'
  | 'afgiftedatum'
  | 'bemiddelingspecificatieID';

/** All that an order of the waiting list can rest on. */
export interface Volgordewaarden {
  /** 1 urgent plaatsen, 2 actief plaatsen, 3 wacht op voorkeur, 4 wacht uit voorzorg. */
  readonly rang: number;
  /** Whether the wait is longer than the norm on the day asked; null where no policy in force asks it. */
  readonly normOverschreden: boolean | null;
  readonly normklokVan: Day;
  readonly statusIngangsdatum: Day;
  readonly toewijzingIngangsdatum: Day;
  readonly afgiftedatum: Day;
  readonly bemiddelingspecificatieID: string;
}

/** What a value is in SQL and in a cursor; a yes or no is 1 or 0. */
export type Sleutelsoort = 'int' | 'day' | 'uuid';

export interface Sleutelkenmerken {
  readonly soort: Sleutelsoort;
  /** What places are compared by. */
  readonly waarde: (plaats: Volgordewaarden) => number | string;
  /** The value as the list shows it. */
  readonly tekst: (plaats: Volgordewaarden) => string;
  /** The value in a sentence, after "A: ". */
  readonly inWoorden: (plaats: Volgordewaarden) => string;
  /** The rule in words for staff, by direction. */
  readonly regel: Readonly<Record<Richting, string>>;
}

/** The closed vocabulary: a policy names keys out of this table and no others. */
export const SLEUTELS: Readonly<Record<Sleutelnaam, Sleutelkenmerken>> = {
  rang: {
    soort: 'int',
    waarde: ({ rang }) => rang,
    tekst: ({ rang }) => String(rang),
    inWoorden: ({ rang }) => statusInWoorden(rang),
    regel: {
      OP: 'Urgent plaatsen gaat voor actief plaatsen, wacht op voorkeur en wacht uit voorzorg.',
      AF: 'Wacht uit voorzorg gaat voor wacht op voorkeur, actief plaatsen en urgent plaatsen.',
    },
  },
  normOverschreden: {
    soort: 'int',
    waarde: ({ normOverschreden }) => Number(normOverschreden === true),
    tekst: ({ normOverschreden }) => (normOverschreden === true ? 'ja' : 'nee'),
    inWoorden: ({ normOverschreden }) =>
      normOverschreden === true ? 'wacht langer dan de norm' : 'wacht niet langer dan de norm',
    regel: {
      OP: 'Wie niet langer wacht dan de norm gaat voor wie wel langer wacht.',
      AF: 'Wie langer wacht dan de norm gaat voor wie niet langer wacht.',
    },
  },
  normklok: dag(
    ({ normklokVan }) => normklokVan,
    'telt voor de norm sinds',
    'Wie het langst onafgebroken wacht op de statussen van de norm gaat voor.',
    'Wie het kortst onafgebroken wacht op de statussen van de norm gaat voor.',
  ),
  statusIngangsdatum: dag(
    ({ statusIngangsdatum }) => statusIngangsdatum,
    'heeft deze wachtstatus sinds',
    'Wie de huidige wachtstatus het langst heeft gaat voor.',
    'Wie de huidige wachtstatus het kortst heeft gaat voor.',
  ),
  toewijzingIngangsdatum: dag(
    ({ toewijzingIngangsdatum }) => toewijzingIngangsdatum,
    'toegewezen met ingang van',
    'De toewijzing die het eerst inging gaat voor.',
    'De toewijzing die het laatst inging gaat voor.',
  ),
  afgiftedatum: dag(
    ({ afgiftedatum }) => afgiftedatum,
    'indicatie afgegeven op',
    'De indicatie die het eerst is afgegeven gaat voor.',
    'De indicatie die het laatst is afgegeven gaat voor.',
  ),
  bemiddelingspecificatieID: {
    soort: 'uuid',
    waarde: ({ bemiddelingspecificatieID }) => bemiddelingspecificatieID,
    tekst: ({ bemiddelingspecificatieID }) => bemiddelingspecificatieID,
    inWoorden: ({ bemiddelingspecificatieID }) => `nummer ${bemiddelingspecificatieID}`,
    regel: {
      OP: 'Bij volledige gelijkheid gaat het laagste nummer van de specificatie voor.',
      AF: 'Bij volledige gelijkheid gaat het hoogste nummer van de specificatie voor.',
    },
  },
};

/** The only key that never ties: whatever ends in it is a total order. */
export const SLOTSLEUTEL: Sleutelnaam = 'bemiddelingspecificatieID';

export function isSleutelnaam(naam: string): naam is Sleutelnaam {
  return Object.hasOwn(SLEUTELS, naam);
}

function dag(
  waarde: (plaats: Volgordewaarden) => Day,
  zin: string,
  vroegst: string,
  laatst: string,
): Sleutelkenmerken {
  const inWoorden = (plaats: Volgordewaarden): string => `${zin} ${dagInWoorden(waarde(plaats))}`;
  return { soort: 'day', waarde, tekst: waarde, inWoorden, regel: { OP: vroegst, AF: laatst } };
}

const MAANDEN =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** `2026-03-01` → `1 maart 2026`. */
export function dagInWoorden(day: Day): string {
  const [jaar, maand, dagnummer] = day.split('-');
  return `${Number(dagnummer)} ${MAANDEN[Number(maand) - 1] ?? ''} ${jaar ?? ''}`;
}

function statusInWoorden(rang: number): string {
  const naam = WACHTSTATUSSEN.find((status) => status.rang === rang)?.naam ?? '';
  return naam.toLowerCase().replaceAll('_', ' ');
}
