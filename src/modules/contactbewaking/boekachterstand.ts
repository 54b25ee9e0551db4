import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../platform/clock/index.js';
import { processContext, type RequestContext } from '../../platform/context/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { LOG, type Log } from '../../platform/logging/index.js';
import { Verplichtingenboek } from './verplichtingenboek.js';

/** Bemiddelingen per transaction. */
const PORTIE = 500;

/**
 * Bemiddelingen whose obligations are still to be computed: those that were there before the ledger was, taken in at the
 * first start, and those that a new norm touches, before its first day. Several instances share the work.
 */
@Injectable()
export class Boekachterstand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Verplichtingenboek) private readonly boek: Verplichtingenboek,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @returns how many bemiddelingen were taken in */
  async inhalen(): Promise<number> {
    let ingehaald = 0;
    for (;;) {
      const gedaan = await this.portie();
      if (gedaan === 0) break;
      ingehaald += gedaan;
      this.log.info({ bemiddelingen: ingehaald }, 'contactverplichtingen worden opgemaakt');
    }
    return ingehaald;
  }

  private portie(): Promise<number> {
    const ctx = processContext(this.clock, 'contactboek', 'contactboek bijwerken');
    return this.unitOfWork.write(ctx, (tx) => this.neem(ctx, tx));
  }

  /** Takes a portion in, in the transaction of the caller. @returns how many bemiddelingen */
  async neem(ctx: RequestContext, tx: Tx): Promise<number> {
    const rows = await tx.query<{ id: string }>(
      `delete from contactboek_achterstand where bemiddeling_id in (
           select bemiddeling_id from contactboek_achterstand order by bemiddeling_id limit ${PORTIE}
           for update skip locked)
         returning bemiddeling_id as id`,
    );
    await this.boek.bijwerken(
      ctx,
      tx,
      rows.map(({ id }) => id),
    );
    return rows.length;
  }
}
