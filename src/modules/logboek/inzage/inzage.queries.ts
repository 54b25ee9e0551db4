import type { Instant } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { inPeriode, type Periode } from './periode.js';

/** A line of the log as a client may see it: no search texts, no addresses of machines. */
export interface InzageRow {
  readonly logregelID: string;
  readonly tijdstip: Instant;
  readonly clientID: string;
  readonly code: string;
  readonly naam: string;
  readonly omschrijving: string;
  readonly aard: string | null;
  readonly actie: string;
  readonly resultaat: number;
  readonly controles: string;
  readonly gebruiker: string;
  readonly uitgever: string | null;
  readonly rol: string;
  readonly organisatie: string | null;
  readonly verantwoordelijke: string | null;
  readonly operatie: string;
  readonly autorisatieprotocol: string;
  readonly grond: string | null;
  readonly bron: string;
  /** Microseconds since 1970, for the cursor. */
  readonly micros: string;
}

const COLUMNS = `l.logregel_id::text as "logregelID", l.tijdstip, l.client_id as "clientID", g.code, g.naam, g.omschrijving,
  g.aard, l.actie, l.resultaat::int as resultaat, l.controles, l.gebruiker, l.uitgever, l.rol, l.organisatie,
  l.verantwoordelijke, l.operatie, l.autorisatieprotocol, l.grond, l.bron,
  (extract(epoch from l.tijdstip) * 1000000)::bigint::text as micros`;

const LINES = `logregel l join loggebeurtenis g on g.code = l.gebeurtenis`;

export type Keyset = readonly [micros: string, logregelID: string];

/** Which lines, with its parameters from $1 on. */
interface Keuze {
  readonly where: string;
  readonly params: readonly unknown[];
}

function overClient(clientID: string, { van, tot }: Periode): Keuze {
  return { where: `l.client_id = $1 and ${inPeriode('$2', '$3')}`, params: [clientID, van, tot] };
}

/** Somebody saw a client and no right was found at that moment. */
const ZONDER_RELATIE = `l.actie = 'R' and l.resultaat = 1 and l.grond is null and l.client_id is not null
  and l.rol in ('ZORGKANTOOR', 'ZORGAANBIEDER')`;

function zonderRelatie({ van, tot }: Periode): Keuze {
  return { where: `${ZONDER_RELATIE} and ${inPeriode('$1', '$2')}`, params: [van, tot] };
}

/** The lines about a client, newest first. What a zorgkantoor sees of them row level security decides. */
export function findInzagen(
  tx: Tx,
  clientID: string,
  periode: Periode,
  limit: number,
  after: Keyset | null,
): Promise<InzageRow[]> {
  return page(tx, overClient(clientID, periode), limit, after);
}

export function countInzagen(tx: Tx, clientID: string, periode: Periode): Promise<number> {
  return count(tx, overClient(clientID, periode));
}

/** The lines of views without a relation of care, newest first. */
export function findZonderRelatie(
  tx: Tx,
  periode: Periode,
  limit: number,
  after: Keyset | null,
): Promise<InzageRow[]> {
  return page(tx, zonderRelatie(periode), limit, after);
}

export function countZonderRelatie(tx: Tx, periode: Periode): Promise<number> {
  return count(tx, zonderRelatie(periode));
}

/** How much somebody looked. */
export interface KijkerRow {
  readonly gebruiker: string;
  readonly uitgever: string | null;
  readonly rol: string;
  readonly organisatie: string | null;
  readonly inzagen: number;
  readonly clienten: number;
  readonly zonderRelatie: number;
  readonly eerste: Instant;
  readonly laatste: Instant;
}

/** Who looked most, people and processes, at one client or at all. @param clientID null: all */
export function findKijkers(
  tx: Tx,
  clientID: string | null,
  { van, tot }: Periode,
  limit: number,
): Promise<KijkerRow[]> {
  return tx.query<KijkerRow>(
    `select l.gebruiker, l.uitgever, l.rol, l.organisatie, count(*)::int as inzagen,
       count(distinct l.client_id)::int as clienten, (count(*) filter (where ${ZONDER_RELATIE}))::int as "zonderRelatie",
       min(l.tijdstip) as eerste, max(l.tijdstip) as laatste
     from logregel l
     where l.actie = 'R' and l.resultaat = 1 and ${inPeriode('$1', '$2')}
       and ${clientID === null ? 'l.client_id is not null and $3::uuid is null' : 'l.client_id = $3'}
     group by l.gebruiker, l.uitgever, l.rol, l.organisatie
     order by clienten desc, inzagen desc, l.gebruiker, l.rol, l.organisatie limit $4`,
    [van, tot, clientID, limit],
  );
}

/** Whether this zorgkantoor has a right to this client's record. */
export async function isVanZorgkantoor(tx: Tx, clientID: string): Promise<boolean> {
  const rows = await tx.query(
    `select from toegangsrecht_zorgkantoor
     where client_id = $1 and zorgkantoor = any ((select app_uzovi())::text[]) limit 1`,
    [clientID],
  );
  return rows.length > 0;
}

function page(tx: Tx, { where, params }: Keuze, limit: number, after: Keyset | null): Promise<InzageRow[]> {
  const [micros, id, most] = [1, 2, 3].map((extra) => `$${params.length + extra}`);
  return tx.query<InzageRow>(
    `select ${COLUMNS} from ${LINES}
     where ${where} and (${micros}::text is null or (l.tijdstip, l.logregel_id)
       < ('epoch'::timestamptz + ${micros}::bigint * interval '1 microsecond', ${id}::bigint))
     order by l.tijdstip desc, l.logregel_id desc limit ${most}`,
    [...params, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

async function count(tx: Tx, { where, params }: Keuze): Promise<number> {
  const [row] = await tx.query<{ aantal: number }>(
    `select count(*)::int as aantal from logregel l where ${where}`,
    params,
  );
  return row?.aantal ?? 0;
}
