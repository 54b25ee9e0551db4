import type { Day } from '../../../platform/clock/index.js';

/** What the order of the waiting list rests on. */
export interface Rangordewaarden {
  readonly rang: number;
  readonly normklokVan: Day;
  readonly toewijzingIngangsdatum: Day;
  readonly afgiftedatum: Day;
  readonly bemiddelingspecificatieID: string;
}

export interface Rangordesleutel {
  readonly naam: keyof Rangordewaarden;
  /** The rule in words for staff. */
  readonly regel: string;
}

/** The keys of the order, the first that differs decides; lower or earlier comes first. The last one never ties. */
export const RANGORDE: readonly Rangordesleutel[] = [
  {
    naam: 'rang',
    regel: 'Urgent plaatsen gaat voor actief plaatsen, wacht op voorkeur en wacht uit voorzorg.',
  },
  { naam: 'normklokVan', regel: 'Wie het langst onafgebroken wacht op de statussen van de norm gaat voor.' },
  { naam: 'toewijzingIngangsdatum', regel: 'De toewijzing die het eerst inging gaat voor.' },
  { naam: 'afgiftedatum', regel: 'De indicatie die het eerst is afgegeven gaat voor.' },
  {
    naam: 'bemiddelingspecificatieID',
    regel: 'Bij volledige gelijkheid beslist het nummer van de specificatie.',
  },
];

/** Negative when `a` comes before `b`; 0 only for the same allocation. */
export function compareRangorde(a: Rangordewaarden, b: Rangordewaarden): number {
  for (const { naam } of RANGORDE) {
    if (a[naam] < b[naam]) return -1;
    if (a[naam] > b[naam]) return 1;
  }
  return 0;
}
