import { Injectable } from '@nestjs/common';

/**
 * Turns in this process, in order of arrival. Everybody who wants the last place waits for one row of the database; here
 * they wait without a connection, so that a crowd at one location does not keep the rest of the register from the pool.
 * Which of them gets the place is decided by the database, also between processes.
 */
@Injectable()
export class Beurten {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Does `work` after everything that asked for a turn at the same thing before. */
  async wacht<T>(ding: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.last.get(ding) ?? Promise.resolve()).then(work);
    const over = turn.catch(() => undefined);
    this.last.set(ding, over);
    try {
      return await turn;
    } finally {
      if (this.last.get(ding) === over) this.last.delete(ding);
    }
  }
}
