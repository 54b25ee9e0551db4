import type { Day, Instant } from '../clock/index.js';
import { OngeldigeInvoer } from '../errors/index.js';
import type { RequestContext } from './request-context.js';

/** Where one stands on the two axes of time: which day something is of, and when one knew it so. */
export interface Peiling {
  /** The day on which it holds. May lie ahead: then what is planned shows as far as it is known. */
  readonly op: Day;
  /** The moment of our knowledge; null for all that is known now. */
  readonly zoalsBekendOp: Instant | null;
}

/** Today, with all that is known now. */
export function peilingNu(ctx: RequestContext): Peiling {
  return { op: ctx.today, zoalsBekendOp: null };
}

/**
 * The peiling somebody asks for; what is left out is today, with all that is known now.
 * @throws OngeldigeInvoer TIJDREIS when the moment of knowledge is still to come: nobody knows yet what we shall know
 */
export function peilingVan(
  ctx: RequestContext,
  { op, zoalsBekendOp }: { readonly op?: Day | null; readonly zoalsBekendOp?: Instant | null },
  pad: readonly string[] = [],
): Peiling {
  if (zoalsBekendOp != null && zoalsBekendOp > ctx.now) {
    throw new OngeldigeInvoer(
      'Wat later bekend wordt, is nu nog niet te zien: kies een moment dat voorbij is.',
      {
        regel: 'TIJDREIS',
        pad: [...pad, 'zoalsBekendOp'],
      },
    );
  }
  return { op: op ?? ctx.today, zoalsBekendOp: zoalsBekendOp ?? null };
}

/** True for today with all that is known now, which is what nearly everybody asks. */
export function isNu(ctx: RequestContext, { op, zoalsBekendOp }: Peiling): boolean {
  return op === ctx.today && zoalsBekendOp === null;
}
