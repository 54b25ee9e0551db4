import type { Day } from '../../platform/clock/index.js';
import type { Actor, RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Sector } from '../codelijst/index.js';
import { visible } from '../toegang/index.js';
import type { Rangordewaarden } from './domain/rangorde.js';
import {
  codeVan,
  VOORZORG,
  wachtstatusVan,
  WACHTSTATUSSEN,
  type Wachtstatus,
  type Wachtstatuscode,
} from './domain/wachtstatus.js';
import { isNu, peilingNu, plaatsenBron, type Peiling } from './wachtlijst.bron.js';

export interface WachtlijstFilter {
  /** The responsible zorgkantoor (UZOVI). */
  readonly zorgkantoor?: string | null;
  /** AGB of the provider of the allocation. */
  readonly instelling?: string | null;
  readonly wachtstatus?: readonly Wachtstatus[] | null;
  readonly sector?: Sector | null;
  /** Also who waits uit voorzorg; also when `wachtstatus` names it. */
  readonly inclusiefVoorzorg?: boolean | null;
}

/** A place on the waiting list. */
export interface WachtlijstRow extends Rangordewaarden {
  /** 1-based within the filter and the rights of the reader. */
  readonly positie: number;
  readonly bemiddelingID: string;
  readonly clientID: string;
  readonly indicatieID: string;
  readonly instelling: string;
  readonly zorgkantoor: string;
  readonly sector: Sector | null;
  readonly zzpCode: string;
  readonly wachtstatus: Wachtstatus;
  readonly wachtstatusCode: Wachtstatuscode;
  readonly classificatie: string;
  readonly statusIngangsdatum: Day;
}

/** The columns of the order as the keys of RANGORDE, all ascending; the indexes on wachtlijstplaats follow it. */
const ORDER = `w.rang, w.normklok_van, w.toewijzing_ingangsdatum, w.afgiftedatum, w.bemiddelingspecificatie_id`;
export const KEYSET = ['int', 'day', 'day', 'day', 'uuid'] as const;
export type Keyset = [rang: number, normklok: Day, toewijzing: Day, afgifte: Day, id: string];

/** The row a page can go on after. */
export function keysetOf(row: Rangordewaarden): Keyset {
  const { rang, normklokVan, toewijzingIngangsdatum, afgiftedatum, bemiddelingspecificatieID } = row;
  return [rang, normklokVan, toewijzingIngangsdatum, afgiftedatum, bemiddelingspecificatieID];
}

/**
 * Which waiting rows an actor may see: a zorgkantoor those it is responsible for and those of a bemiddeling it carries
 * out a part of; a zorgaanbieder those for itself and those of a bemiddeling it holds a regierol in, until its last day.
 * SQL on `w`, with `bemiddeling_id`, `instelling` and `zorgkantoor`; it reads the claims of the frame.
 */
const WAITING_VISIBLE: Readonly<Record<Actor['rol'], string>> = {
  ZORGKANTOOR: `(w.zorgkantoor = any ((select app_uzovi())::text[]) or w.bemiddeling_id in (
    select s.bemiddeling_id from bemiddelingspecificatie s
    where s.uitvoerend_zorgkantoor = any ((select app_uzovi())::text[])))`,
  ZORGAANBIEDER: `(w.instelling = (select app_agb()) or w.bemiddeling_id in (
    select r.bemiddeling_id from regiehouder r where r.instelling = (select app_agb())
      and (r.einddatum is null or r.einddatum >= (select app_vandaag()))))`,
  SYSTEEM: 'true',
  BEHEERDER: 'false',
  LOGBEHEERDER: 'false',
};

export function waitingVisible(actor: Actor): string {
  return WAITING_VISIBLE[actor.rol];
}

/**
 * A page of the waiting list: the rows after `after`, in order, at most `limit` (null: all).
 * @param peiling the day and what was known; today's list when left out
 */
