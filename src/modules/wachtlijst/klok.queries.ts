import { daysBetween, type Day, type Instant } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { visible } from '../toegang/index.js';
import { bekendeVersies } from './bekend.sql.js';
import type { Peiling } from './wachtlijst.bron.js';

/** Since when, and how many days that is on the day of the list: 0 on the day itself and before it. */
export interface Klok {
  readonly datum: Day;
  readonly dagen: number;
}

export function klok(datum: Day, { op }: Peiling): Klok {
  return { datum, dagen: Math.max(0, daysBetween(datum, op)) };
}

/**
 * The first day any of these clients' allocations to the same provider for the same care profile began (IV018), by the
 * bemiddelingspecificatieID asked. Withdrawn before they began do not count; nor do others than regular care in kind.
 * @param bekendOp as known at a moment; null for now
 */
export async function findEersteToewijzingen(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingspecificatieIDs: readonly string[],
  bekendOp: Instant | null,
): Promise<Map<string, Day>> {
  const params: unknown[] = [bemiddelingspecificatieIDs];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const versies = bekendeVersies('bemiddelingspecificatie', bekendOp, bind);
  const rows = await tx.query<{ id: string; datum: Day }>(
    `select s.bemiddelingspecificatie_id as id, min(e.toewijzing_ingangsdatum) as datum
     from ${versies} s
     join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
     join bemiddeling eb on eb.client_id = b.client_id
     join ${versies} e on e.bemiddeling_id = eb.bemiddeling_id and e.instelling = s.instelling
       and e.zzp_code = s.zzp_code
     where s.bemiddelingspecificatie_id = any ($1::uuid[])
       and (e.bemiddeling_id = s.bemiddeling_id or ${visible(ctx.actor).bemiddeling('e.bemiddeling_id')})
       and (e.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id or (e.soort_toewijzing = '1'
         and not (e.reden_intrekking is not null and e.toewijzing_einddatum = e.toewijzing_ingangsdatum)))
     group by 1`,
    params,
  );
  return new Map(rows.map(({ id, datum }) => [id, datum]));
}
