import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

/** Where lines of the log come from, and who answers for what no person did. */
export interface Logbron {
  /** Service, version and instance, such as `wlz-regie/0.1.0@server-2:4711`. */
  readonly bron: string;
  /** The officer on whose behalf the processes work (NEN 7513: a process alone answers for nothing). */
  readonly verantwoordelijke: string;
}

/** Injection token of the {@link Logbron} of this process. */
export const LOGBRON = Symbol('LOGBRON');

/** What stands there as long as nobody said who answers: to be found in a review. */
export const NIEMAND_AANGEWEZEN = 'niet aangewezen';

export function createLogbron(verantwoordelijke: string = NIEMAND_AANGEWEZEN): Logbron {
  return { bron: `wlz-regie/${version()}@${hostname()}:${process.pid}`, verantwoordelijke };
}

const packageSchema = z.object({ name: z.literal('wlz-regie'), version: z.string() });

/** The version in the package.json of this program, which lies some folders up: fewer in the sources than once built. */
function version(): string {
  for (const up of ['../../..', '../../../..']) {
    try {
      const text = readFileSync(new URL(`${up}/package.json`, import.meta.url), 'utf8');
      return packageSchema.parse(JSON.parse(text)).version;
    } catch {
      // Not there: one folder further.
    }
  }
  return '0';
}
