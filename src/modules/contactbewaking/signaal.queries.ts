import type { Day } from '../../platform/clock/index.js';
import type { Actor, RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { dutiesVisible } from './contactbewaking.policy.js';
import type { Signaalsoort } from './domain/signaal.js';
import type { Verplichtingsoort } from './domain/verplichting.js';
import { oorzaakGeldt } from './signalering.js';

export interface SignalenFilter {
  /** All when left out. */
  readonly soort?: readonly Signaalsoort[] | null;
  /** True: only whose cause is there now; false: only whose cause is gone or never was. */
  readonly levend?: boolean | null;
  /** True: only what somebody put off; false: without it. */
  readonly sluimerend?: boolean | null;
  /** The responsible zorgkantoor (UZOVI). */
  readonly zorgkantoor?: string | null;
  /** AGB of the bearer. */
  readonly instelling?: string | null;
}

/** A signal as it is shown. */
export interface SignaalRow {
  readonly signaalID: string;
  readonly soort: Signaalsoort;
  readonly verplichting: Verplichtingsoort;
  readonly bemiddelingID: string;
  readonly clientID: string;
  /** AGB of the bearer. */
  readonly instelling: string;
  readonly zorgkantoor: string;
  /** The due date; of the year norm the first day on which it was not met. */
  readonly aanleiding: Day;
  readonly vastgesteldOp: Day;
  readonly levend: boolean;
  readonly beeindigdOp: Day | null;
  readonly ingetrokkenOp: Day | null;
  readonly sluimertTot: Day | null;
  readonly sluimerreden: string | null;
}

const VANDAAG = '(select app_vandaag())';

/** Stored as standing, and the ledger of today says so too: a contact of this morning counts before the task looks. */
const LEVEND = `(s.ingetrokken_op is null and s.beeindigd_op is null and ${oorzaakGeldt(VANDAAG)})`;

const COLUMNS = `s.contactsignaal_id as "signaalID", s.soort, s.verplichting, s.bemiddeling_id as "bemiddelingID",
  s.client_id as "clientID", s.instelling, s.zorgkantoor, s.aanleiding, s.vastgesteld_op as "vastgesteldOp",
  ${LEVEND} as levend, s.beeindigd_op as "beeindigdOp", s.ingetrokken_op as "ingetrokkenOp",
  case when s.sluimert_tot >= ${VANDAAG} then s.sluimert_tot end as "sluimertTot",
  case when s.sluimert_tot >= ${VANDAAG} then s.sluimerreden end as sluimerreden`;

const ORDER = 's.aanleiding, s.contactsignaal_id';
export const SIGNAAL_KEYSET = ['day', 'uuid'] as const;
export type SignaalKeyset = [aanleiding: Day, signaalID: string];

/** A page of the signals that the actor may see, the oldest cause first. */
export function findSignalen(
  ctx: RequestContext,
  tx: Tx,
  filter: SignalenFilter,
  limit: number,
  after: SignaalKeyset | null,
): Promise<SignaalRow[]> {
  const { where, params } = selection(ctx.actor, filter);
  const beyond =
    after === null
      ? ''
      : `and (${ORDER}) > ($${params.push(after[0])}::date, $${params.push(after[1])}::uuid)`;
  return tx.query<SignaalRow>(
    `select ${COLUMNS} from contactsignaal s where ${where} ${beyond} order by ${ORDER} limit ${limit}`,
    params,
  );
}

/** How many signals the filter holds, of those the actor may see. */
export async function countSignalen(ctx: RequestContext, tx: Tx, filter: SignalenFilter): Promise<number> {
  const { where, params } = selection(ctx.actor, filter);
  const [row] = await tx.query<{ aantal: number }>(
    `select count(*)::int as aantal from contactsignaal s where ${where}`,
    params,
  );
  return row?.aantal ?? 0;
}

/** The signals with these ids that the actor may see. */
export async function findSignalenByID(
  ctx: RequestContext,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, SignaalRow>> {
  const rows = await tx.query<SignaalRow>(
    `select ${COLUMNS} from contactsignaal s
     where s.contactsignaal_id = any ($1::uuid[]) and ${dutiesVisible(ctx.actor, 's')}`,
    [ids],
  );
  tx.shown(rows.map(({ clientID }) => clientID));
  return new Map(rows.map((row) => [row.signaalID, row]));
}

function selection(actor: Actor, filter: SignalenFilter): { where: string; params: unknown[] } {
  const params: unknown[] = [];
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const where = [dutiesVisible(actor, 's')];
  if (filter.soort != null && filter.soort.length > 0)
    where.push(`s.soort = any (${bind(filter.soort)}::text[])`);
  if (filter.zorgkantoor != null) where.push(`s.zorgkantoor = ${bind(filter.zorgkantoor)}`);
  if (filter.instelling != null) where.push(`s.instelling = ${bind(filter.instelling)}`);
  if (filter.levend != null) where.push(filter.levend ? LEVEND : `not ${LEVEND}`);
  if (filter.sluimerend != null) {
    where.push(`coalesce(s.sluimert_tot >= ${VANDAAG}, false) = ${bind(filter.sluimerend)}`);
  }
  return { where: where.join(' and '), params };
}
