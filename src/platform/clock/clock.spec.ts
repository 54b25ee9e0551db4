import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { dayInAmsterdam, type Instant } from './calendar.js';
import { FixedDayClock, ShiftedClock, SystemClock, type Clock } from './clock.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const MINUTE = 60_000;

function later(one: Instant, other: Instant): number {
  return Temporal.Instant.from(other).epochMilliseconds - Temporal.Instant.from(one).epochMilliseconds;
}

/** Whether the clock shows this moment, give or take what the test itself takes. */
function shows(clock: Clock, instant: Instant): void {
  const now = clock.now();
  expect(now).toMatch(INSTANT);
  expect(Math.abs(later(instant, now))).toBeLessThan(MINUTE);
}

const real = (): Instant => Temporal.Now.instant().toString();

describe('the clock', () => {
  it('of the machine shows the time, and the day that it is then in the Netherlands', () => {
    const clock = new SystemClock();
    shows(clock, real());
    const [before, today, after] = [real(), clock.today(), real()];
    expect([dayInAmsterdam(before), dayInAmsterdam(after)]).toContain(today);
    expect(clock.dayIsFixed).toBe(false);
  });

  it('whose day stands still shows the real time all the same', () => {
    const clock = new FixedDayClock('2031-02-03');
    shows(clock, real());
    expect(clock.today()).toBe('2031-02-03');
    expect(clock.dayIsFixed).toBe(true);
  });

  it('that was set shows that moment and its day in the Netherlands, and runs on', () => {
    const clock = new ShiftedClock('2031-02-03T23:30:00Z');
    shows(clock, '2031-02-03T23:30:00Z');
    expect(clock.today()).toBe('2031-02-04');
    expect(clock.dayIsFixed).toBe(false);
    expect(later(clock.now(), clock.now())).toBeGreaterThanOrEqual(0);
  });

  it('may be set back', () => {
    shows(new ShiftedClock('2001-02-03T12:00:00Z'), '2001-02-03T12:00:00Z');
  });
});
