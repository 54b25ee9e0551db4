import { addDays, daysBetween, type Day } from '../clock/index.js';
import { vrijeDagen } from './vrije-dagen.js';

const WEEK = 7;
/** A Monday, to count the days of the week from. */
const A_MONDAY: Day = '2000-01-03';
const SATURDAY = 5;

/** True from Monday to Friday, unless the day is an official Dutch holiday or one of our own free days. */
export function isWerkdag(day: Day): boolean {
  return !isWeekend(day) && !vrijeDagen(Number(day.slice(0, 4))).has(day);
}

/**
 * The last day of a term of so many werkdagen that begins on `from`: that day itself is not counted.
 * @param aantal at least 1; with 0 it is `from` itself, whatever day that is
 */
export function addWerkdagen(from: Day, aantal: number): Day {
  if (!Number.isInteger(aantal) || aantal < 0) throw new Error('a term is a whole number of werkdagen');
  let day = from;
  for (let left = aantal; left > 0;) {
    day = addDays(day, 1);
    if (isWerkdag(day)) left -= 1;
  }
  return day;
}

/** Werkdagen after `from`, up to and including `to`: 0 on the same day, negative when `to` comes first. */
export function werkdagenTussen(from: Day, to: Day): number {
  if (to < from) {
    const back = werkdagenTussen(to, from);
    return back === 0 ? 0 : -back;
  }
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWerkdag(day)) count += 1;
  return count;
}

function isWeekend(day: Day): boolean {
  const weekday = ((daysBetween(A_MONDAY, day) % WEEK) + WEEK) % WEEK;
  return weekday >= SATURDAY;
}
