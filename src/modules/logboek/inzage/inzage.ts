import type { RequestContext } from '../../../platform/context/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { NietGevonden, NietToegestaan } from '../../../platform/errors/index.js';
import { isVanZorgkantoor } from './inzage.queries.js';
import { assertPeriode, LANGSTE_INZAGE, type Periode } from './periode.js';

/**
 * Opens what the log knows of a client, and notes that it was opened. The client asks the zorgkantoor, or the keeper of
 * the log; whether a client exists the keeper does not learn.
 * @throws NietGevonden NietToegestaan OngeldigeInvoer
 */
export async function openInzage(
  ctx: RequestContext,
  tx: Tx,
  clientID: string,
  periode: Periode,
  pad: string,
): Promise<void> {
  assertPeriode(periode, LANGSTE_INZAGE);
  const { rol } = ctx.actor;
  if (rol !== 'ZORGKANTOOR' && rol !== 'LOGBEHEERDER')
    throw new NietToegestaan('Het logboek van een cliënt opent alleen het zorgkantoor of de logbeheerder.');
  if (rol === 'ZORGKANTOOR' && !(await isVanZorgkantoor(tx, clientID)))
    throw new NietGevonden('De cliënt', [pad]);
  tx.searched({ logboek: 'cliënt', clientID, van: periode.van, tot: periode.tot }, 'L20');
  tx.shown([clientID], 'L10');
}
