import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { NietGevonden, NietToegestaan, OngeldigeInvoer } from '../../platform/errors/index.js';
import { DomainEvents } from '../../platform/events/index.js';
import { findVerantwoordelijken, mayChangeClient } from '../client/index.js';
import { visible } from '../toegang/index.js';
import { BemiddelingChanger } from './bemiddeling.changer.js';
import { endAlles, endOverbrugging } from './domain/beeindigen.js';

/** COD172: client overleden. */
const OVERLEDEN = '1';

export interface RegisterOverlijden {
  readonly clientID: string;
  readonly overlijdensdatum: Day;
}

/** What ends everything at once: the death of the client, or the end of the indication. */
@Injectable()
export class BeeindigingService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changer: BemiddelingChanger,
    private readonly events: DomainEvents,
  ) {}

  onModuleInit(): void {
    this.events.on('IndicatieBeeindigd', async (ctx, tx, { wlzIndicatieID, einddatum, redenIntrekking }) => {
      const bemiddelingen = await tx.query<{ id: string }>(
        `select bemiddeling_id as id from bemiddeling where wlz_indicatie_id = $1 order by bemiddeling_id`,
        [wlzIndicatieID],
      );
      await this.endBemiddelingen(ctx, tx, bemiddelingen, einddatum, redenIntrekking);
    });
  }

  /**
   * Registers that a client died: allocations and roles end on that day, with everything that rests on them.
   * What was to begin later is withdrawn.
   * @returns the clientID
   */
  async registerOverlijden(
    ctx: RequestContext,
    { clientID, overlijdensdatum }: RegisterOverlijden,
  ): Promise<string> {
    return this.unitOfWork.write(ctx, async (tx) => {
      const client = await this.openClient(ctx, tx, clientID);
      if (overlijdensdatum > ctx.today) throw onmogelijk('De overlijdensdatum ligt in de toekomst.');
      if (overlijdensdatum < client.geboortedatum)
        throw onmogelijk('De overlijdensdatum ligt voor de geboortedatum.');
      if (overlijdensdatum !== client.overlijdensdatum) {
        await tx.query(
          `update client set overlijdensdatum = $2, geregistreerd_op = app_nu(), geregistreerd_door = $3
           where client_id = $1`,
          [clientID, overlijdensdatum, ctx.actor.sub],
        );
      }
      // A death ends what every zorgkantoor allocated.
      await tx.asRegister(async () => {
        const bemiddelingen = await tx.query<{ id: string }>(
          `select bemiddeling_id as id from bemiddeling where client_id = $1 order by bemiddeling_id`,
          [clientID],
        );
        await this.endBemiddelingen(ctx, tx, bemiddelingen, overlijdensdatum, OVERLEDEN);
        const bemiddelingIDs = bemiddelingen.map(({ id }) => id);
        await this.events.announce(ctx, tx, 'BemiddelingenGewijzigd', { bemiddelingIDs });
      });
      tx.changed(clientID, 'U');
      return clientID;
    });
  }

  /**
   * Ends bridging care because the place it bridged to began, as part of the use case that reports so. Roles that nothing
   * calls for any more end with it.
   * @param ids the allocations that no longer bridge to anything
   */
  async endOverbrugging(
    ctx: RequestContext,
    tx: Tx,
    bemiddelingID: string,
    ids: ReadonlySet<string>,
    plaatsing: { readonly dag: Day; readonly instelling: string | null },
  ): Promise<void> {
    if (ids.size === 0) return;
    // A zorgaanbieder reports the start of care; what that ends is the register's to end.
    await tx.asRegister(async () => {
      const open = await this.changer.lock(tx, bemiddelingID);
      const na = endOverbrugging(open.set.staat(bemiddelingID), ids, plaatsing, ctx.now);
      await this.changer.save(ctx, tx, open, na);
    });
  }

  private async openClient(
    ctx: RequestContext,
    tx: Tx,
    clientID: string,
  ): Promise<{ geboortedatum: Day; overlijdensdatum: Day | null }> {
    const [seen] = await tx.query(
      `select 1 as one from client where client_id = $1 and ${visible(ctx.actor).client('client.client_id')}`,
      [clientID],
    );
    if (seen === undefined) throw new NietGevonden('De cliënt', ['clientID']);
    if (!mayChangeClient(ctx.actor, await findVerantwoordelijken(ctx, tx, clientID))) {
      throw new NietToegestaan('Alleen het verantwoordelijke zorgkantoor legt een overlijden vast.');
    }
    const [client] = await tx.query<{ geboortedatum: Day; overlijdensdatum: Day | null }>(
      `select geboortedatum, overlijdensdatum from client where client_id = $1 for update`,
      [clientID],
    );
    if (client === undefined) throw new NietGevonden('De cliënt', ['clientID']);
    return client;
  }

  private async endBemiddelingen(
    ctx: RequestContext,
    tx: Tx,
    bemiddelingen: readonly { readonly id: string }[],
    dag: Day,
    redenIntrekking: string,
  ): Promise<void> {
    for (const { id } of bemiddelingen) {
      const open = await this.changer.lock(tx, id);
      const na = endAlles(open.set.staat(id), dag, redenIntrekking, ctx.now);
      await this.changer.save(ctx, tx, open, na);
    }
  }
}

function onmogelijk(melding: string): OngeldigeInvoer {
  return new OngeldigeInvoer(melding, { pad: ['overlijdensdatum'] });
}
