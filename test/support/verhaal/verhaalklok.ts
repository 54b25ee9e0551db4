import { Temporal } from 'temporal-polyfill';
import {
  dayInAmsterdam,
  instantInAmsterdam,
  type Clock,
  type Day,
  type Instant,
} from '../../../src/platform/clock/index.js';

/**
 * The clock of a story: the test says which day it is, and every look at it is a millisecond later than the one before.
 * Nothing runs by itself.
 */
export class Verhaalklok implements Clock {
  readonly dayIsFixed = true;
  private moment = Temporal.Instant.from('2026-01-01T08:00:00Z');

  /** It becomes nine in the morning of this day. */
  zet(day: Day): void {
    this.moment = Temporal.Instant.from(instantInAmsterdam(day, '09:00'));
  }

  now(): Instant {
    this.moment = this.moment.add({ milliseconds: 1 });
    return this.moment.toString({ fractionalSecondDigits: 3 });
  }

  today(): Day {
    return dayInAmsterdam(this.moment.toString());
  }
}
