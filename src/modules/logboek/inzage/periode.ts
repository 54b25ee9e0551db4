import { daysBetween, type Day } from '../../../platform/clock/index.js';
import { OngeldigeInvoer } from '../../../platform/errors/index.js';

/** Days of which lines of the log are asked, both included, on the Dutch calendar. */
export interface Periode {
  readonly van: Day;
  readonly tot: Day;
}

/** A client may ask over as long as lines are kept. */
export const LANGSTE_INZAGE = 6 * 366;
/** A review looks through the lines of everybody. */
export const LANGSTE_BEOORDELING = 92;

/** @throws OngeldigeInvoer when the days are the wrong way round, or too many */
export function assertPeriode({ van, tot }: Periode, langste: number): void {
  if (tot < van) throw new OngeldigeInvoer('De laatste dag ligt voor de eerste.', { pad: ['tot'] });
  if (daysBetween(van, tot) >= langste)
    throw new OngeldigeInvoer(`Vraag ten hoogste ${langste} dagen tegelijk.`, { pad: ['tot'] });
}

/** SQL: the line `l` lies in the period that two parameters give. */
export function inPeriode(van: `$${number}`, tot: `$${number}`): string {
  return `l.tijdstip >= ${van}::date::timestamp at time zone 'Europe/Amsterdam'
    and l.tijdstip < (${tot}::date + 1)::timestamp at time zone 'Europe/Amsterdam'`;
}
