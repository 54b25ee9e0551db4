import type { Day, Instant } from '../../platform/clock/index.js';
import { grouped } from '../../platform/collections/index.js';
import type { Actor, RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { visible } from '../toegang/index.js';
import { statusOp, TOESTAND, type Aanbodstatus, type Plaatstoestand } from './domain/aanbod.js';

/** An offer as it is shown: one that was not answered in time shows as lapsed, also when nobody recorded that. */
export interface AanbodRow {
  readonly aanbodID: string;
  readonly plaatsgroepID: string;
  readonly locatieID: string;
  /** AGB. */
  readonly instelling: string;
  readonly clientID: string;
  readonly bemiddelingID: string;
  readonly bemiddelingspecificatieID: string;
  readonly status: Aanbodstatus;
  readonly plaats: Plaatstoestand;
  readonly wachtstatusCode: string;
  readonly aangebodenOp: Day;
  readonly uiterlijk: Day;
  readonly positie: number;
  readonly redenAfwijking: string | null;
  readonly beantwoordOp: Day | null;
  readonly weigeringsreden: string | null;
  readonly weigeringOmschrijving: string | null;
  readonly conformWens: boolean | null;
  readonly zwaarwegendeReden: string | null;
  readonly teltMee: boolean | null;
  readonly redenEinde: string | null;
  readonly leveringperiodeID: string | null;
  readonly versie: number;
  readonly geregistreerdOp: Instant;
}

const HELD_ROLE = `a.bemiddeling_id in (
  select r.bemiddeling_id from regiehouder r where r.instelling = (select app_agb())
    and (r.einddatum is null or r.einddatum >= (select app_vandaag())))`;

/**
 * Offers to the actor's clients: a zorgaanbieder sees its own, and those to clients it holds a regierol for; of clients
 * it can no longer see it sees no offers either. SQL on `a` (aanbod).
 */
export function aanbodVisible(actor: Actor): string {
  const client = visible(actor).bemiddeling('a.bemiddeling_id');
  return actor.rol === 'ZORGAANBIEDER'
    ? `(a.instelling = (select app_agb()) or ${HELD_ROLE}) and ${client}`
    : client;
}

const COLUMNS = `a.aanbod_id as "aanbodID", a.plaatsgroep_id as "plaatsgroepID", a.locatie_id as "locatieID", a.instelling,
  a.client_id as "clientID", a.bemiddeling_id as "bemiddelingID",
  a.bemiddelingspecificatie_id as "bemiddelingspecificatieID", a.status, a.leveringsstatus as "wachtstatusCode",
  a.aangeboden_op as "aangebodenOp", a.uiterlijk, a.positie, a.reden_afwijking as "redenAfwijking",
  a.beantwoord_op as "beantwoordOp", a.weigeringsreden, a.conform_wens as "conformWens",
  a.zwaarwegende_reden as "zwaarwegendeReden", a.telt_mee as "teltMee", a.reden_einde as "redenEinde",
  a.leveringperiode_id as "leveringperiodeID", a.versie, a.geregistreerd_op as "geregistreerdOp",
  (select w.omschrijving from weigeringsreden w where w.code = a.weigeringsreden
    and daterange(w.geldig_vanaf, w.geldig_tot, '[]') @> a.beantwoord_op) as "weigeringOmschrijving"`;

type Stored = Omit<AanbodRow, 'plaats'>;

/** The offers with these ids that the actor may see. */
export async function findAanbiedingen(
  ctx: RequestContext,
  tx: Tx,
  aanbodIDs: readonly string[],
): Promise<Map<string, AanbodRow>> {
  const rows = await select(ctx, tx, 'a.aanbod_id = any ($1::uuid[])', [aanbodIDs]);
  tx.shown(rows.map(({ clientID }) => clientID));
  return new Map(rows.map((row) => [row.aanbodID, row]));
}

/** The offers under each of these allocations that the actor may see, newest first. */
export async function findAanbiedingenOfSpecificaties(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingspecificatieIDs: readonly string[],
): Promise<Map<string, AanbodRow[]>> {
  const rows = await select(ctx, tx, 'a.bemiddelingspecificatie_id = any ($1::uuid[])', [
    bemiddelingspecificatieIDs,
  ]);
  tx.shown(rows.map(({ clientID }) => clientID));
  return grouped(rows, ({ bemiddelingspecificatieID }) => bemiddelingspecificatieID);
}

export interface AanbiedingenFilter {
  /** AGB of the provider of the location. */
  readonly instelling?: string | null;
  readonly locatieID?: string | null;
  readonly status?: readonly Aanbodstatus[] | null;
}

export const AANBIEDINGEN_KEYSET = ['day', 'uuid'] as const;
export type AanbiedingenKeyset = [aangebodenOp: Day, id: string];

/** Offers under the filter, newest first; at most `limit` after `after`. */
export async function findAanbiedingenPage(
  ctx: RequestContext,
  tx: Tx,
  filter: AanbiedingenFilter,
  limit: number,
  after: AanbiedingenKeyset | null,
): Promise<AanbodRow[]> {
  const { where, params } = conditions(filter);
  const beyond =
    after === null
      ? ''
      : `and (a.aangeboden_op, a.aanbod_id) < ($${params.push(after[0])}::date, $${params.push(after[1])}::uuid)`;
  return select(ctx, tx, `${where} ${beyond}`, params, `limit ${limit}`);
}

export async function countAanbiedingen(
  ctx: RequestContext,
  tx: Tx,
  filter: AanbiedingenFilter,
): Promise<number> {
  const { where, params } = conditions(filter);
  const [row] = await tx.query<{ aantal: number }>(
    `select count(*)::int as aantal from aanbod a where ${where} and ${aanbodVisible(ctx.actor)}`,
    params,
  );
  return row?.aantal ?? 0;
}

function conditions({ instelling, locatieID, status }: AanbiedingenFilter): {
  where: string;
  params: unknown[];
} {
  const params: unknown[] = [];
  const parts = ['true'];
  if (instelling != null) parts.push(`a.instelling = $${params.push(instelling)}`);
  if (locatieID != null) parts.push(`a.locatie_id = $${params.push(locatieID)}::uuid`);
  if (status != null && status.length > 0) {
    parts.push(`(case when a.status = 'AANGEBODEN' and a.uiterlijk < (select app_vandaag()) then 'VERVALLEN'
      else a.status end) = any ($${params.push(status)}::text[])`);
  }
  return { where: parts.join(' and '), params };
}

async function select(
  ctx: RequestContext,
  tx: Tx,
  condition: string,
  params: readonly unknown[],
  limit = '',
): Promise<AanbodRow[]> {
  const rows = await tx.query<Stored>(
    `select ${COLUMNS} from aanbod a where ${condition} and ${aanbodVisible(ctx.actor)}
     order by a.aangeboden_op desc, a.aanbod_id desc ${limit}`,
    params,
  );
  return rows.map((row) => {
    const status = statusOp(row, ctx.today);
    return { ...row, status, plaats: TOESTAND[status] };
  });
}
