import { addDays, type Day, type Instant } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { OngeldigeInvoer, RegelGeschonden } from '../../platform/errors/index.js';
import type { Looptijd } from './domain/plaatsbeleid.js';
import type { Weigeringsreden } from './domain/weigering.js';

/**
 * BEVESTIGING: how long an opgave is fresh; AANBOD: time to answer; GESPREK: time to have the conversation; ZORGBEGIN: how
 * long an accepted place waits for its care.
 */
export type Plaatsnorm = 'BEVESTIGING' | 'AANBOD' | 'GESPREK' | 'ZORGBEGIN';

/** A term of the office, from a day on. */
export interface Plaatsnormrij extends Looptijd {
  readonly soort: Plaatsnorm;
  readonly dagen: number;
  readonly bron: string;
  readonly geregistreerdOp: Instant;
}

/** A reason of refusal as it was laid down, from a day on. */
export interface Redenrij extends Weigeringsreden, Looptijd {
  readonly bron: string;
  readonly geregistreerdOp: Instant;
}

const LOOPTIJD = `geldig_vanaf as "geldigVanaf", geldig_tot as "geldigTot", bron, geregistreerd_op as "geregistreerdOp"`;

/** All terms that were ever laid down, of each sort the newest first. */
export function findPlaatsnormen(tx: Tx): Promise<Plaatsnormrij[]> {
  return tx.query(`select soort, dagen, ${LOOPTIJD} from plaatsnorm order by soort, geldig_vanaf desc`);
}

/** All that was ever laid down about reasons of refusal, of each code the newest first. */
export function findRedenversies(tx: Tx): Promise<Redenrij[]> {
  return tx.query(
    `select code, omschrijving, telt_mee as "teltMee", ${LOOPTIJD} from weigeringsreden order by code, geldig_vanaf desc`,
  );
}

/** The term in days that holds on a day; null when the office set none. */
export async function findNorm(tx: Tx, soort: Plaatsnorm, dag: Day): Promise<number | null> {
  const [row] = await tx.query<{ dagen: number }>(
    `select dagen from plaatsnorm
     where soort = $1 and geldig_vanaf <= $2 and (geldig_tot is null or geldig_tot >= $2)`,
    [soort, dag],
  );
  return row?.dagen ?? null;
}

/**
 * The last day of a term that begins today.
 * @throws RegelGeschonden PL14 when the office set no term: a guess would bind somebody
 */
export async function uiterlijkOp(tx: Tx, soort: Plaatsnorm, today: Day): Promise<Day> {
  const dagen = await findNorm(tx, soort, today);
  if (dagen === null) {
    throw new RegelGeschonden('PL14', null, 'Hiervoor is voor vandaag geen termijn ingesteld.');
  }
  return addDays(today, dagen);
}

/** The reasons of refusal that hold on a day, by code. */
function findWeigeringsredenen(tx: Tx, dag: Day): Promise<Weigeringsreden[]> {
  return tx.query<Weigeringsreden>(
    `select code, omschrijving, telt_mee as "teltMee" from weigeringsreden
     where geldig_vanaf <= $1 and (geldig_tot is null or geldig_tot >= $1) order by code`,
    [dag],
  );
}

/** @throws OngeldigeInvoer for a code that does not hold on that day */
export async function weigeringsreden(tx: Tx, code: string, dag: Day): Promise<Weigeringsreden> {
  const reden = (await findWeigeringsredenen(tx, dag)).find((one) => one.code === code);
  if (reden === undefined) {
    throw new OngeldigeInvoer('Deze reden van weigering bestaat vandaag niet.', { pad: ['reden'] });
  }
  return reden;
}
