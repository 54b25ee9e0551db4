import { isWorthRetrying } from './constraint-rules.js';

/**
 * The log could not be written, so nothing of what was read or changed may leave or stay: the frame was rolled back. The
 * caller may try again later.
 */
export class LogboekOnbereikbaar extends Error {
  constructor(cause: unknown) {
    super('the log cannot be written', { cause });
    this.name = 'LogboekOnbereikbaar';
  }
}

/** What a failure to write the log means. A deadlock or the like is no trouble of the log: it may be tried again. */
export function asLogfout(error: unknown): unknown {
  return isWorthRetrying(error) ? error : new LogboekOnbereikbaar(error);
}
