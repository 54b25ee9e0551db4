import { Temporal } from 'temporal-polyfill';
import { dayInAmsterdam, type Day, type Instant } from './calendar.js';

/** The one source of time. Read once per request or task; everything after that takes the moment as data. */
export interface Clock {
  /** Now, for token times and `geregistreerdOp`. */
  now(): Instant;
  /** The calendar day that counts as today. */
  today(): Day;
  /** True when the calendar day stands still, so that scheduled tasks must not tick. */
  readonly dayIsFixed: boolean;
}

function systemNow(): Instant {
  return Temporal.Now.instant().toString({ fractionalSecondDigits: 3 });
}

/** The wall clock of the machine; today is the day in the Netherlands. */
export class SystemClock implements Clock {
  readonly dayIsFixed = false;

  now(): Instant {
    return systemNow();
  }

  today(): Day {
    return dayInAmsterdam(this.now());
  }
}

/** `WLZ_VANDAAG`: only the calendar day stands still, instants stay real. */
export class FixedDayClock implements Clock {
  readonly dayIsFixed = true;

  constructor(private readonly day: Day) {}

  now(): Instant {
    return systemNow();
  }

  today(): Day {
    return this.day;
  }
}

/** `WLZ_NU`: the clock starts at an instant and runs on from there. */
export class ShiftedClock implements Clock {
  readonly dayIsFixed = false;
  private readonly shift: Temporal.Duration;

  constructor(start: Instant) {
    this.shift = Temporal.Now.instant().until(start);
  }

  now(): Instant {
    return Temporal.Now.instant().add(this.shift).toString({ fractionalSecondDigits: 3 });
  }

  today(): Day {
    return dayInAmsterdam(this.now());
  }
}
