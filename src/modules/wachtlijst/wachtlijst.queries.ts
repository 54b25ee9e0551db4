import type { Actor, RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Sector } from '../codelijst/index.js';
import { OngeldigeInvoer } from '../../platform/errors/index.js';
import { BEMIDDELINGEN_MET_REGIEROL, BEMIDDELINGEN_UITGEVOERD, visible } from '../toegang/index.js';
import { ordeningVan } from './beleid.queries.js';
import type { Volgordebeleid } from './domain/volgordebeleid.js';
import type { Volgordewaarden } from './domain/volgordesleutel.js';
import {
  codeVan,
  VOORZORG,
  wachtstatusVan,
  WACHTSTATUSSEN,
  type Wachtstatus,
  type Wachtstatuscode,
} from './domain/wachtstatus.js';
import { volgordeSql, type Keyset, type Ordening } from './volgorde.sql.js';
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
export interface WachtlijstRow extends Volgordewaarden {
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
  /** The order it stands in. */
  readonly volgordebeleid: Volgordebeleid;
  /** Version of that order. */
  readonly beleid: number;
  /** The day and the knowledge of the list it stands on. */
  readonly peiling: Peiling;
}

/**
 * Which waiting rows an actor may see: a zorgkantoor those it is responsible for and those of a bemiddeling it carries
 * out a part of; a zorgaanbieder those for itself and those of a bemiddeling it holds a regierol in, until its last day.
 * SQL on `w`, with `bemiddeling_id`, `instelling` and `zorgkantoor`; it reads the claims of the frame.
 */
const WAITING_VISIBLE: Readonly<Record<Actor['rol'], string>> = {
  ZORGKANTOOR: `(w.zorgkantoor = any ((select app_uzovi())::text[]) or w.bemiddeling_id in (${BEMIDDELINGEN_UITGEVOERD}))`,
  ZORGAANBIEDER: `(w.instelling = (select app_agb()) or w.bemiddeling_id in (${BEMIDDELINGEN_MET_REGIEROL}))`,
  SYSTEEM: 'true',
  BEHEERDER: 'false',
  LOGBEHEERDER: 'false',
};

export function waitingVisible(actor: Actor): string {
  return WAITING_VISIBLE[actor.rol];
}

/** What of a row every list shows. */
const SHOWN = `w.bemiddelingspecificatie_id as "bemiddelingspecificatieID", w.bemiddeling_id as "bemiddelingID",
  w.client_id as "clientID", w.wlz_indicatie_id as "indicatieID", w.instelling, w.zorgkantoor, w.sector,
  w.zzp_code as "zzpCode", w.leveringsstatus as "wachtstatusCode", w.classificatie,
  w.status_ingangsdatum as "statusIngangsdatum", w.toewijzing_ingangsdatum as "toewijzingIngangsdatum",
  w.rang, w.normklok_van as "normklokVan", w.afgiftedatum`;

type Selected = Omit<WachtlijstRow, 'wachtstatus' | 'volgordebeleid' | 'beleid' | 'peiling'>;

/**
 * A page of the waiting list: the rows after `after`, in order, at most `limit` (null: all).
 * @param peiling the day and what was known; today's list when left out
 * @param ordening the order to put it in; the one that holds on that day when left out
 * @throws OngeldigeInvoer when `after` is a place in another order
 */
export async function findWachtlijst(
  ctx: RequestContext,
  tx: Tx,
  filter: WachtlijstFilter,
  limit: number | null,
  after: Keyset | null,
  peiling: Peiling = peilingNu(ctx),
  ordening?: Ordening,
): Promise<WachtlijstRow[]> {
  const inOrder = ordening ?? (await ordeningVan(tx, peiling));
  if (after !== null) assertSameOrder(after[0], inOrder);
  const { from, params, bind } = selection(ctx, filter, peiling);
  const { order, normOverschreden, around } = volgordeSql(inOrder, bind);
  const { upTo, beyond } = after === null ? { upTo: '', beyond: '' } : around(after);
  const position = after === null ? '0' : `(select count(*) from ${from} and ${upTo})`;
  const rows = await tx.query<Selected>(
    `select (${position} + row_number() over (order by ${order}))::int as positie, ${SHOWN},
       ${normOverschreden} as "normOverschreden"
     from ${from} ${after === null ? '' : `and ${beyond}`}
     order by ${order} limit ${limit ?? 'all'}`,
    params,
  );
  return rows.map((row) => withOrder(row, inOrder, peiling));
}

