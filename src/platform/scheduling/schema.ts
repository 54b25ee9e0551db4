import { Cron } from 'croner';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../clock/index.js';
import type { Taakschema } from './taak.js';

/**
 * A schedule that was read, able to name its moments. It only looks them up: nothing is timed here. A wall time that
 * spring skips comes when the clock has jumped; one that autumn shows twice counts the first time only.
 */
export class Planning {
  private constructor(private readonly cron: Cron) {}

  /** @throws Error when the text is no schedule; that is a defect of the program, not of its user */
  static lees({ cron, zone }: Taakschema): Planning {
    return new Planning(new Cron(cron, { timezone: zone, mode: '5-part', paused: true }));
  }

  /** The first planned moment after an instant. */
  volgende(na: Instant): Instant {
    const next = this.cron.nextRun(na);
    if (next === null) throw new Error('this schedule has no moments');
    return next.toISOString();
  }

  /**
   * The planned moments after `na` up to and including `tot`, in order; of more than `max` the newest.
   * Without `na` there is no beginning, and `max` alone decides how far it goes back.
   */
  tussen(na: Instant | null, tot: Instant, max: number): Instant[] {
    const justAfter = Temporal.Instant.from(tot).add({ seconds: 1 }).toString();
    return this.cron
      .previousRuns(max + 1, justAfter)
      .map((moment) => moment.toISOString())
      .filter((moment) => moment <= tot && (na === null || moment > na))
      .sort()
      .slice(-max);
  }
}
