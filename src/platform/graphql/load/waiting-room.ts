import { busy } from '../errors/edge-error.js';

export interface WaitingRoomSettings {
  /** Operations that run at once; fewer than the pool has connections, so that health and tasks find one. */
  readonly running: number;
  /** Operations that may wait; the next one is turned away at once. */
  readonly waiting: number;
  /** How long one waits at most. */
  readonly patienceMs: number;
}

export const WAITING_ROOM: WaitingRoomSettings = { running: 8, waiting: 500, patienceMs: 3_000 };

/** Gives a place back; safe to call twice. */
export type Leave = () => void;

interface Waiter {
  admit(): void;
}

/**
 * Lets so many operations run at once and the others wait. People take turns: of whoever waits with many questions one
 * goes in, then one of the next person, so that nobody can fill the queue for everybody else.
 */
export class WaitingRoom {
  private running = 0;
  private waiting = 0;
  /** Who waits, in the order of their turn; a Map remembers the order in which keys were set. */
  private readonly queues = new Map<string, Set<Waiter>>();

  constructor(private readonly settings: WaitingRoomSettings = WAITING_ROOM) {}

  /**
   * Resolves when it is this operation's turn.
   * @throws EdgeError 503 RATE_LIMITED when too many wait already, or the turn does not come in time
   */
  enter(user: string): Promise<Leave> {
    if (this.running < this.settings.running) {
      this.running += 1;
      return Promise.resolve(this.leave());
    }
    if (this.waiting >= this.settings.waiting) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        admit: () => {
          clearTimeout(timer);
          resolve(this.leave());
        },
      };
      const timer = setTimeout(() => {
        this.forget(user, waiter);
        reject(busy());
      }, this.settings.patienceMs);
      const queue = this.queues.get(user) ?? new Set();
      this.queues.set(user, queue.add(waiter));
      this.waiting += 1;
    });
  }

  private leave(): Leave {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.running -= 1;
      this.admitNext();
    };
  }

  private admitNext(): void {
    for (const [user, queue] of this.queues) {
      for (const waiter of queue) {
        this.forget(user, waiter);
        // Behind everybody else who waits.
        if (queue.size > 0) {
          this.queues.delete(user);
          this.queues.set(user, queue);
        }
        this.running += 1;
        waiter.admit();
        return;
      }
    }
  }

  private forget(user: string, waiter: Waiter): void {
    const queue = this.queues.get(user);
    if (queue?.delete(waiter) !== true) return;
    this.waiting -= 1;
    if (queue.size === 0) this.queues.delete(user);
  }
}
