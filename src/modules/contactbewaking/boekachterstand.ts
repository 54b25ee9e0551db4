import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../platform/clock/index.js';
import { processContext } from '../../platform/context/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { LOG, type Log } from '../../platform/logging/index.js';
import { Verplichtingenboek } from './verplichtingenboek.js';

/** Bemiddelingen per transaction. */
const PORTIE = 500;

/**
 * Bemiddelingen whose obligations were never computed: those that were there before the ledger was. They are taken in at
 * the first start, by as many instances as there are, and then never again.
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
      this.log.info({ bemiddelingen: ingehaald }, 'contactverplichtingen worden voor het eerst opgemaakt');
    }
    return ingehaald;
  }

  private portie(): Promise<number> {
    const ctx = processContext(this.clock, 'contactboek', 'contactboek bijwerken');
    return this.unitOfWork.write(ctx, async (tx) => {
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
    });
  }
}
