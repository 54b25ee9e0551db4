import { createRequire } from 'node:module';
import Holidays from 'date-holidays';
import type { Day } from '../clock/index.js';

/** A day on which the parties of the chain do not work although no official holiday falls on it; dated, with a source. */
interface EigenKeuze {
  readonly naam: string;
  /** Month and day, `MM-DD`. */
  readonly dag: `${number}-${number}`;
  /** Holds in years that this number divides. */
  readonly iederJaar: number;
  readonly vanafJaar: number;
  readonly totEnMetJaar: number | null;
  readonly bron: string;
}

/**
 * What the office chose beside the official holidays. Goede Vrijdag, oudejaarsdag and the other years of 5 mei are not in
 * here and so are days of work: see ADR 0011. A change asks for a new number in KEUZE_VERSIE.
 */
const EIGEN_KEUZES: readonly EigenKeuze[] = [
  {
    naam: 'Bevrijdingsdag (lustrum)',
    dag: '05-05',
    iederJaar: 5,
    vanafJaar: 1990,
    totEnMetJaar: null,
    bron: 'vrije dag van het Rijk, eens in de vijf jaar; eigen keuze, ADR 0011',
  },
];
const KEUZE_VERSIE = 1;

/** Only these kinds of `date-holidays` are days off for everybody; `bank`, `school` and `observance` are not. */
const SOORTEN: ('public' | 'bank' | 'school' | 'observance')[] = ['public'];

const library = new Holidays('NL', { types: SOORTEN, languages: 'nl' });
const { version } = createRequire(import.meta.url)('date-holidays/package.json') as { version: string };

/** Which calendar this is: a day that is worked out with another one may come out differently. */
export const KALENDERVERSIE = `date-holidays ${version} NL ${SOORTEN.join('+')}, keuze ${KEUZE_VERSIE}`;

const perYear = new Map<number, ReadonlyMap<Day, string>>();

/** The days of a year on which nobody works, with why; weekends are not in it unless a holiday falls on them. */
export function vrijeDagen(year: number): ReadonlyMap<Day, string> {
  const known = perYear.get(year);
  if (known !== undefined) return known;
  const days = new Map<Day, string>();
  for (const { date, name } of library.getHolidays(year)) days.set(date.slice(0, 10), name);
  for (const { dag, naam, iederJaar, vanafJaar, totEnMetJaar } of EIGEN_KEUZES) {
    const holds = year % iederJaar === 0 && year >= vanafJaar && year <= (totEnMetJaar ?? year);
    if (holds) days.set(`${year}-${dag}`, naam);
  }
  perYear.set(year, days);
  return days;
}
