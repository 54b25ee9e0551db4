import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { drawWachtlijst } from './grafiek/wachtlijst.svg.js';
import { countVerloop, countWachtenden, type Aantallenvraag } from './wachtlijstaantallen.queries.js';

/** The picture of a waiting list: how many wait, how that went, and against the norm. Counts only, nobody's data. */
export async function wachtlijstgrafiek(
  ctx: RequestContext,
  tx: Tx,
  vraag: Aantallenvraag,
  maanden: number,
): Promise<string> {
  const { peiling, zorgkantoor, instelling } = vraag;
  tx.searched({ grafiek: 'wachtlijst', zorgkantoor, instelling, maanden, ...peiling });
  const telling = await countWachtenden(ctx, tx, vraag);
  const verloop = await countVerloop(ctx, tx, vraag, maanden);
  return drawWachtlijst({ zorgkantoor, instelling, ...peiling, telling, verloop });
}
