import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { normenVan } from './domain/contactnorm.js';
import { verplichtingverloop } from './domain/verplichtingverloop.js';
import {
  asBoekregel,
  findBoekregels,
  findFeiten,
  findNormen,
  holdBemiddelingen,
  insertBoekregels,
  isGelijkeRegel,
  regelsleutel,
  removeBoekregels,
  type Boekregel,
} from './verplichtingenboek.repository.js';

/** Bemiddelingen that are computed at once: memory stays the same however many there are. */
const PORTIE = 1_000;

/**
 * Keeps the ledger of obligations in step with the register: the obligations of a bemiddeling are computed again in the
 * transaction that changed what they rest on, and only what came out different is replaced.
 */
@Injectable()
export class Verplichtingenboek {
  /**
   * With the sight of the register: an obligation also rests on what the actor who changed something may not see, or may
   * not see any more.
   * @returns how many obligations were added, changed or taken out
   */
  bijwerken(ctx: RequestContext, tx: Tx, bemiddelingIDs: readonly string[]): Promise<number> {
    const ids = [...new Set(bemiddelingIDs)].sort();
    return tx.asRegister(async () => {
      let verschillen = 0;
      for (let van = 0; van < ids.length; van += PORTIE)
        verschillen += await this.portie(ctx, tx, ids.slice(van, van + PORTIE));
      return verschillen;
    });
  }

  private async portie(ctx: RequestContext, tx: Tx, bemiddelingIDs: readonly string[]): Promise<number> {
    await holdBemiddelingen(tx, bemiddelingIDs);
    const normen = await findNormen(tx);
    const bewaard = new Map(
      (await findBoekregels(tx, bemiddelingIDs)).map((regel) => [regelsleutel(regel), regel]),
    );
    const weg = new Map(bewaard);
    const nieuw: Boekregel[] = [];
    for (const feiten of await findFeiten(tx, bemiddelingIDs)) {
      for (const berekend of verplichtingverloop({
        ...feiten,
        normen: normenVan(feiten.zorgkantoor, normen),
      })) {
        const sleutel = regelsleutel({ ...berekend, bemiddelingID: feiten.bemiddelingID });
        const oud = bewaard.get(sleutel);
        const regel = asBoekregel(feiten, berekend, oud?.contactverplichtingID);
        if (oud !== undefined && isGelijkeRegel(oud, regel)) weg.delete(sleutel);
        else nieuw.push(regel);
      }
    }
    await removeBoekregels(
      tx,
      [...weg.values()].map(({ contactverplichtingID }) => contactverplichtingID),
    );
    await insertBoekregels(tx, nieuw, ctx.actor.sub);
    return Math.max(weg.size, nieuw.length);
  }
}
