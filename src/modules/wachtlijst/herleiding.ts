import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, type Clock } from '../../platform/clock/index.js';
import { processContext } from '../../platform/context/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Wachtlijstplaatsen } from './wachtlijstplaatsen.js';

const AT_ONCE = 200;

/**
 * Works out the places of allocations that stand in wachtlijst_te_herleiden, before anybody is served. A migration puts
 * them there when places are to follow in another way than they were kept; each batch is a transaction, and several
 * processes may work at it beside each other.
 */
@Injectable()
export class Herleiding implements OnApplicationBootstrap {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plaatsen: Wachtlijstplaatsen,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    let done: number;
    do {
      done = await this.herleidBatch();
    } while (done > 0);
  }

  private herleidBatch(): Promise<number> {
    const ctx = processContext(this.clock, 'wachtlijst', 'herleiding');
    return this.unitOfWork.write(ctx, async (tx) => {
      const batch = await tx.query<{ id: string }>(
        `delete from wachtlijst_te_herleiden where bemiddelingspecificatie_id in (
           select bemiddelingspecificatie_id from wachtlijst_te_herleiden limit ${AT_ONCE} for update skip locked)
         returning bemiddelingspecificatie_id as id`,
      );
      const ids = batch.map(({ id }) => id).sort();
      if (ids.length === 0) return 0;
      await tx.query(
        `select from bemiddelingspecificatie where bemiddelingspecificatie_id = any ($1::uuid[])
         order by bemiddelingspecificatie_id for no key update`,
        [ids],
      );
      await this.plaatsen.herleid(tx, ids);
      return ids.length;
    });
  }
}
