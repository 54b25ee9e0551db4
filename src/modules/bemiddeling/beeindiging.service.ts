import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import {
  NietGevonden,
  NietToegestaan,
  OngeldigeInvoer,
  RegelGeschonden,
} from '../../platform/errors/index.js';
import { DomainEvents } from '../../platform/events/index.js';
import { findVerantwoordelijken, mayChangeClient } from '../client/index.js';
import { visible } from '../toegang/index.js';
import { BemiddelingChanger } from './bemiddeling.changer.js';
import { endAlles, endOverbrugging } from './domain/beeindigen.js';
import { assertOverlijdensdatum, herzieOverlijden, OVERLEDEN } from './domain/overlijden.js';
import { findLevenstekens, findVoorOverlijden } from './overlijden.queries.js';

export interface RegisterOverlijden {
  readonly clientID: string;
  /** Null, said in so many words, when the client did not die after all. */
  readonly overlijdensdatum?: Day | null;
  /** Why the death is taken back; only and always then. */
  readonly reden?: string | null;
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
   * Registers that a client died: allocations and roles end on that day, with everything that rests on them. What was to
   * begin later is withdrawn. Another day corrects the first, and no day takes the death back: what the death ended or
   * withdrew comes back, and ends on the new day; what ended for a reason of its own stays.
   * @returns the clientID
   */
  async registerOverlijden(ctx: RequestContext, input: RegisterOverlijden): Promise<string> {
    return this.unitOfWork.write(ctx, async (tx) => {
      const { clientID } = input;
      const datum = gezegd(input);
      const client = await this.openClient(ctx, tx, clientID);
      const vorige = client.overlijdensdatum;
      assertReden(datum, input.reden, vorige);
      if (datum !== null) {
        const levenstekens = await tx.asRegister(() => findLevenstekens(tx, clientID));
        assertOverlijdensdatum(datum, client.geboortedatum, levenstekens, ctx.today);
      }
      if (datum !== vorige) await this.saveOverlijden(ctx, tx, clientID, datum, input.reden?.trim() ?? null);
      // A death ends what every zorgkantoor allocated.
      await tx.asRegister(async () => {
        const bemiddelingen = await tx.query<{ id: string }>(
          `select bemiddeling_id as id from bemiddeling where client_id = $1 order by bemiddeling_id`,
          [clientID],
        );
        if (vorige !== null && datum !== vorige) await this.revise(ctx, tx, bemiddelingen, { vorige, datum });
        else if (datum !== null) await this.endBemiddelingen(ctx, tx, bemiddelingen, datum, OVERLEDEN);
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

  private async saveOverlijden(
    ctx: RequestContext,
    tx: Tx,
    clientID: string,
    overlijdensdatum: Day | null,
    teruggenomen: string | null,
  ): Promise<void> {
    await tx.query(
      `update client set overlijdensdatum = $2, overlijden_teruggenomen = $3, geregistreerd_op = app_nu(),
         geregistreerd_door = $4
       where client_id = $1`,
      [clientID, overlijdensdatum, teruggenomen, ctx.actor.sub],
    );
  }

  private async revise(
    ctx: RequestContext,
    tx: Tx,
    bemiddelingen: readonly { readonly id: string }[],
    herziening: { readonly vorige: Day; readonly datum: Day | null },
  ): Promise<void> {
    for (const { id } of bemiddelingen) {
      const open = await this.changer.lock(tx, id);
      const voor = await findVoorOverlijden(tx, open);
      const na = herzieOverlijden(open.set.staat(id), voor, herziening, ctx.now);
      await this.changer.save(ctx, tx, open, na);
    }
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

/** A field left out takes nothing back. */
function gezegd({ overlijdensdatum }: RegisterOverlijden): Day | null {
  if (overlijdensdatum !== undefined) return overlijdensdatum;
  throw new OngeldigeInvoer('Geef de dag van overlijden.', { pad: ['overlijdensdatum'] });
}

function assertReden(datum: Day | null, reden: string | null | undefined, vorige: Day | null): void {
  const gegeven = reden != null && reden.trim() !== '';
  if (datum !== null) {
    if (!gegeven) return;
    throw new OngeldigeInvoer('Een reden hoort alleen bij het terugnemen van een overlijden.', {
      pad: ['reden'],
    });
  }
  if (vorige === null) {
    throw new RegelGeschonden('OV3', 'ADR 0006', 'Van deze cliënt is geen overlijden vastgelegd.', [
      'overlijdensdatum',
    ]);
  }
  if (!gegeven) {
    throw new RegelGeschonden('OV2', 'ADR 0006', 'Wie een overlijden terugneemt, geeft een reden.', [
      'reden',
    ]);
  }
}
