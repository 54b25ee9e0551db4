import type { Day } from '../../platform/clock/index.js';
import { grouped } from '../../platform/collections/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { aanbodVisible } from './aanbod.queries.js';
import { DOSSIERHOUDER } from './aanbod.repository.js';
import type { Gespreksresultaat } from './domain/weigering.js';

export interface GesprekstaakRow {
  readonly gesprekstaakID: string;
  readonly clientID: string;
  readonly bemiddelingID: string;
  readonly bemiddelingspecificatieID: string;
  readonly aanbodID: string;
  readonly dossierhouder: string | null;
  readonly sinds: Day;
  readonly uiterlijk: Day;
  readonly gesprekOp: Day | null;
  readonly resultaat: Gespreksresultaat | null;
  readonly toelichting: string | null;
  readonly versie: number;
}

/** The conversations with these ids that the actor may see. */
export async function findGesprekstaken(
  ctx: RequestContext,
  tx: Tx,
  gesprekstaakIDs: readonly string[],
): Promise<Map<string, GesprekstaakRow>> {
  const rows = await select(ctx, tx, 't.gesprekstaak_id = any ($1::uuid[])', gesprekstaakIDs);
  return new Map(rows.map((row) => [row.gesprekstaakID, row]));
}

/** The conversations of each of these bemiddelingen that the actor may see, newest first. */
export async function findGesprekstakenOfBemiddelingen(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingIDs: readonly string[],
): Promise<Map<string, GesprekstaakRow[]>> {
  const rows = await select(ctx, tx, 't.bemiddeling_id = any ($1::uuid[])', bemiddelingIDs);
  return grouped(rows, ({ bemiddelingID }) => bemiddelingID);
}

async function select(
  ctx: RequestContext,
  tx: Tx,
  condition: string,
  ids: readonly string[],
): Promise<GesprekstaakRow[]> {
  const rows = await tx.query<GesprekstaakRow>(
    `select t.gesprekstaak_id as "gesprekstaakID", t.client_id as "clientID", t.bemiddeling_id as "bemiddelingID",
       t.bemiddelingspecificatie_id as "bemiddelingspecificatieID", t.aanbod_id as "aanbodID", t.sinds, t.uiterlijk,
       t.gesprek_op as "gesprekOp", t.resultaat, t.toelichting, t.versie, ${DOSSIERHOUDER} as dossierhouder
     from gesprekstaak t
     join bemiddeling b on b.bemiddeling_id = t.bemiddeling_id
     join aanbod a on a.aanbod_id = t.aanbod_id
     where ${condition} and ${aanbodVisible(ctx.actor)}
     order by t.sinds desc, t.gesprekstaak_id`,
    [ids],
  );
  tx.shown(rows.map(({ clientID }) => clientID));
  return rows;
}

/**
 * Conversations that are still to be had, as lines of work: for the dossierhouder of today, or for the zorgkantoor where
 * there is none. A select without parameters; it closes by itself when the result is recorded, the client died, or the
 * allocation ended.
 */
export const gesprekstakenBron = `
  select 'GESPREK_NA_WEIGERING' as soort,
    case when d.instelling is null then 'ZORGKANTOOR' else 'ZORGAANBIEDER' end as voor,
    b.verantwoordelijk_zorgkantoor as zorgkantoor, d.instelling, t.client_id, t.bemiddeling_id,
    t.bemiddelingspecificatie_id, t.gesprekstaak_id as bron_id, t.sinds, t.uiterlijk, 'W8' as regel,
    'Tweede weigering van een aanbod volgens de wens bij Actief plaatsen: bespreek of de status nog klopt (suggestie: van 7 naar 2).'
      as reden
  from gesprekstaak t
  join bemiddeling b on b.bemiddeling_id = t.bemiddeling_id
  join client c on c.client_id = t.client_id and c.overlijdensdatum is null
  join bemiddelingspecificatie s on s.bemiddelingspecificatie_id = t.bemiddelingspecificatie_id
    and (s.toewijzing_einddatum is null or s.toewijzing_einddatum >= (select app_vandaag()))
  left join lateral (
    select r.instelling from regiehouder r
    where r.bemiddeling_id = t.bemiddeling_id and r.regierol = '2' and r.ingangsdatum <= (select app_vandaag())
      and (r.einddatum is null or r.einddatum >= (select app_vandaag()))
    order by r.ingangsdatum desc, r.regiehouder_id limit 1
  ) d on true
  where t.resultaat is null`;
