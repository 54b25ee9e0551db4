import type { Day, Instant } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { beleidOp, type Volgordebeleid } from './domain/volgordebeleid.js';
import { SLEUTELS, type Richting, type Sleutelnaam } from './domain/volgordesleutel.js';
import { normenOp, type Wachtnorm } from './domain/wachtnorm.js';
import type { Ordening } from './volgorde.sql.js';
import type { Peiling } from './wachtlijst.bron.js';

interface BeleidRow extends Omit<Volgordebeleid, 'sleutels'> {
  readonly namen: readonly Sleutelnaam[];
  readonly richtingen: readonly Richting[];
}

const NORM_COLUMNS = `soort, zorgkantoor, sector, leveringsstatus, classificatie, versie, norm_dagen as "normDagen",
  bron, zekerheid, geldig_vanaf as "geldigVanaf", geregistreerd_op as "geregistreerdOp"`;

/** Every order that was ever decided, as far as known at a moment (null: now), in the order of their versions. */
export async function findVolgordebeleid(tx: Tx, bekendOp: Instant | null = null): Promise<Volgordebeleid[]> {
  const rows = await tx.query<BeleidRow>(
    `select versie, geldig_vanaf as "geldigVanaf", sleutels as namen, richtingen, bron,
       geregistreerd_op as "geregistreerdOp"
     from volgordebeleid where $1::timestamptz is null or geregistreerd_op <= $1 order by versie`,
    [bekendOp],
  );
  return rows.map(({ namen, richtingen, ...row }) => ({
    ...row,
    sleutels: namen.map((naam, index) => ({ naam, richting: richtingen[index] ?? 'OP' })),
  }));
}

/** The order that holds on the day of a list, as known at its moment. */
export async function volgordebeleidVan(tx: Tx, { op, zoalsBekendOp }: Peiling): Promise<Volgordebeleid> {
  return beleidOp(await findVolgordebeleid(tx, zoalsBekendOp), op);
}

/** The order of a list with what it needs to put rows in it. */
export async function ordeningVan(tx: Tx, peiling: Peiling): Promise<Ordening> {
  const beleid = await volgordebeleidVan(tx, peiling);
  const asked = beleid.sleutels.some(({ naam }) => SLEUTELS[naam] === SLEUTELS.normOverschreden);
  const normen = asked ? await wachtnormen(tx, peiling.op, peiling.zoalsBekendOp) : [];
  return { beleid, dag: peiling.op, normen };
}

/**
 * The norms for waiting that hold on a day, as far as known at a moment (null: now), the one that goes first at the
 * front: what `normVoor` and `toetsNorm` choose from.
 */
export async function wachtnormen(tx: Tx, dag: Day, bekendOp: Instant | null = null): Promise<Wachtnorm[]> {
  const rows = await tx.query<Wachtnorm>(
    `select ${NORM_COLUMNS} from wachtnorm
     where geldig_vanaf <= $1::date and ($2::timestamptz is null or geregistreerd_op <= $2)`,
    [dag, bekendOp],
  );
  return normenOp(rows, dag);
}

/** All versions of the norms an office is judged by: its own and everybody's. */
export function findWachtnormen(tx: Tx, zorgkantoren: readonly string[] | null): Promise<Wachtnorm[]> {
  return tx.query<Wachtnorm>(
    `select ${NORM_COLUMNS} from wachtnorm
     where zorgkantoor is null or $1::text[] is null or zorgkantoor = any ($1)
     order by soort, zorgkantoor nulls first, leveringsstatus, classificatie nulls first, sector, versie`,
    [zorgkantoren],
  );
}
