import type { Day } from '../../platform/clock/index.js';
import type { Actor, RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { visible } from '../toegang/index.js';
import { BRONNEN, type Partij, type Werksoort, type Werkstatus } from './domain/werkregel.js';
import type { Reikwijdte } from './werkbronnen.sql.js';
import { werkregels } from './werkregels.sql.js';

export interface WerkvoorraadFilter {
  readonly soort?: readonly Werksoort[] | null;
  readonly voor?: Partij | null;
  /** The responsible zorgkantoor (UZOVI). */
  readonly zorgkantoor?: string | null;
  /** AGB of the provider whose work it is, or whom it is about. */
  readonly instelling?: string | null;
  /** Only what is due before this day. */
  readonly uiterlijkVoor?: Day | null;
  /** What still asks for work when left out: LOPEND and TE_LAAT. */
  readonly status?: readonly Werkstatus[] | null;
}

/** Something that somebody has to do, as it stands today. */
export interface WerkregelRow {
  readonly soort: Werksoort;
  readonly voor: Partij;
  readonly zorgkantoor: string;
  readonly instelling: string | null;
  readonly clientID: string;
  readonly bemiddelingID: string | null;
  readonly bemiddelingspecificatieID: string | null;
  /** Id of what it is about: an indication, allocation, request, conversation or offer. */
  readonly bronID: string;
  readonly sinds: Day;
  readonly streefdatum: Day | null;
  readonly uiterlijk: Day;
  /** Last day on which the line asks for work; null when it does until it is done. */
  readonly vervalt: Day | null;
  readonly status: Werkstatus;
  readonly dagenTeLaat: number;
  readonly regel: string;
  readonly bron: string;
  readonly reden: string;
}

/** How a line stands today. */
const STATUS = `(case when r.vervalt < (select app_vandaag()) then 'VERLOPEN'
  when r.uiterlijk < (select app_vandaag()) then 'TE_LAAT' else 'LOPEND' end)`;
/** What somebody still has to do something about. */
const WERK: readonly Werkstatus[] = ['LOPEND', 'TE_LAAT'];

/** The order of the list; a cursor holds its values. */
const ORDER = 'r.uiterlijk, r.soort, r.bron_id';
export const KEYSET = ['day', 'text', 'uuid'] as const;
export type Keyset = [uiterlijk: Day, soort: string, bronID: string];

export function keysetOf({ uiterlijk, soort, bronID }: WerkregelRow): Keyset {
  return [uiterlijk, soort, bronID];
}

/** Whose lines an actor sees: a zorgkantoor those of its regions, a zorgaanbieder its own work. One predicate per role. */
const LINES_VISIBLE: Readonly<Record<Actor['rol'], string>> = {
  ZORGKANTOOR: 'r.zorgkantoor = any ((select app_uzovi())::text[])',
  ZORGAANBIEDER: `(r.voor = 'ZORGAANBIEDER' and r.instelling = (select app_agb()))`,
  SYSTEEM: 'true',
  BEHEERDER: 'false',
  LOGBEHEERDER: 'false',
};

/**
 * A page of what is to be done today. The lines are derived with the sight of the register, within what the actor may
 * see: a look at the rights for every row of nine tables takes seconds. Whom they are about is asked again with the
 * actor's own sight, and a line about anybody else is left out.
 * @param limit rows to read, the extra one included; null for all
 */
export async function findWerkvoorraad(
  ctx: RequestContext,
  tx: Tx,
  filter: WerkvoorraadFilter,
  limit: number | null,
  after: Keyset | null,
): Promise<WerkregelRow[]> {
  const { met, from, params, bind } = selection(ctx, filter);
  const beyond =
    after === null
      ? ''
      : `and (${ORDER}) > (${bind(after[0])}::date, ${bind(after[1])}, ${bind(after[2])}::uuid)`;
  const rows = await derived(ctx, tx, () =>
    tx.query<Omit<WerkregelRow, 'bron'>>(
      `${met}
     select r.soort, r.voor, r.zorgkantoor, r.instelling, r.client_id as "clientID", r.bemiddeling_id as "bemiddelingID",
       r.bemiddelingspecificatie_id as "bemiddelingspecificatieID", r.bron_id as "bronID", r.sinds,
       r.streef as streefdatum, r.uiterlijk, r.vervalt, ${STATUS} as status,
       greatest((select app_vandaag()) - r.uiterlijk, 0) as "dagenTeLaat", r.regel, r.reden
     ${from} ${beyond} order by ${ORDER} limit ${limit ?? 'all'}`,
      params,
    ),
  );
  const seen = await ownSight(tx, rows);
  return rows.filter(seen).map((row) => ({ ...row, bron: BRONNEN[row.soort] }));
}

/** People who see no client at all stay in their own role, which refuses. */
function derived<T>({ actor: { rol } }: RequestContext, tx: Tx, work: () => Promise<T>): Promise<T> {
  return rol === 'ZORGKANTOOR' || rol === 'ZORGAANBIEDER' ? tx.asRegister(work) : work();
}

type About = Pick<WerkregelRow, 'clientID' | 'bemiddelingID'>;

/** Which lines are about somebody whom row level security shows to this actor. */
async function ownSight(tx: Tx, rows: readonly About[]): Promise<(row: About) => boolean> {
  if (rows.length === 0) return () => false;
  const found = await tx.query<{ id: string }>(
    `select client_id as id from client where client_id = any ($1::uuid[])
     union all select bemiddeling_id from bemiddeling where bemiddeling_id = any ($2::uuid[])`,
    [
      rows.map(({ clientID }) => clientID),
      rows.map(({ bemiddelingID }) => bemiddelingID).filter((id) => id !== null),
    ],
  );
  const ids = new Set(found.map(({ id }) => id));
  return ({ clientID, bemiddelingID }) =>
    ids.has(clientID) && (bemiddelingID === null || ids.has(bemiddelingID));
}

/** How many lines the filter holds, of those the actor sees. */
export async function countWerkvoorraad(
  ctx: RequestContext,
  tx: Tx,
  filter: WerkvoorraadFilter,
): Promise<number> {
  const { met, from, params } = selection(ctx, filter);
  const [row] = await derived(ctx, tx, () =>
    tx.query<{ aantal: number }>(`${met} select count(*)::int as aantal ${from}`, params),
  );
  return row?.aantal ?? 0;
}

interface Selection {
  /** The common table expressions. */
  readonly met: string;
  readonly from: string;
  readonly params: unknown[];
  /** Adds a parameter and gives its place. */
  readonly bind: (value: unknown) => string;
}

function selection(ctx: RequestContext, filter: WerkvoorraadFilter): Selection {
  const params: unknown[] = [];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const where = [LINES_VISIBLE[ctx.actor.rol]];
  if (filter.soort != null && filter.soort.length > 0)
    where.push(`r.soort = any (${bind(filter.soort)}::text[])`);
  if (filter.voor != null) where.push(`r.voor = ${bind(filter.voor)}`);
  if (filter.instelling != null) where.push(`r.instelling = ${bind(filter.instelling)}`);
  if (filter.uiterlijkVoor != null) where.push(`r.uiterlijk < ${bind(filter.uiterlijkVoor)}::date`);
  const gevraagd = filter.status != null && filter.status.length > 0 ? filter.status : WERK;
  where.push(`${STATUS} = any (${bind(gevraagd)}::text[])`);
  const from = `from werkregel r where ${where.join(' and ')}`;
  const regio = filter.zorgkantoor == null ? null : bind(filter.zorgkantoor);
  return {
    met: werkregels(filter.soort ?? [], reikwijdteVan(ctx.actor, regio, gevraagd.includes('VERLOPEN'))),
    from,
    params,
    bind,
  };
}

const EIGEN_REGIOS = '(select app_uzovi())::text[]';

/**
 * Where the sources look for this actor: what its rights say. An office knows of the bemiddelingen of its regions and of
 * those it carries a part out of; elsewhere somebody may have allocated without its knowing.
 * @param regio parameter with the one zorgkantoor that is asked for, or null
 * @param verlopen also lines that ask for no work any more
 */
function reikwijdteVan(actor: Actor, regio: string | null, verlopen: boolean): Reikwijdte {
  const gevraagd = (zorgkantoor: string): string => (regio === null ? 'true' : `${zorgkantoor} = ${regio}`);
  const open = { bemiddeling: gevraagd, indicatie: gevraagd, kent: 'true', aanbieder: false, verlopen };
  if (actor.rol === 'ZORGKANTOOR') {
    const eigen = (zorgkantoor: string): string =>
      `${zorgkantoor} = any (${EIGEN_REGIOS}) and ${gevraagd(zorgkantoor)}`;
    const kent = `(b.verantwoordelijk_zorgkantoor = any (${EIGEN_REGIOS})
      or ${visible(actor).bemiddeling('b.bemiddeling_id')})`;
    return { bemiddeling: eigen, indicatie: eigen, kent, aanbieder: false, verlopen };
  }
  if (actor.rol === 'ZORGAANBIEDER') {
    // As an array, worked out once: it leads to the rows by their index.
    const eigen = `any (array(${visible(actor).bemiddelingen}))`;
    const bemiddeling = (zorgkantoor: string, id: string): string =>
      `${id} = ${eigen} and ${gevraagd(zorgkantoor)}`;
    return { ...open, bemiddeling, aanbieder: true };
  }
  return open;
}
