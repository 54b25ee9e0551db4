import type { Instant } from '../../platform/clock/index.js';
import { grouped } from '../../platform/collections/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { visible } from '../toegang/index.js';
import {
  findRegiehouders,
  findSpecificaties,
  REGIEHOUDER_COLUMNS,
  specificatieColumns,
  toSpecificatieRow,
  type RegiehouderRow,
  type SpecificatieRow,
} from './bemiddeling.queries.js';
import { eerdereVersies } from './domain/historie.js';

/** An earlier version of an allocation. */
export type SpecificatieVersie = SpecificatieRow & { readonly vervangenOp: Instant };

/** An earlier version of a holder of a role. */
export type RegiehouderVersie = RegiehouderRow & { readonly vervangenOp: Instant };

/** What each of these allocations said before, oldest first; absent when it never said anything else. */
export async function findSpecificatieVersies(
  ctx: RequestContext,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, SpecificatieVersie[]>> {
  const current = await findSpecificaties(ctx, tx, ids);
  const rows = await tx.query<
    Parameters<typeof toSpecificatieRow>[0] & { versie: number; vervangenOp: Instant }
  >(
    `select ${specificatieColumns(ctx.actor)}, s.vervangen_op as "vervangenOp" from bemiddelingspecificatie_historie s
     where s.bemiddelingspecificatie_id = any ($1::uuid[])
       and ${visible(ctx.actor).bemiddeling('s.bemiddeling_id')}
     order by s.vervangen_op`,
    [[...current.keys()]],
  );
  return versies(
    grouped(rows.map(toSpecificatieRow), (row) => row.bemiddelingspecificatieID),
    current,
  );
}

/** What was said of each of these holders before, oldest first; absent when it never was anything else. */
export async function findRegiehouderVersies(
  ctx: RequestContext,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, RegiehouderVersie[]>> {
  const current = await findRegiehouders(ctx, tx, ids);
  const rows = await tx.query<RegiehouderVersie>(
    `select ${REGIEHOUDER_COLUMNS}, r.vervangen_op as "vervangenOp" from regiehouder_historie r
     where r.regiehouder_id = any ($1::uuid[]) and ${visible(ctx.actor).bemiddeling('r.bemiddeling_id')}
     order by r.vervangen_op`,
    [[...current.keys()]],
  );
  return versies(
    grouped(rows, (row) => row.regiehouderID),
    current,
  );
}

function versies<
  Row extends { readonly geregistreerdOp: Instant; readonly vervangenOp: Instant },
  Current extends object,
>(rows: ReadonlyMap<string, Row[]>, current: ReadonlyMap<string, Current>): Map<string, Row[]> {
  const result = new Map<string, Row[]>();
  for (const [id, row] of current) result.set(id, eerdereVersies(rows.get(id) ?? [], row, content));
  return result;
}

/** Everything a version says, without its number and its place in time. */
function content(row: object): string {
  const {
    versie: _v,
    geregistreerdOp: _g,
    vervangenOp: _o,
    clientID: _c,
    ...says
  } = row as Record<string, unknown>;
  return JSON.stringify(Object.entries(says).sort(([a], [b]) => (a < b ? -1 : 1)));
}
