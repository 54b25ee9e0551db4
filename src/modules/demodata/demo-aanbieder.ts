import { randomUUID } from 'node:crypto';
import type { Clock, Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';

/** A provider of the demonstration at work on a day. */
export function demoAanbieder(clock: Clock, agb: string, today: Day): RequestContext {
  return {
    actor: {
      sub: 'proces:voorbeeldgegevens',
      rol: 'ZORGAANBIEDER',
      rollen: ['ZORGAANBIEDER'],
      uzovi: [],
      agb,
    },
    requestId: randomUUID(),
    operatie: 'voorbeeldgegevens',
    now: clock.now(),
    today,
  };
}
