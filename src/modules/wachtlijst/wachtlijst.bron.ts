import type { Day, Instant } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { OngeldigeInvoer } from '../../platform/errors/index.js';
import { PLAATS_KOLOMMEN } from './plaats.js';

/** Where one stands on the two axes of time: which day the list is of, and when one knew it so. */
export interface Peiling {
  /** The day on which the places hold. May lie ahead: then what is planned shows as far as it is known. */
  readonly op: Day;
  /** The moment of our knowledge; null for all that is known now. */
  readonly zoalsBekendOp: Instant | null;
}

const COLUMNS = [...PLAATS_KOLOMMEN, 'bekend_van'].join(', ');

/** The list as it is today. */
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

/** True for the list as it is today, which is what nearly everybody asks. */
export function isNu(ctx: RequestContext, { op, zoalsBekendOp }: Peiling): boolean {
  return op === ctx.today && zoalsBekendOp === null;
}

/**
 * The places that hold on the day of the peiling, as known at its moment: a from-item named `w` with the columns of
 * wachtlijstplaats, at most one row per allocation. Rights are not in it: add those of today.
 * @param bind adds a parameter to the statement and gives its place, such as `$3`
 */
export function plaatsenBron(peiling: Peiling, bind: (value: unknown) => string): string {
  const op = `${bind(peiling.op)}::date`;
  const holds = `p.van <= ${op} and (p.tot is null or p.tot >= ${op})`;
  const current = `select ${COLUMNS} from wachtlijstplaats p where ${holds}`;
  if (peiling.zoalsBekendOp === null) return `(${current}) w`;
  const moment = `${bind(peiling.zoalsBekendOp)}::timestamptz`;
  return `(${current} and p.bekend_van <= ${moment}
    union all select ${COLUMNS} from wachtlijstplaats_historie p
    where ${holds} and p.bekend_van <= ${moment} and p.bekend_tot > ${moment}) w`;
}
