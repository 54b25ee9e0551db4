import { type Regierol } from './codes.js';
import { GISTEREN, type DagNummer } from './kalender.js';
import { type Random } from './random.js';
import { type Contactpartij, type Contactplan, type Tijdvak } from './traject.js';
import { type Aanbieder } from './zorgaanbieders.js';

/** A contact that is 183 days old is in time, one day more is late. */
const LONGEST_IN_TIME = 183;

const VORMEN: readonly (readonly [string, number])[] = [
  ['TELEFOON', 40],
  ['HUISBEZOEK', 25],
  ['BEELDBELLEN', 15],
  ['EMAIL', 20],
];

/** Who is to have contact with whom, and in which days. */
export interface Contactafspraak extends Tijdvak {
  readonly aanbieder: Aanbieder;
  readonly regierol: Regierol;
  readonly met: readonly Contactpartij[];
}

function contact(random: Random, afspraak: Contactafspraak, op: DagNummer, gesproken: boolean): Contactplan {
  const { aanbieder, regierol } = afspraak;
  return {
    op,
    aanbieder,
    regierol,
    met: random.pick(afspraak.met),
    vorm: random.weighted(VORMEN),
    gesproken,
  };
}

/**
 * Contacts that keep the promise: never more than 175 days apart, counted from the beginning. Now and then nobody
 * was reached and the provider tried again within two weeks.
 */
export function contactsInTime(random: Random, afspraak: Contactafspraak): readonly Contactplan[] {
  const last = Math.min(afspraak.tot ?? GISTEREN, GISTEREN);
  const contacts: Contactplan[] = [];
  let day = afspraak.van + random.int(14, 150);
  while (day <= last) {
    if (random.chance(9)) {
      contacts.push(contact(random, afspraak, day, false));
      day += random.int(2, 14);
      if (day > last) break;
    }
    contacts.push(contact(random, afspraak, day, true));
    day += random.int(45, 160);
  }
  return contacts;
}

/**
 * Contacts that stopped more than 183 days before the reference day, perhaps with vain attempts since: the duty is
 * overdue, provided that it began that long ago.
 */
export function contactsTooLate(random: Random, afspraak: Contactafspraak): readonly Contactplan[] {
  const stopped = -LONGEST_IN_TIME - random.int(1, 120);
  const contacts = [...contactsInTime(random, { ...afspraak, tot: stopped })];
  if (random.chance(35)) contacts.push(contact(random, afspraak, random.int(-150, -10), false));
  return contacts;
}
