import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** Give up after so many milliseconds. */
  readonly atMost: number;
  readonly every?: number;
  /** False: waiting does not keep the process alive. */
  readonly ref?: boolean;
}

/** Asks again and again until there is an answer. Undefined: the patience ran out. */
export async function until<T>(probe: () => T | undefined, patience: Patience): Promise<T | undefined> {
  const end = performance.now() + patience.atMost;
  for (;;) {
    const answer = probe();
    if (answer !== undefined || performance.now() > end) return answer;
    await pause(patience.every ?? 15, undefined, { ref: patience.ref ?? true });
  }
}
