import { dayInAmsterdam, type Instant } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { OngeldigeInvoer } from '../../platform/errors/index.js';

/** The moment of a decision: now unless given, and then not on a day that is still to come. */
export function momentOf(ctx: RequestContext, gegeven: Instant | null): Instant {
  if (gegeven === null) return ctx.now;
  if (dayInAmsterdam(gegeven) > ctx.today) {
    throw new OngeldigeInvoer('Het moment van vaststelling ligt in de toekomst.', {
      pad: ['vaststellingMoment'],
    });
  }
  return gegeven;
}
