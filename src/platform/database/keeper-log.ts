import type pg from 'pg';
import type { RequestContext } from '../context/index.js';
import { asLogfout } from './logboek-onbereikbaar.js';
import type { Logbron } from './logbron.js';
import { LogLines, type Operatiegebeurtenis, type Resultaat } from './log-lines.js';

/** What a keeper of the database did with the register as a whole. */
export interface KeepersDeed {
  readonly gebeurtenis: Operatiegebeurtenis;
  readonly bijzonderheden?: Readonly<Record<string, unknown>>;
  readonly resultaat?: Resultaat;
}

/**
 * Adds one line to the log for work that goes round the frames (and so round row level security), on the keeper's own
 * connection: in its transaction when one is open, else at once.
 * @throws LogboekOnbereikbaar, and then the work may not be done
 */
export async function logAsKeeper(
  client: pg.ClientBase,
  ctx: RequestContext,
  bron: Logbron,
  { gebeurtenis, bijzonderheden, resultaat = 1 }: KeepersDeed,
): Promise<void> {
  const log = new LogLines();
  log.event(gebeurtenis, bijzonderheden);
  const lines = log.statement(ctx, resultaat, null, bron);
  if (lines === null) return;
  try {
    await client.query(lines.sql, [...lines.params]);
  } catch (error) {
    throw asLogfout(error);
  }
}
