import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock/index.js';
import type { RequestContext } from './request-context.js';

/**
 * The context of work that no person asked for over HTTP: imports, exports, scheduled tasks.
 * @param proces which process acts, such as `import` or `contactbewaking`; stands in the log
 */
export function processContext(clock: Clock, proces: string, operatie: string): RequestContext {
  return {
    actor: { sub: `proces:${proces}`, rol: 'SYSTEEM', rollen: ['SYSTEEM'], uzovi: [], agb: null },
    requestId: randomUUID(),
    operatie,
    now: clock.now(),
    today: clock.today(),
  };
}
