import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { bekendeVersies } from './bekend.sql.js';
import { type Peiling } from './wachtlijst.bron.js';
import { countWachtlijst, listVisible, statussen, type WachtlijstFilter } from './wachtlijst.queries.js';
import { VOORZORG, wachtstatusVan } from './domain/wachtstatus.js';

/** Why somebody with an allocation is not on the list. */
export type Weglatingsgrond = 'WACHT_UIT_VOORZORG' | 'PGB' | 'IN_ZORG';

export interface Weglating {
  readonly waarom: Weglatingsgrond;
  readonly aantal: number;
}

/**
 * How many allocations the list leaves out and why, under the rights of the reader and the same zorgkantoor, instelling
 * and sector; a filter on waiting status leaves nobody out that counts here.
 */
export async function findWeglatingen(
  ctx: RequestContext,
  tx: Tx,
  filter: WachtlijstFilter,
  peiling: Peiling,
): Promise<Weglating[]> {
  const shown = statussen(filter).includes(VOORZORG);
  const { naam } = wachtstatusVan(VOORZORG);
  const voorzorg = shown ? 0 : await countWachtlijst(ctx, tx, { ...filter, wachtstatus: [naam] }, peiling);
  const { pgb, inZorg } = await countUnlisted(ctx, tx, filter, peiling);
  return [
    { waarom: 'WACHT_UIT_VOORZORG', aantal: voorzorg },
    { waarom: 'PGB', aantal: pgb },
    { waarom: 'IN_ZORG', aantal: inZorg },
  ];
}

/** Regular allocations that hold on the day, as known at the moment: those of a pgb, and those under which care runs. */
async function countUnlisted(
  ctx: RequestContext,
  tx: Tx,
  filter: WachtlijstFilter,
  peiling: Peiling,
): Promise<{ pgb: number; inZorg: number }> {
  const params: unknown[] = [];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const versies = (table: Parameters<typeof bekendeVersies>[0]): string =>
    bekendeVersies(table, peiling.zoalsBekendOp, bind);
  const op = `${bind(peiling.op)}::date`;
  const parts = [listVisible(ctx, peiling)];
  if (filter.zorgkantoor != null) parts.push(`w.zorgkantoor = ${bind(filter.zorgkantoor)}`);
  if (filter.instelling != null) parts.push(`w.instelling = ${bind(filter.instelling)}`);
  if (filter.sector != null) {
    parts.push(`exists (select from zorgprofiel z where z.zzp_code = w.zzp_code and z.sector = ${bind(filter.sector)}
      and z.geldig_vanaf <= w.van and (z.geldig_tot is null or z.geldig_tot >= w.van))`);
  }
  const [row] = await tx.query<{ pgb: number; inZorg: number }>(
    `select count(*) filter (where w.leveringsvorm = '2')::int as pgb,
       count(*) filter (where w.leveringsvorm <> '2')::int as "inZorg"
     from (
       select s.bemiddeling_id, s.leveringsvorm, s.instelling, s.zzp_code, s.toewijzing_ingangsdatum as van,
         b.verantwoordelijk_zorgkantoor as zorgkantoor
       from ${versies('bemiddelingspecificatie')} s
       join bemiddeling b on b.bemiddeling_id = s.bemiddeling_id
       where s.soort_toewijzing = '1' and s.toewijzing_ingangsdatum <= ${op}
         and (s.toewijzing_einddatum is null or s.toewijzing_einddatum >= ${op})
         and not (s.reden_intrekking is not null and s.toewijzing_einddatum = s.toewijzing_ingangsdatum)
         and (s.leveringsvorm = '2' or exists (
           select from levering l join ${versies('leveringperiode')} p on p.levering_id = l.levering_id
           where l.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id
             and p.ingangsdatum <= ${op} and (p.einddatum is null or p.einddatum >= ${op})))
     ) w where ${parts.join(' and ')}`,
    params,
  );
  return row ?? { pgb: 0, inZorg: 0 };
}
