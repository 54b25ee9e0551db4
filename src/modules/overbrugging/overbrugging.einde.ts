import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import type { Tx } from '../../platform/database/index.js';
import { DomainEvents } from '../../platform/events/index.js';
import { BeeindigingService } from '../bemiddeling/index.js';

/**
 * Bridging care ends when the place it bridged to begins, in the transaction that reports so. An import takes over what
 * the other register says: there a bridging line may run on, and shows as the signal OVERBRUGGING_LOOPT_DOOR.
 */
@Injectable()
export class OverbruggingEinde implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly beeindiging: BeeindigingService,
  ) {}

  onModuleInit(): void {
    this.events.on('ZorgBegonnen', (ctx, tx, { bemiddelingspecificatieID, ingangsdatum }) =>
      this.afterPlaatsing(ctx, tx, bemiddelingspecificatieID, ingangsdatum),
    );
  }

  /**
   * Which lines end: those that were asked for to bridge to this allocation, and every other one once nobody waits in
   * this bemiddeling any more. Who waits at two providers keeps the bridge to the other.
   */
  private async afterPlaatsing(
    ctx: RequestContext,
    tx: Tx,
    bemiddelingspecificatieID: string,
    dag: Day,
  ): Promise<void> {
    const rows = await tx.query<{ id: string; bemiddelingID: string; instelling: string }>(
      `select brug.bemiddelingspecificatie_id as id, s.bemiddeling_id as "bemiddelingID", s.instelling
       from bemiddelingspecificatie s
       join bemiddelingspecificatie brug on brug.bemiddeling_id = s.bemiddeling_id and brug.soort_toewijzing = '3'
         and (brug.toewijzing_einddatum is null or brug.toewijzing_einddatum > $2)
       where s.bemiddelingspecificatie_id = $1 and s.soort_toewijzing = '1' and s.leveringsvorm in ('4','5','8')
         and (exists (select from verzoek v where v.overbruggingspecificatie_id = brug.bemiddelingspecificatie_id
                and v.bemiddelingspecificatie_id = s.bemiddelingspecificatie_id)
           or not exists (select from wachtlijstplaats w where w.bemiddeling_id = s.bemiddeling_id
                and w.bemiddelingspecificatie_id <> s.bemiddelingspecificatie_id
                and w.van <= $3 and (w.tot is null or w.tot >= $3)))`,
      [bemiddelingspecificatieID, dag, ctx.today],
    );
    const [first] = rows;
    if (first === undefined) return;
    const ids = new Set(rows.map(({ id }) => id));
    await this.beeindiging.endOverbrugging(ctx, tx, first.bemiddelingID, ids, {
      dag,
      instelling: first.instelling,
    });
  }
}
