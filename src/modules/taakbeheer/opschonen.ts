import { createHash } from 'node:crypto';
import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx, UnitOfWork } from '../../platform/database/index.js';
import { OngeldigeInvoer } from '../../platform/errors/index.js';
import { grensVan, telWeg, type Klasse } from './bewaartermijnen.js';

/** Records per transaction. */
const PER_KEER = 1_000;

type Opruimbaar = Exclude<Klasse, 'CLIENTDOSSIER'>;

/**
 * Removes at most $2 records that ended before the day $1. Lines of the log go by a function of the database, which
 * keeps five years and the chain whatever is asked. A client's record is removed by nobody: no term was decided.
 */
const VERWIJDER: Readonly<Record<Opruimbaar, string>> = {
  LOGREGEL: `
    select verwijder_logregels(least($1::date::timestamptz, now() - interval '5 years'), $2) as aantal`,
  BERICHT: `
    with weg as (
      delete from bericht where bericht_id in (
        select bericht_id from bericht
        where coalesce(verzonden_op, opgegeven_op) < $1::date and status <> 'WACHT' limit $2)
      returning 1)
    select count(*)::int as aantal from weg`,
  TAAKRUN: `
    with weg as (
      delete from taakrun where taakrun_id in (select taakrun_id from taakrun where klaar_op < $1::date limit $2)
      returning 1)
    select count(*)::int as aantal from weg`,
};
const OPRUIMBAAR = Object.keys(VERWIJDER) as readonly Opruimbaar[];

/** What would go today, and the code with which somebody who saw that can have it done. */
export interface Proef {
  readonly dag: Day;
  readonly weg: Readonly<Record<string, number>>;
  readonly code: string;
}

/** Counts and removes nothing. */
export async function proefOpschoning(unitOfWork: UnitOfWork, ctx: RequestContext): Promise<Proef> {
  const weg: Record<string, number> = {};
  await unitOfWork.write(ctx, async (tx) => {
    for (const klasse of OPRUIMBAAR) weg[klasse] = await telWeg(tx, klasse, ctx.today);
  });
  const code = createHash('sha256')
    .update(JSON.stringify([ctx.today, weg]))
    .digest('hex')
    .slice(0, 8);
  return { dag: ctx.today, weg, code };
}

/**
 * Removes what is over its term, in small transactions that each say so in the log. Doing it again does no harm.
 * @param code of a trial on this day that found the same
 * @returns how many records went, per class; fewer than the trial found where a client's lines are held back
 * @throws OngeldigeInvoer when the trial was another one
 */
export async function schoonOp(
  unitOfWork: UnitOfWork,
  ctx: RequestContext,
  code: string,
): Promise<Record<string, number>> {
  const proef = await proefOpschoning(unitOfWork, ctx);
  if (code !== proef.code)
    throw new OngeldigeInvoer('Deze code is niet van een proef van vandaag met dezelfde uitkomst.');
  const weg: Record<string, number> = {};
  for (const klasse of OPRUIMBAAR) {
    weg[klasse] = 0;
    for (;;) {
      const aantal = await unitOfWork.write(ctx, (tx) => verwijder(ctx, tx, klasse));
      weg[klasse] += aantal;
      if (aantal < PER_KEER) break;
    }
  }
  return weg;
}

async function verwijder(ctx: RequestContext, tx: Tx, klasse: Opruimbaar): Promise<number> {
  const voor = await grensVan(tx, klasse, ctx.today);
  if (voor === null) return 0;
  const [row] = await tx.query<{ aantal: number }>(VERWIJDER[klasse], [voor, PER_KEER]);
  const aantal = row?.aantal ?? 0;
  if (aantal > 0) tx.happened('L30', { opgeschoond: klasse, voor, aantal });
  return aantal;
}
