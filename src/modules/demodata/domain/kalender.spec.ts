import { describe, expect, it } from '@jest/globals';
import { dayInAmsterdam } from '../../../platform/clock/index.js';
import { Kalender } from './kalender.js';
import { Random } from './random.js';

describe('Kalender', () => {
  it('counts days from the reference day', () => {
    const kalender = Kalender.around('2024-03-01');
    expect(kalender.day(0)).toBe('2024-03-01');
    expect(kalender.day(-1)).toBe('2024-02-29');
    expect(kalender.day(366)).toBe('2025-03-02');
    expect(kalender.dayOrNull(null)).toBeNull();
  });

  it('writes moments with the offset that holds in the Netherlands on that day', () => {
    const random = new Random(1);
    const kalender = Kalender.around('2026-11-01');
    // Summer time ended on 25 October 2026 and began on 29 March 2026, both at night.
    expect(kalender.moment(-8, random)).toMatch(/^2026-10-24T.*\+02:00$/);
    expect(kalender.moment(-7, random)).toMatch(/^2026-10-25T.*\+01:00$/);
    expect(kalender.moment(-218, random)).toMatch(/^2026-03-28T.*\+01:00$/);
    expect(kalender.moment(-217, random)).toMatch(/^2026-03-29T.*\+02:00$/);
  });

  it('keeps the local day and stays in office hours', () => {
    const random = new Random(2);
    const kalender = Kalender.around('2026-11-01');
    for (let nummer = -400; nummer < 0; nummer += 1) {
      const moment = kalender.moment(nummer, random);
      const day = kalender.day(nummer);
      expect(dayInAmsterdam(moment)).toBe(day);
      expect(moment.slice(0, 19) >= `${day}T08:00:00`).toBe(true);
      expect(moment.slice(0, 19) < `${day}T17:00:00`).toBe(true);
    }
  });

  it('never writes a moment later than yesterday', () => {
    const kalender = Kalender.around('2026-11-01');
    expect(kalender.moment(7, new Random(3))).toMatch(/^2026-10-31T/);
  });
});
