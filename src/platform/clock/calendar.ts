import { Temporal } from 'temporal-polyfill';

/** A calendar day as `YYYY-MM-DD`. Days compare with `<` as text; a JavaScript Date would shift them. */
export type Day = string;

/** An instant as an ISO-8601 text in UTC, such as `2026-11-01T08:00:00.000Z`. */
export type Instant = string;

export const AMSTERDAM = 'Europe/Amsterdam';

/** The last day a period can name; stands for "open" where an end must compare. */
export const OPEN_END: Day = '9999-12-31';

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const EARLIEST: Day = '1900-01-01';
const LATEST: Day = '2199-12-31';

/** True for a day that exists in the calendar and lies between 1900 and 2199. */
export function isDay(text: string): text is Day {
  if (!DAY_PATTERN.test(text) || text < EARLIEST || text > LATEST) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Days from `from` to `to`: 0 on the same day, negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

export function minDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function maxDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The calendar day in the Netherlands at an instant. */
export function dayInAmsterdam(instant: Instant): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(AMSTERDAM).toPlainDate().toString();
}

/** The instant at which a wall clock in the Netherlands shows this time on this day. */
export function instantInAmsterdam(day: Day, time: `${number}:${number}`): Instant {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: AMSTERDAM, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
}

/** True when the period has no end or ends on or after its beginning. */
export function isOrdered(ingangsdatum: Day, einddatum: Day | null): boolean {
  return einddatum === null || einddatum >= ingangsdatum;
}

/** True when `day` lies in the closed period; a null end is open. */
export function holdsOn(day: Day, ingangsdatum: Day, einddatum: Day | null): boolean {
  return ingangsdatum <= day && (einddatum === null || einddatum >= day);
}

/** An instant with the offset of the Netherlands at that moment, as the national registers write it. */
export function inDutchTime(instant: Instant): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(AMSTERDAM)
    .toString({ fractionalSecondDigits: 3, timeZoneName: 'never' });
}

/** An instant written with any offset, as we keep it: in UTC, to the millisecond. Null when there is no such moment. */
export function asInstant(text: string): Instant | null {
  if (!isDay(text.slice(0, 10))) return null;
  try {
    return Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 });
  } catch {
    return null;
  }
}
