import type { Day } from '../../platform/clock/index.js';
import { grouped } from '../../platform/collections/index.js';
import type { Actor, RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { dutiesVisible } from './contactbewaking.policy.js';
import { JAAR_DAGEN } from './domain/contactplicht.js';
import type { Verplichtingsoort, Verplichtingstatus } from './domain/verplichting.js';

export interface ContactverplichtingenFilter {
  readonly soort?: Verplichtingsoort | null;
  /** Both when left out. */
  readonly status?: readonly Verplichtingstatus[] | null;
  /** The responsible zorgkantoor (UZOVI). */
  readonly zorgkantoor?: string | null;
  /** AGB of the bearer. */
  readonly instelling?: string | null;
  /** Only duties that are due before this day. */
  readonly uiterlijkVoor?: Day | null;
}

/** A contact duty of today. */
export interface ContactverplichtingRow {
  readonly soort: Verplichtingsoort;
  readonly bemiddelingID: string;
  readonly clientID: string;
  /** AGB of the bearer. */
  readonly instelling: string;
  readonly uiterlijk: Day;
  readonly status: Verplichtingstatus;
  readonly dagenTeLaat: number;
  readonly laatsteContactID: string | null;
  readonly laatsteContactDatum: Day | null;
  readonly jaarnormGehaald: boolean | null;
}

const VANDAAG = '(select app_vandaag())';

/**
 * What an obligation `v` says today. Twice a year holds when the counted contact before the last one lies within the
 * year: that contact is kept with the obligation.
 */
const COLUMNS = `v.soort, v.bemiddeling_id as "bemiddelingID", v.client_id as "clientID", v.instelling, v.uiterlijk,
  case when v.te_laat_sinds <= ${VANDAAG} then 'TE_LAAT' else 'OPEN' end as status,
  greatest(${VANDAAG} - v.uiterlijk, 0) as "dagenTeLaat", v.laatste_contact_id as "laatsteContactID",
  case when v.laatste_contact_id is not null then v.termijn_van end as "laatsteContactDatum",
  case when ${VANDAAG} - v.begin >= ${JAAR_DAGEN}
    then coalesce(v.voorlaatste_contact > ${VANDAAG} - ${JAAR_DAGEN}, false) end as "jaarnormGehaald"`;

/** The order of the list; a cursor holds its values. */
const ORDER = 'v.uiterlijk, v.bemiddeling_id, v.soort';
export const KEYSET = ['day', 'uuid', 'text'] as const;
export type Keyset = [uiterlijk: Day, bemiddelingID: string, soort: string];

export function keysetOf({ uiterlijk, bemiddelingID, soort }: ContactverplichtingRow): Keyset {
  return [uiterlijk, bemiddelingID, soort];
}

/**
 * A page of the contact duties of today that the actor may see.
 * @param limit rows to read, the extra one included; null for all
 */
export async function findContactverplichtingen(
  ctx: RequestContext,
  tx: Tx,
  filter: ContactverplichtingenFilter,
  limit: number | null,
  after: Keyset | null,
): Promise<ContactverplichtingRow[]> {
  const { from, params, bind } = selection(ctx, filter);
  const beyond =
    after === null
      ? ''
      : `and (${ORDER}) > (${bind(after[0])}::date, ${bind(after[1])}::uuid, ${bind(after[2])})`;
  const inOrder = `order by ${ORDER} limit ${limit ?? 'all'}`;
  return tx.query<ContactverplichtingRow>(`${from(COLUMNS, `${beyond} ${inOrder}`)} ${inOrder}`, params);
}

/** How many duties the filter holds, of those the actor may see. */
export async function countContactverplichtingen(
  ctx: RequestContext,
  tx: Tx,
  filter: ContactverplichtingenFilter,
): Promise<number> {
  const { from, params } = selection(ctx, filter);
  const [row] = await tx.query<{ aantal: number }>(from('count(*)::int as aantal'), params);
  return row?.aantal ?? 0;
}

/** The contact duties of each of these clients, in the order of the list; a client without any is absent. */
export async function findContactverplichtingenOfClienten(
  ctx: RequestContext,
  tx: Tx,
  clientIDs: readonly string[],
): Promise<Map<string, ContactverplichtingRow[]>> {
  const { from, params } = selection(ctx, {}, clientIDs);
  const rows = await tx.query<ContactverplichtingRow>(`${from(COLUMNS)} order by ${ORDER}`, params);
  tx.shown(rows.map(({ clientID }) => clientID));
  return grouped(rows, ({ clientID }) => clientID);
}

interface Selection {
  readonly params: unknown[];
  /** Adds a parameter and gives its place. */
  readonly bind: (value: unknown) => string;
  /** The question; what follows `each` holds for each part of it, so that a page reads no more of a part than itself. */
  readonly from: (columns: string, each?: string) => string;
}

/**
 * The obligations that count today under the rights of the actor. Those without a last day and those whose last day is
 * still to come are asked for apart: each part has an index of its own, in the order of the list, and neither looks at
 * what is past.
 */
function selection(
  ctx: RequestContext,
  filter: ContactverplichtingenFilter,
  clientIDs: readonly string[] | null = null,
): Selection {
  const params: unknown[] = [];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const where = [`v.van <= ${VANDAAG}`];
  if (!isWithinRights(ctx.actor, filter)) where.push(dutiesVisible(ctx.actor));
  if (clientIDs !== null) where.push(`v.client_id = any (${bind(clientIDs)}::uuid[])`);
  if (filter.zorgkantoor != null) where.push(`v.zorgkantoor = ${bind(filter.zorgkantoor)}`);
  if (filter.soort != null) where.push(`v.soort = ${bind(filter.soort)}`);
  if (filter.status != null && filter.status.length > 0) {
    const late = `case when v.te_laat_sinds <= ${VANDAAG} then 'TE_LAAT' else 'OPEN' end`;
    where.push(`${late} = any (${bind(filter.status)}::text[])`);
  }
  if (filter.instelling != null) where.push(`v.instelling = ${bind(filter.instelling)}`);
  if (filter.uiterlijkVoor != null) where.push(`v.uiterlijk < ${bind(filter.uiterlijkVoor)}::date`);
  // As a value, not as a claim: the planner knows of a day how few rows end after it.
  const today = bind(ctx.today);
  const part = (days: string, each: string): string =>
    `(select v.* from contactverplichting v where ${days} and ${where.join(' and ')} ${each})`;
  const from = (columns: string, each = ''): string =>
    `select ${columns}
     from (${part('v.tot is null', each)} union all ${part(`v.tot >= ${today}::date`, each)}) as v`;
  return { params, bind, from };
}

/** A filter on what is one's own says all that the rights would say, and lets the index give the order. */
function isWithinRights(
  { rol, uzovi, agb }: Actor,
  { zorgkantoor, instelling }: ContactverplichtingenFilter,
): boolean {
  if (rol === 'ZORGKANTOOR') return zorgkantoor != null && uzovi.includes(zorgkantoor);
  return rol === 'ZORGAANBIEDER' && instelling != null && instelling === agb;
}