/** @throws OngeldigeInvoer when a cursor of another version comes with a list in this order */
export function assertSameOrder(
  versie: unknown,
  { beleid }: Ordening,
  pad: readonly string[] = ['after'],
): void {
  if (versie === beleid.versie) return;
  throw new OngeldigeInvoer(
    'Deze cursor hoort bij een ander volgordebeleid dan dat van deze lijst. Begin opnieuw bij de eerste pagina.',
    { regel: 'VB5', bron: 'ADR 0008', pad },
  );
}

/** The places of these allocations on a list that the reader may see, whatever their status, in no order. */
export async function findPlaatsen(
  ctx: RequestContext,
  tx: Tx,
  bemiddelingspecificatieIDs: readonly string[],
  peiling: Peiling,
  ordening: Ordening,
): Promise<WachtlijstRow[]> {
  const { from, params, bind } = selection(ctx, { inclusiefVoorzorg: true }, peiling);
  const { normOverschreden } = volgordeSql(ordening, bind);
  const rows = await tx.query<Selected>(
    `select 0 as positie, ${SHOWN}, ${normOverschreden} as "normOverschreden"
     from ${from} and w.bemiddelingspecificatie_id = any (${bind(bemiddelingspecificatieIDs)}::uuid[])`,
    params,
  );
  return rows.map((row) => withOrder(row, ordening, peiling));
}

function withOrder(row: Selected, { beleid }: Ordening, peiling: Peiling): WachtlijstRow {
  const wachtstatus = wachtstatusVan(row.wachtstatusCode).naam;
  return { ...row, wachtstatus, volgordebeleid: beleid, beleid: beleid.versie, peiling };
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
  // A value, not an `exists`: that would be worked out for the whole register before the first row of a page.
  const today = `coalesce((select true from (${visible(actor).bemiddelingen}) zichtbaar
    where zichtbaar.bemiddeling_id = w.bemiddeling_id limit 1), false)`;
  return actor.rol === 'ZORGAANBIEDER' ? `${today} and ${waitingVisible(actor)}` : today;
}

/** Which rows of a list the reader may see; SQL on `w`, with `bemiddeling_id`, `instelling` and `zorgkantoor`. */
export function listVisible(ctx: RequestContext, peiling: Peiling): string {
  return isNu(ctx, peiling) ? waitingVisible(ctx.actor) : pastVisible(ctx.actor);
}

/**
 * Where the rows come from and which of them, up to and with the condition; more can follow after `and`.
 * @param params of the statement so far
 */
export function selection(
  ctx: RequestContext,
  filter: WachtlijstFilter,
  peiling: Peiling,
  params: unknown[] = [],
): { from: string; params: unknown[]; bind: (value: unknown) => string } {
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const source = plaatsenBron(peiling, bind);
  const parts = [`w.leveringsstatus = any (${bind(statussen(filter))}::text[])`];
  if (filter.zorgkantoor != null) parts.push(`w.zorgkantoor = ${bind(filter.zorgkantoor)}`);
  if (filter.instelling != null) parts.push(`w.instelling = ${bind(filter.instelling)}`);
  if (filter.sector != null) parts.push(`w.sector = ${bind(filter.sector)}`);
  if (!isNu(ctx, peiling) || !isWithinRights(ctx.actor, filter)) {
    parts.push(listVisible(ctx, peiling));
    // Few of all rows are a provider's: as an array, worked out once, its rights lead to them by an index.
    if (ctx.actor.rol === 'ZORGAANBIEDER')
      parts.push(`w.bemiddeling_id = any (array(${visible(ctx.actor).bemiddelingen}))`);
  }
  return { from: `${source} where ${parts.join(' and ')}`, params, bind };
}

/** Who waits uit voorzorg shows only when asked for: by name, or beside everybody else. */
export function statussen({ wachtstatus, inclusiefVoorzorg }: WachtlijstFilter): Wachtstatuscode[] {
  const named = wachtstatus?.map(codeVan) ?? [];
  if (named.length > 0) return named;
  const all = WACHTSTATUSSEN.map(({ code }) => code);
  return inclusiefVoorzorg === true ? all : all.filter((code) => code !== VOORZORG);
}
