import { inDutchTime, type Day, type Instant } from '../../../platform/clock/index.js';

const MAANDEN = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** A day as it is written in Dutch: 1 november 2026. */
export function dagInWoorden(day: Day): string {
  return `${Number(day.slice(8))} ${maandVan(day)} ${day.slice(0, 4)}`;
}

/** A moment as the clock in the Netherlands shows it: 1 november 2026, 09:00 uur. */
export function momentInWoorden(moment: Instant): string {
  const dutch = inDutchTime(moment);
  return `${dagInWoorden(dutch.slice(0, 10))}, ${dutch.slice(11, 16)} uur`;
}

/** The month of a day, short enough to stand under a bar: the year on a line of its own. */
export function maandKort(day: Day): string {
  const maand = maandVan(day);
  return `${maand === 'maart' ? 'mrt' : maand.slice(0, 3)}\n${day.slice(0, 4)}`;
}

function maandVan(day: Day): string {
  return MAANDEN[Number(day.slice(5, 7)) - 1] ?? '';
}
