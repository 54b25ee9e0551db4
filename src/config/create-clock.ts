import { FixedDayClock, ShiftedClock, SystemClock, type Clock } from '../platform/clock/index.js';
import type { Config } from './config.js';

/** The clock the settings ask for: real, with a fixed calendar day, or started at another moment. */
export function createClock(config: Pick<Config, 'WLZ_VANDAAG' | 'WLZ_NU'>): Clock {
  if (config.WLZ_VANDAAG !== undefined) return new FixedDayClock(config.WLZ_VANDAAG);
  if (config.WLZ_NU !== undefined) return new ShiftedClock(config.WLZ_NU);
  return new SystemClock();
}
