import type { Instant } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';

/** A webhook and how it fares; never its secret. */
export interface WebhookRow {
  readonly instelling: string;
  readonly url: string;
  readonly actief: boolean;
  readonly versie: number;
  readonly foutenOpRij: number;
  readonly laatsteFout: string | null;
  readonly pauzeTot: Instant | null;
  readonly wachtendeBerichten: number;
}

/** @param agb of whom, or null for all */
export function findWebhooks(tx: Tx, agb: string | null): Promise<WebhookRow[]> {
  return tx.query<WebhookRow>(
    `select w.ontvanger as instelling, w.url, w.actief, w.versie, coalesce(s.fouten, 0) as "foutenOpRij",
       s.laatste_fout as "laatsteFout", s.pauze_tot as "pauzeTot",
       (select count(*)::int from bericht b where b.ontvanger = w.ontvanger and b.status = 'WACHT') as "wachtendeBerichten"
     from webhook w left join webhook_stand s on s.ontvanger = w.ontvanger
     where $1::text is null or w.ontvanger = $1
     order by w.ontvanger`,
    [agb],
  );
}

/** A message that was given up, without what is in it. */
export interface OnbestelbaarBerichtRow {
  readonly berichtID: string;
  readonly soort: string;
  readonly ontvanger: string;
  readonly aangemaakt: Instant;
  readonly opgegeven: Instant | null;
  readonly pogingen: number;
  readonly laatsteFout: string | null;
  readonly status: 'WACHT' | 'VERZONDEN' | 'ONBESTELBAAR' | 'VERVALLEN';
}

const BERICHT = `bericht_id as "berichtID", soort, ontvanger, aangemaakt_op as aangemaakt, opgegeven_op as opgegeven,
  pogingen, laatste_fout as "laatsteFout", status`;

export const KEYSET = ['text', 'uuid'] as const;
export type Keyset = [opgegeven: string, berichtID: string];

export function keysetOf({ opgegeven, berichtID }: OnbestelbaarBerichtRow): Keyset {
  return [opgegeven ?? '', berichtID];
}

/** @param ontvanger an AGB, or null for all; @param limit rows to read, the extra one included */
export async function findOnbestelbaar(
  tx: Tx,
  ontvanger: string | null,
  limit: number,
  after: Keyset | null,
): Promise<OnbestelbaarBerichtRow[]> {
  const [opgegeven, id] = after ?? [null, null];
  return tx.query<OnbestelbaarBerichtRow>(
    `select ${BERICHT} from bericht
     where status = 'ONBESTELBAAR' and ($1::text is null or ontvanger = $1)
       and ($2::text is null or (opgegeven_op, bericht_id) > ($2::timestamptz, $3::uuid))
     order by opgegeven_op, bericht_id limit $4`,
    [ontvanger, opgegeven, id, limit],
  );
}

export async function countOnbestelbaar(tx: Tx, ontvanger: string | null): Promise<number> {
  const [row] = await tx.query<{ aantal: number }>(
    `select count(*)::int as aantal from bericht where status = 'ONBESTELBAAR' and ($1::text is null or ontvanger = $1)`,
    [ontvanger],
  );
  return row?.aantal ?? 0;
}

export async function findBericht(tx: Tx, berichtID: string): Promise<OnbestelbaarBerichtRow | null> {
  const [row] = await tx.query<OnbestelbaarBerichtRow>(
    `select ${BERICHT} from bericht where bericht_id = $1`,
    [berichtID],
  );
  return row ?? null;
}
