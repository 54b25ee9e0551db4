import { OPEN_END, type Instant } from '../../platform/clock/index.js';
import type { Peiling, RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { ordeningVan } from './beleid.queries.js';
import { oorzaken, type Gebeurtenis, type Oorzaak, type Stand } from './domain/oorzaken.js';
import { sleutelVan } from './domain/volgorde.js';
import { feitsoorten } from './feitsoorten.js';
import { loadKennis } from './kennis.repository.js';
import { volgordeSql, type Ordening } from './volgorde.sql.js';
import { findPlaatsen, selection, type WachtlijstFilter, type WachtlijstRow } from './wachtlijst.queries.js';

/** What can happen to a place between two lists, in the order in which a difference shows it. */
export const BEWEGINGEN = ['GEKOMEN', 'VERTROKKEN', 'GESTEGEN', 'GEDAALD'] as const;
export type Beweging = (typeof BEWEGINGEN)[number];

/** The two lists that are laid beside each other. */
export interface Vergelijking {
  readonly van: Peiling;
  readonly naar: Peiling;
  readonly filter: WachtlijstFilter;
  /** Only these; all of them when empty. */
  readonly bewegingen: readonly Beweging[];
}

/** Why somebody moved: a registration, or something that has none of its own. */
export type Bewegingsoorzaak = { readonly gebeurtenis: Gebeurtenis } & {
  readonly [Field in Exclude<keyof Oorzaak, 'gebeurtenis'>]: Oorzaak[Field] | null;
} & {
  /** The places that passed this one, or fell behind it, at most five; empty for a registration. */
  readonly anderen: readonly string[];
  readonly aantalAnderen: number;
};

interface Bewogen {
  readonly soort: Beweging;
  readonly id: string;
  readonly bemiddelingID: string;
  readonly clientID: string;
  readonly positieVan: number | null;
  readonly positieNaar: number | null;
  readonly plaatsVan: number | null;
  readonly plaatsNaar: number | null;
  readonly anderen: readonly string[] | null;
  readonly aantalAnderen: number;
}

/** A place that came, left, rose or fell. */
export interface VerschilRow extends Bewogen {
  readonly van: WachtlijstRow | null;
  readonly naar: WachtlijstRow | null;
  readonly oorzaken: readonly Bewegingsoorzaak[];
}

export const KEYSET = ['int', 'int', 'uuid'] as const;
export type Keyset = [beweging: number, positie: number, id: string];

export function keysetOf({ soort, positieVan, positieNaar, id }: Bewogen): Keyset {
  return [BEWEGINGEN.indexOf(soort) + 1, positieNaar ?? positieVan ?? 0, id];
}

/**
 * A page of the difference between two lists. Who is on both rises or falls when the place among those on both is
 * another one: who merely moves up because somebody left did not move.
 */
export async function findVerschil(
  ctx: RequestContext,
  tx: Tx,
  vergelijking: Vergelijking,
  limit: number,
  after: Keyset | null,
): Promise<VerschilRow[]> {
  const { van, naar } = vergelijking;
  const [vanOrdening, naarOrdening] = [await ordeningVan(tx, van), await ordeningVan(tx, naar)];
  const { sql, params, bind } = verschilSql(ctx, vergelijking, vanOrdening, naarOrdening);
  const beyond =
    after === null ? '' : `where (nummer, positie, id) > (${after.map((v) => bind(v)).join(', ')}::uuid)`;
  const moved = await tx.query<Bewogen>(
    `${sql}, bladzijde as (select * from bewogen ${beyond} order by nummer, positie, id limit ${limit})
     select soort, id, bemiddeling_id as "bemiddelingID", client_id as "clientID", positie_van as "positieVan",
       positie_naar as "positieNaar", plaats_van as "plaatsVan", plaats_naar as "plaatsNaar",
       coalesce(gepasseerd.aantal, 0)::int as "aantalAnderen", gepasseerd.ids as anderen
     from bladzijde b left join lateral (
       select count(*) as aantal, (array_agg(y.id order by y.plaats_naar))[1:5] as ids from gedeeld y
       where y.veranderd and (
         (b.soort = 'GEDAALD' and y.plaats_van > b.plaats_van and y.plaats_naar < b.plaats_naar)
         or (b.soort = 'GESTEGEN' and y.plaats_van < b.plaats_van and y.plaats_naar > b.plaats_naar))
     ) gepasseerd on true
     order by nummer, positie, id`,
    params,
  );
  return explained(ctx, tx, vergelijking, moved, vanOrdening, naarOrdening);
}

/** How many moves there are. */
export async function countVerschil(
  ctx: RequestContext,
  tx: Tx,
  vergelijking: Vergelijking,
): Promise<number> {
  const { van, naar } = vergelijking;
  const orderings = [await ordeningVan(tx, van), await ordeningVan(tx, naar)] as const;
  const { sql, params } = verschilSql(ctx, vergelijking, ...orderings);
  const [row] = await tx.query<{ aantal: number }>(
    `${sql} select count(*)::int as aantal from bewogen`,
    params,
  );
  return row?.aantal ?? 0;
}

/** `gedeeld`: who is on both lists; `bewogen`: every move with its place in the difference. */
function verschilSql(
  ctx: RequestContext,
  { van, naar, filter, bewegingen }: Vergelijking,
  vanOrdening: Ordening,
  naarOrdening: Ordening,
) {
  const params: unknown[] = [];
  const list = (peiling: Peiling, ordening: Ordening): string => {
    const { from, bind } = selection(ctx, filter, peiling, params);
    const { order, sleutels } = volgordeSql(ordening, bind);
    return `select w.bemiddelingspecificatie_id as id, w.bemiddeling_id, w.client_id,
      (row_number() over (order by ${order}))::int as positie, row(${sleutels.join(', ')})::text as sleutel
      from ${from}`;
  };
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const asked = bewegingen.length === 0 ? BEWEGINGEN : bewegingen;
  const sql = `
    with van as materialized (${list(van, vanOrdening)}), naar as materialized (${list(naar, naarOrdening)}),
    gedeeld as materialized (
      select id, naar.bemiddeling_id, naar.client_id, van.positie as positie_van, naar.positie as positie_naar,
        (row_number() over (order by van.positie))::int as plaats_van,
        (row_number() over (order by naar.positie))::int as plaats_naar, van.sleutel <> naar.sleutel as veranderd
      from van join naar using (id)
    ), beweging as (
      select 'GEKOMEN' as soort, id, bemiddeling_id, client_id, null::int as positie_van, positie as positie_naar,
        null::int as plaats_van, null::int as plaats_naar
      from naar where not exists (select from van where van.id = naar.id)
      union all
      select 'VERTROKKEN', id, bemiddeling_id, client_id, positie, null, null, null
      from van where not exists (select from naar where naar.id = van.id)
      union all
      select case when plaats_naar < plaats_van then 'GESTEGEN' else 'GEDAALD' end, id, bemiddeling_id, client_id,
        positie_van, positie_naar, plaats_van, plaats_naar
      from gedeeld where plaats_naar <> plaats_van
    ), bewogen as (
      select *, array_position(${bind([...BEWEGINGEN])}::text[], soort) as nummer,
        coalesce(positie_naar, positie_van) as positie
      from beweging where soort = any (${bind(asked)}::text[])
    )`;
  return { sql, params, bind };
}

async function explained(
  ctx: RequestContext,
  tx: Tx,
  { van, naar }: Vergelijking,
  moved: readonly Bewogen[],
  vanOrdening: Ordening,
  naarOrdening: Ordening,
): Promise<VerschilRow[]> {
  const ids = moved.map(({ id }) => id);
  const kennis = await loadKennis(tx, ids);
  const before = byID(await findPlaatsen(ctx, tx, ids, van, vanOrdening));
  const after = byID(await findPlaatsen(ctx, tx, ids, naar, naarOrdening));
  return moved.map((row) => {
    const places = { van: before.get(row.id) ?? null, naar: after.get(row.id) ?? null };
    const feiten = kennis.get(row.id);
    const moves = changed(row, places) && feiten !== undefined;
    const own = moves ? oorzaken(feitsoorten(feiten), standOf(van), standOf(naar)) : [];
    return { ...row, ...places, oorzaken: [...own.map(ownOf), ...withoutRegistration(row, places)] };
  });
}

/** Whether the place itself is another one; else only others moved. */
function changed(row: Bewogen, { van, naar }: Pick<VerschilRow, 'van' | 'naar'>): boolean {
  if (row.soort === 'GEKOMEN' || row.soort === 'VERTROKKEN' || van === null || naar === null) return true;
  return JSON.stringify(sleutelsOf(van)) !== JSON.stringify(sleutelsOf(naar));
}

function withoutRegistration(
  row: Bewogen,
  { van, naar }: Pick<VerschilRow, 'van' | 'naar'>,
): Bewegingsoorzaak[] {
  const found: Bewegingsoorzaak[] = [];
  const shared = row.soort === 'GESTEGEN' || row.soort === 'GEDAALD';
  if (shared && van !== null && naar !== null && van.beleid !== naar.beleid) found.push(bare('BELEID'));
  if (shared && van?.normOverschreden !== naar?.normOverschreden) found.push(bare('NORM'));
  if (row.aantalAnderen > 0) {
    found.push({ ...bare('ANDEREN'), anderen: row.anderen ?? [], aantalAnderen: row.aantalAnderen });
  }
  return found;
}

function ownOf(oorzaak: Oorzaak): Bewegingsoorzaak {
  return { ...oorzaak, anderen: [], aantalAnderen: 0 };
}

function bare(gebeurtenis: Gebeurtenis): Bewegingsoorzaak {
  const none = {
    registratieID: null,
    geregistreerdOp: null,
    geregistreerdDoor: null,
    dag: null,
    doorVerloop: null,
  };
  return { gebeurtenis, ...none, anderen: [], aantalAnderen: 0 };
}

/** The keys of a place in the order of its list. */
export function sleutelsOf(plaats: WachtlijstRow): { readonly naam: string; readonly waarde: string }[] {
  return sleutelVan(plaats.volgordebeleid, plaats);
}

const ALLES: Instant = `${OPEN_END}T23:59:59.999999Z`;

/** A moment to the microsecond, as the versions carry theirs. */
function standOf({ op, zoalsBekendOp }: Peiling): Stand {
  return { op, bekend: zoalsBekendOp === null ? ALLES : zoalsBekendOp.replace(/(\.\d{3})Z$/, '$1000Z') };
}

function byID(rows: readonly WachtlijstRow[]): Map<string, WachtlijstRow> {
  return new Map(rows.map((row) => [row.bemiddelingspecificatieID, row]));
}
