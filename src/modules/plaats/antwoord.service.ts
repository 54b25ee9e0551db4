import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/index.js';
import { Mutations, type Repeatable, type Tx } from '../../platform/database/index.js';
import { NietGevonden, OngeldigeInvoer, VersieVerouderd } from '../../platform/errors/index.js';
import {
  findClientVanAanbod,
  lockAanbod,
  lockClient,
  saveAntwoord,
  type GehoudenAanbod,
} from './aanbod.repository.js';
import { overgang } from './domain/aanbod.js';
import { teltMee, vraagtOmGesprek } from './domain/weigering.js';
import { countGeteld, insertGesprekstaak } from './gesprek.repository.js';
import { uiterlijkOp, weigeringsreden } from './instellingen.queries.js';
import { assertMayAnswer, assertMayOffer } from './plaats.policy.js';

export interface AanbodAntwoord extends Repeatable {
  readonly aanbodID: string;
  /** The version of the offer that was seen. */
  readonly versie: number;
}

export type AcceptAanbod = AanbodAntwoord;

export interface RefuseAanbod extends AanbodAntwoord {
  /** Code of a weigeringsreden that holds today. */
  readonly reden: string;
  /** Whether the place was what the client had wished for. */
  readonly conformWens: boolean;
  /** Why the refusal must not count all the same, in words. */
  readonly zwaarwegendeReden?: string | null;
}

export interface WithdrawAanbod extends AanbodAntwoord {
  readonly reden: string;
}

/** What becomes of an offer: the client takes it, refuses it, or it is withdrawn. */
@Injectable()
export class AntwoordService {
  constructor(@Inject(Mutations) private readonly mutations: Mutations) {}

  /** @returns the aanbodID; the place is kept until care begins or the offer is withdrawn */
  acceptAanbod(ctx: RequestContext, input: AcceptAanbod): Promise<string> {
    return this.mutations.once(ctx, 'acceptAanbod', input, async (tx) => {
      const aanbod = await hold(ctx, tx, input);
      assertMayAnswer(ctx.actor, aanbod.instelling, aanbod, ctx.today);
      const status = overgang(aanbod, 'acceptAanbod', ctx.today);
      assertVersie(aanbod, input);
      return save(ctx, tx, aanbod, { status });
    });
  }

  /**
   * Records a refusal. Nothing else changes by itself; the second one that counts asks for a conversation (W8).
   * @returns the aanbodID
   */
  refuseAanbod(ctx: RequestContext, input: RefuseAanbod): Promise<string> {
    return this.mutations.once(ctx, 'refuseAanbod', input, async (tx) => {
      const aanbod = await hold(ctx, tx, input);
      assertMayAnswer(ctx.actor, aanbod.instelling, aanbod, ctx.today);
      const reden = await weigeringsreden(tx, input.reden, ctx.today);
      const status = overgang(aanbod, 'refuseAanbod', ctx.today);
      assertVersie(aanbod, input);
      const { conformWens } = input;
      const zwaarwegendeReden = input.zwaarwegendeReden?.trim() || null;
      const leveringsstatus = aanbod.leveringsstatusNu;
      const telt = teltMee({ conformWens, zwaarwegendeReden, leveringsstatus }, reden);
      await this.openGesprek(ctx, tx, aanbod, telt);
      return save(ctx, tx, aanbod, {
        status,
        ...(leveringsstatus === null ? {} : { leveringsstatus }),
        weigeringsreden: reden.code,
        conformWens,
        zwaarwegendeReden,
        teltMee: telt,
      });
    });
  }

  /** @returns the aanbodID; the place is free again */
  withdrawAanbod(ctx: RequestContext, input: WithdrawAanbod): Promise<string> {
    return this.mutations.once(ctx, 'withdrawAanbod', input, async (tx) => {
      const aanbod = await hold(ctx, tx, input);
      assertMayOffer(ctx.actor, aanbod.instelling, aanbod, ctx.today);
      const redenEinde = input.reden.trim();
      if (redenEinde === '') {
        throw new OngeldigeInvoer('Geef aan waarom het aanbod wordt ingetrokken.', { pad: ['reden'] });
      }
      const status = overgang(aanbod, 'withdrawAanbod', ctx.today);
      assertVersie(aanbod, input);
      return save(ctx, tx, aanbod, { status, redenEinde });
    });
  }

  private async openGesprek(
    ctx: RequestContext,
    tx: Tx,
    aanbod: GehoudenAanbod,
    telt: boolean,
  ): Promise<void> {
    if (!telt) return;
    const { eerder, open } = await countGeteld(tx, aanbod.bemiddelingID);
    if (!vraagtOmGesprek(telt, eerder, open)) return;
    await insertGesprekstaak(ctx, tx, {
      gesprekstaakID: randomUUID(),
      clientID: aanbod.clientID,
      bemiddelingID: aanbod.bemiddelingID,
      bemiddelingspecificatieID: aanbod.bemiddelingspecificatieID,
      aanbodID: aanbod.aanbodID,
      sinds: ctx.today,
      uiterlijk: await uiterlijkOp(tx, 'GESPREK', ctx.today),
    });
  }
}

/** Holds the client and the offer; the same answer for unknown and foreign. */
async function hold(ctx: RequestContext, tx: Tx, { aanbodID }: AanbodAntwoord): Promise<GehoudenAanbod> {
  const clientID = await findClientVanAanbod(ctx, tx, aanbodID);
  if (clientID !== null) await lockClient(tx, clientID);
  const aanbod = clientID === null ? null : await lockAanbod(tx, aanbodID);
  if (aanbod === null) throw new NietGevonden('Het aanbod', ['aanbodID']);
  return aanbod;
}

/** Asked after the state: who comes too late hears that the offer is over, who saw an old version that it changed. */
function assertVersie(aanbod: GehoudenAanbod, { versie }: AanbodAntwoord): void {
  if (aanbod.versie !== versie) throw new VersieVerouderd();
}

async function save(
  ctx: RequestContext,
  tx: Tx,
  aanbod: GehoudenAanbod,
  antwoord: Parameters<typeof saveAntwoord>[3],
): Promise<string> {
  await saveAntwoord(ctx, tx, aanbod.aanbodID, antwoord);
  tx.changed(aanbod.clientID, 'U');
  return aanbod.aanbodID;
}
