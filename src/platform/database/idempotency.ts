import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../context/index.js';
import { SleutelHergebruikt } from '../errors/index.js';
import type { Tx } from './tx.js';

const DAYS_KEPT = 7;

/**
 * Lets a provider repeat a mutation safely. A key belongs to an organisation and a mutation and is kept seven days: the
 * same key with the same input gives the same result without doing the work again; with other input it is refused.
 */
@Injectable()
export class Idempotency {
  /** @returns the id that `work` gave, now or the first time */
  async once(
    ctx: RequestContext,
    tx: Tx,
    mutatie: string,
    sleutel: string | null | undefined,
    input: unknown,
    work: () => Promise<string>,
  ): Promise<string> {
    if (sleutel === null || sleutel === undefined) return work();
    const organisatie = ctx.actor.agb ?? ctx.actor.uzovi.join(',');
    const key = [organisatie, mutatie, sleutel];
    const hash = createHash('sha256').update(canonical(input)).digest('hex');
    await tx.query(`delete from idempotentie where aangemaakt_op < app_nu() - make_interval(days => $1)`, [
      DAYS_KEPT,
    ]);
    const claimed = await tx.query(
      `insert into idempotentie (organisatie, mutatie, sleutel, invoer_hash, aangemaakt_op)
       values ($1, $2, $3, $4, app_nu()) on conflict do nothing returning sleutel`,
      [...key, hash],
    );
    if (claimed.length === 0) return this.earlier(tx, key, hash);
    const id = await work();
    await tx.query(
      `update idempotentie set resultaat = to_jsonb($4::text) where organisatie = $1 and mutatie = $2 and sleutel = $3`,
      [...key, id],
    );
    return id;
  }

  private async earlier(tx: Tx, key: readonly string[], hash: string): Promise<string> {
    const [row] = await tx.query<{ invoer_hash: string; resultaat: string }>(
      `select invoer_hash, resultaat #>> '{}' as resultaat from idempotentie
       where organisatie = $1 and mutatie = $2 and sleutel = $3`,
      key,
    );
    if (row === undefined || row.invoer_hash !== hash) throw new SleutelHergebruikt();
    return row.resultaat;
  }
}

/** The same text for the same content, whatever the order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
