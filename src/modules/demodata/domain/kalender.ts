import { addDays, instantInAmsterdam, type Day } from '../../../platform/clock/index.js';
import { type Random } from './random.js';

/** A day as the number of days after the reference day (`asof`): 0 is that day itself, -1 the day before. */
export type DagNummer = number;

/** Yesterday: the last day on which anything in the demo data happened. */
export const GISTEREN: DagNummer = -1;

const dayCharacters = 'yyyy-mm-dd'.length;

/** The offset from UTC by day: a fact that no reference day changes, and slow to find out. */
const offsets = new Map<Day, string>();

const calendars = new Map<Day, Kalender>();

/**
 * Turns day numbers into calendar days and moments. The answers are remembered: every set asks for the same few
 * thousand days over and over.
 */
export class Kalender {
  private readonly days = new Map<DagNummer, Day>();

  private constructor(private readonly asof: Day) {}

  /** The calendar around a reference day. */
  static around(asof: Day): Kalender {
    const known = calendars.get(asof);
    if (known !== undefined) return known;
    const calendar = new Kalender(asof);
    calendars.set(asof, calendar);
    return calendar;
  }

  day(nummer: DagNummer): Day {
    const known = this.days.get(nummer);
    if (known !== undefined) return known;
    const day = addDays(this.asof, nummer);
    this.days.set(nummer, day);
    return day;
  }

  dayOrNull(nummer: DagNummer | null): Day | null {
    return nummer === null ? null : this.day(nummer);
  }

  /**
   * A moment in office hours on that day, as the national registers write it: local time with its offset. A day
   * after yesterday becomes yesterday: nobody has decided anything later than that.
   */
  moment(nummer: DagNummer, random: Random): string {
    const day = this.day(Math.min(nummer, GISTEREN));
    const [hour, minute, second] = [random.int(8, 16), random.int(0, 59), random.int(0, 59)].map((part) =>
      String(part).padStart(2, '0'),
    );
    const millisecond = String(random.int(0, 999)).padStart(3, '0');
    return `${day}T${hour}:${minute}:${second}.${millisecond}${this.offset(day)}`;
  }

  /** The clock never changes during office hours, so noon speaks for the day. */
  private offset(day: Day): string {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    const utcHour = Number(instantInAmsterdam(day, '12:00').slice(dayCharacters + 1, dayCharacters + 3));
    const offset = `+${String(12 - utcHour).padStart(2, '0')}:00`;
    offsets.set(day, offset);
    return offset;
  }
}