export async function findWachtlijst(
  ctx: RequestContext,
  tx: Tx,
  filter: WachtlijstFilter,
  limit: number | null,
  after: Keyset | null,
  peiling: Peiling = peilingNu(ctx),
): Promise<WachtlijstRow[]> {
  const { from, params } = selection(ctx, filter, peiling);
  const [position, beyond] = after === null ? ['0', ''] : keyset(params, after, from);
  const rows = await tx.query<Omit<WachtlijstRow, 'wachtstatus'>>(
    `select (${position} + row_number() over (order by ${ORDER}))::int as positie,
       w.bemiddelingspecificatie_id as "bemiddelingspecificatieID", w.bemiddeling_id as "bemiddelingID",
       w.client_id as "clientID", w.wlz_indicatie_id as "indicatieID", w.instelling, w.zorgkantoor, w.sector,
       w.zzp_code as "zzpCode", w.leveringsstatus as "wachtstatusCode", w.classificatie,
       w.status_ingangsdatum as "statusIngangsdatum", w.toewijzing_ingangsdatum as "toewijzingIngangsdatum",
       w.rang, w.normklok_van as "normklokVan", w.afgiftedatum
     from ${from} ${beyond}
     order by ${ORDER} limit ${limit ?? 'all'}`,
    params,
  );
  return rows.map((row) => ({ ...row, wachtstatus: wachtstatusVan(row.wachtstatusCode).naam }));
}

/** How many rows the filter gives this reader. */
export async function countWachtlijst(
  ctx: RequestContext,
  tx: Tx,
  filter: WachtlijstFilter,
  peiling: Peiling = peilingNu(ctx),
): Promise<number> {
  const { from, params } = selection(ctx, filter, peiling);
  const [row] = await tx.query<{ aantal: number }>(`select count(*)::int as aantal from ${from}`, params);
  return row?.aantal ?? 0;
}

/** How many rows lie up to and with the cursor, and the condition for those beyond it. */
function keyset(params: unknown[], after: Keyset, from: string): [position: string, beyond: string] {
  const types = ['smallint', 'date', 'date', 'date', 'uuid'];
  const first = params.length + 1;
  params.push(...after);
  const values = types.map((type, index) => `$${first + index}::${type}`).join(', ');
  return [`(select count(*) from ${from} and (${ORDER}) <= (${values}))`, `and (${ORDER}) > (${values})`];
}

/** A filter on what is one's own says all that the rights would say, and lets the index give the order. */
function isWithinRights({ rol, uzovi, agb }: Actor, { zorgkantoor, instelling }: WachtlijstFilter): boolean {
  if (rol === 'ZORGKANTOOR') return zorgkantoor != null && uzovi.includes(zorgkantoor);
  return rol === 'ZORGAANBIEDER' && instelling != null && instelling === agb;
}

/**
 * What a reader may see of a list that is not today's: the rights are those of today, for what the past row says of
 * who is responsible gives nobody a right any more. A zorgaanbieder sees of a bemiddeling what it sees today.
 */
function pastVisible(actor: Actor): string {
  const today = visible(actor).bemiddeling('w.bemiddeling_id');
  return actor.rol === 'ZORGAANBIEDER' ? `${today} and ${waitingVisible(actor)}` : today;
}

/** Where the rows come from and which of them, up to and with the condition; more can follow after `and`. */
function selection(
  ctx: RequestContext,
  filter: WachtlijstFilter,
  peiling: Peiling,
): { from: string; params: unknown[] } {
  const params: unknown[] = [];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const source = plaatsenBron(peiling, bind);
  const parts = [`w.leveringsstatus = any (${bind(statussen(filter))}::text[])`];
  if (filter.zorgkantoor != null) parts.push(`w.zorgkantoor = ${bind(filter.zorgkantoor)}`);
  if (filter.instelling != null) parts.push(`w.instelling = ${bind(filter.instelling)}`);
  if (filter.sector != null) parts.push(`w.sector = ${bind(filter.sector)}`);
  if (!isNu(ctx, peiling)) parts.push(pastVisible(ctx.actor));
  else if (!isWithinRights(ctx.actor, filter)) parts.push(waitingVisible(ctx.actor));
  return { from: `${source} where ${parts.join(' and ')}`, params };
}

/** Who waits uit voorzorg shows only when asked for: by name, or beside everybody else. */
function statussen({ wachtstatus, inclusiefVoorzorg }: WachtlijstFilter): Wachtstatuscode[] {
  const named = wachtstatus?.map(codeVan) ?? [];
  if (named.length > 0) return named;
  const all = WACHTSTATUSSEN.map(({ code }) => code);
  return inclusiefVoorzorg === true ? all : all.filter((code) => code !== VOORZORG);
}
