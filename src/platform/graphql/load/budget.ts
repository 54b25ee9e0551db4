import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../clock/index.js';
import { rateLimited } from '../errors/edge-error.js';

/** What all servers together know of one person's spending in one window. */
export interface SharedBudget {
  /** Adds `asked` to what this person spent in the window, and gives what was spent there before. */
  spend(user: string, window: number, asked: number): Promise<number>;
}

const WINDOW_SECONDS = 60;
/** A server takes this part of the budget at a time, so that it rarely has to ask. */
const PORTION = 1 / 50;

interface Purse {
  left: number;
  /** Nothing more is to be had in this window. */
  empty: boolean;
}

/**
 * What one person may ask per minute, in objects, on all servers together. A server takes portions of it and spends
 * those by itself; what it took and did not spend is lost to the person for the rest of the minute.
 */
export class Budget {
  private window = 0;
  private purses = new Map<string, Purse>();

  /** @param perMinute objects per person per minute; 0 is without end */
  constructor(
    private readonly perMinute: number,
    private readonly shared: SharedBudget,
    private readonly clock: Clock,
  ) {}

  /** @throws EdgeError 429 RATE_LIMITED, which says after how many seconds it can be tried again */
  async charge(user: string, cost: number): Promise<void> {
    if (this.perMinute === 0) return;
    const second = Math.floor(Temporal.Instant.from(this.clock.now()).epochMilliseconds / 1_000);
    const purse = this.purseOf(user, Math.floor(second / WINDOW_SECONDS));
    if (purse.left < cost && !purse.empty) await this.fill(user, purse, cost);
    if (purse.left < cost) throw rateLimited(WINDOW_SECONDS - (second % WINDOW_SECONDS));
    purse.left -= cost;
  }

  private purseOf(user: string, window: number): Purse {
    if (window !== this.window) {
      this.window = window;
      this.purses = new Map();
    }
    const purse = this.purses.get(user) ?? { left: 0, empty: false };
    this.purses.set(user, purse);
    return purse;
  }

  private async fill(user: string, purse: Purse, cost: number): Promise<void> {
    const asked = Math.max(Math.ceil(this.perMinute * PORTION), cost - purse.left);
    const before = await this.shared.spend(user, this.window, asked);
    const granted = Math.min(Math.max(this.perMinute - before, 0), asked);
    purse.left += granted;
    purse.empty ||= granted < asked;
  }
}
