import { addDays, daysBetween, isDay, type Day } from '../../../platform/clock/index.js';
import { OngeldigeInvoer, RegelGeschonden } from '../../../platform/errors/index.js';

/** The selection period of a report: one calendar month, first and last day (OP165). */
export interface Rapportagemaand {
  /** `JJJJ-MM`. */
  readonly maand: string;
  readonly eersteDag: Day;
  readonly laatsteDag: Day;
}

/** From which day after the last day of the month a report may be dated (OP165, TR091). */
export const DAGEN_NA_MAANDEINDE = 7;

/** @throws OngeldigeInvoer when this is no month of the calendar */
export function rapportagemaand(maand: string): Rapportagemaand {
  const eersteDag = `${maand}-01`;
  if (!/^\d{4}-\d{2}$/.test(maand) || !isDay(eersteDag))
    throw new OngeldigeInvoer('Een maand is vier cijfers, een streepje en twee cijfers, zoals 2026-09.', {
      bron: 'OP165',
      pad: ['maand'],
    });
  return { maand, eersteDag, laatsteDag: addDays(eersteVolgende(eersteDag), -1) };
}

/**
 * A report is dated on the seventh day after the month at the earliest: until then providers still report about it. A
 * trial may be made sooner, but not about a month that is not over.
 * @throws RegelGeschonden
 */
export function assertRapporteerbaar(
  { laatsteDag }: Rapportagemaand,
  dagtekening: Day,
  proef: boolean,
): void {
  if (dagtekening <= laatsteDag)
    throw new RegelGeschonden('RM1', 'OP165', 'Deze maand is nog niet voorbij.', ['maand']);
  if (!proef && daysBetween(laatsteDag, dagtekening) < DAGEN_NA_MAANDEINDE)
    throw new RegelGeschonden(
      'RM2',
      'TR091',
      `Het bericht over deze maand kan vanaf ${addDays(laatsteDag, DAGEN_NA_MAANDEINDE)}. Een proef kan eerder, met --proef.`,
      ['maand'],
    );
}

/** The last days of `aantal` months, the oldest first; the month of `op` counts up to `op` itself. */
export function peildagen(op: Day, aantal: number): Day[] {
  const days: Day[] = [op];
  let first: Day = `${op.slice(0, 7)}-01`;
  while (days.length < aantal) {
    const last = addDays(first, -1);
    days.unshift(last);
    first = `${last.slice(0, 7)}-01`;
  }
  return days;
}

/** The first day of the next month. */
function eersteVolgende(eersteDag: Day): Day {
  return `${addDays(eersteDag, 31).slice(0, 7)}-01`;
}
