import type { Day } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Periode } from './domain/bemiddeling.js';
import type { Leveringen } from './domain/samenloop.js';

/** What a decision needs to know of an indication and of whom it is about. */
export interface IndicatieFeiten {
  readonly wlzIndicatieID: string;
  readonly clientID: string;
  readonly bsn: string;
  readonly geboortedatum: Day;
  readonly overlijdensdatum: Day | null;
  readonly initieelVerantwoordelijkZorgkantoor: string;
  readonly ingangsdatum: Day;
  /** Last day of validity: the earlier of einddatum and vervaldatum. */
  readonly einddatum: Day | null;
  readonly zorgzwaartepakketten: readonly {
    readonly zzpCode: string;
    readonly ingangsdatum: Day;
    readonly einddatum: Day | null;
  }[];
}

/** Facts of these indications, by wlzIndicatieID. Not scoped: for decisions, never for showing. */
export async function findIndicatieFeiten(
  tx: Tx,
  wlzIndicatieIDs: readonly string[],
): Promise<Map<string, IndicatieFeiten>> {
  const rows = await tx.query<IndicatieFeiten>(
    `select i.wlz_indicatie_id as "wlzIndicatieID", i.client_id as "clientID", c.bsn, c.geboortedatum,
       c.overlijdensdatum, i.ingangsdatum, least(i.einddatum, i.vervaldatum) as einddatum,
       i.initieel_verantwoordelijk_zorgkantoor as "initieelVerantwoordelijkZorgkantoor",
       coalesce((
         select jsonb_agg(jsonb_build_object('zzpCode', z.zzp_code, 'ingangsdatum', z.ingangsdatum,
           'einddatum', z.einddatum))
         from geindiceerd_zorgzwaartepakket z where z.wlz_indicatie_id = i.wlz_indicatie_id
       ), '[]') as zorgzwaartepakketten
     from indicatie i
     join client c on c.client_id = i.client_id
     where i.wlz_indicatie_id = any ($1::uuid[])`,
    [wlzIndicatieIDs],
  );
  return new Map(rows.map((row) => [row.wlzIndicatieID, row]));
}

/** When providers reported care under the allocations of these bemiddelingen; absent where nothing was reported. */
export async function findLeveringen(tx: Tx, bemiddelingIDs: readonly string[]): Promise<Leveringen> {
  const rows = await tx.query<{ id: string; perioden: Periode[] }>(
    `select s.bemiddelingspecificatie_id as id, coalesce(
         jsonb_agg(jsonb_build_object('van', p.ingangsdatum, 'tot', p.einddatum) order by p.ingangsdatum)
           filter (where p.leveringperiode_id is not null), '[]') as perioden
     from bemiddelingspecificatie s
     join levering l on l.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id
     left join leveringperiode p on p.levering_id = l.levering_id
     where s.bemiddeling_id = any ($1::uuid[])
       and (p.leveringperiode_id is not null
         or exists (select from uitstelperiode u where u.levering_id = l.levering_id)
         or exists (select from afstel a where a.levering_id = l.levering_id))
     group by s.bemiddelingspecificatie_id`,
    [bemiddelingIDs],
  );
  return new Map(rows.map(({ id, perioden }) => [id, perioden]));
}
