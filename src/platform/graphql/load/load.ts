import type { Budget } from './budget.js';
import type { Leave, WaitingRoom } from './waiting-room.js';

/** How much may pass: what a person may ask in a minute, and how much runs at once. */
export class Load {
  constructor(
    private readonly budget: Budget,
    private readonly room: WaitingRoom,
  ) {}

  /** @throws EdgeError 429 RATE_LIMITED */
  charge(user: string, cost: number): Promise<void> {
    return this.budget.charge(user, cost);
  }

  /** Does the work when it is this person's turn. @throws EdgeError 503 RATE_LIMITED */
  async inTurn<T>(user: string, work: () => Promise<T>): Promise<T> {
    const leave: Leave = await this.room.enter(user);
    try {
      return await work();
    } finally {
      leave();
    }
  }
}
