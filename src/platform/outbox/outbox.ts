import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import { assertOnlyIDs, type NieuwBericht } from './bericht.js';

/**
 * Messages to the outside, written down in the transaction that makes them true. They leave later, by the relay: at
 * least once, each time with the same id, and in order per receiver and key.
 */
@Injectable()
export class Outbox {
  /**
   * Posts messages in the caller's transaction, in the order given.
   * @returns the ids of the messages that were new; one whose `eenmalig` was there already is left out
   */
  async post(tx: Tx, berichten: NieuwBericht | readonly NieuwBericht[]): Promise<string[]> {
    const list = 'soort' in berichten ? [berichten] : berichten;
    if (list.length === 0) return [];
    for (const { inhoud } of list) assertOnlyIDs(inhoud);
    await keepOrder(tx, list);
    const rows = await tx.query<{ id: string }>(
      `insert into bericht (soort, ontvanger, volgordesleutel, inhoud, eenmalig, aangemaakt_op)
       select soort, ontvanger, volgordesleutel, inhoud, eenmalig, app_nu()
       from unnest($1::text[], $2::text[], $3::text[], $4::jsonb[], $5::text[]) with ordinality
         as nieuw (soort, ontvanger, volgordesleutel, inhoud, eenmalig, plaats)
       order by plaats
       on conflict do nothing
       returning bericht_id as id`,
      [
        list.map(({ soort }) => soort),
        list.map(({ ontvanger }) => ontvanger),
        list.map(({ volgordesleutel }) => volgordesleutel),
        list.map(({ inhoud }) => JSON.stringify(inhoud)),
        list.map(({ eenmalig }) => eenmalig ?? null),
      ],
    );
    return rows.map(({ id }) => id);
  }
}

/**
 * Two transactions that post under one key go one after the other, so that the numbers of the messages follow the order
 * of the commits. Keys share a fixed number of locks, so that a large set of messages needs no more than that.
 */
async function keepOrder(tx: Tx, berichten: readonly NieuwBericht[]): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock(slot) from (
       select distinct hashtextextended('wlz-regie bericht ' || (abs(hashtext(sleutel)::bigint) % 1024), 0) as slot
       from unnest($1::text[]) as sleutel order by 1) as sloten`,
    [berichten.map(({ ontvanger, volgordesleutel }) => `${ontvanger} ${volgordesleutel}`)],
  );
}
