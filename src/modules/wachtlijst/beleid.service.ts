import { Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { oneAtATime, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { VersieVerouderd } from '../../platform/errors/index.js';
import { Codelijsten } from '../codelijst/index.js';
import { assertMayRecordVolgordebeleid, assertMaySetStreefnorm } from './beleid.policy.js';
import { findVolgordebeleid, findWachtnormen } from './beleid.queries.js';
import { decideStreefnorm, type Streefnormopgave } from './domain/streefnorm.js';
import { decideBeleid, type Beleidsvoorstel } from './domain/volgordebeleid.js';
import { normgebied } from './domain/wachtnorm.js';
import { VolgordebeleidEntity } from './entities/volgordebeleid.entity.js';
import { WachtnormEntity } from './entities/wachtnorm.entity.js';

export interface RecordVolgordebeleid extends Beleidsvoorstel {
  /** The newest version that the actor saw. */
  readonly versie: number;
}

export interface SetStreefnorm extends Streefnormopgave {
  /** The version of this norm that the actor saw; 0 when there was none. */
  readonly versie: number;
}

/** What the office decides about the list without a release: its order, and the norms it is judged by. */
@Injectable()
export class BeleidService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly codelijsten: Codelijsten,
  ) {}

  /** @returns the number of the new version */
  recordVolgordebeleid(ctx: RequestContext, input: RecordVolgordebeleid): Promise<number> {
    return this.unitOfWork.write(ctx, async (tx) => {
      assertMayRecordVolgordebeleid(ctx.actor);
      await oneAtATime(tx, 'volgordebeleid');
      const laatste = (await findVolgordebeleid(tx)).at(-1)?.versie ?? 0;
      if (input.versie !== laatste) throw new VersieVerouderd();
      const { sleutels, bron, geldigVanaf } = decideBeleid(input, ctx.today);
      await tx.manager.insert(VolgordebeleidEntity, {
        versie: laatste + 1,
        sleutels: sleutels.map(({ naam }) => naam),
        richtingen: sleutels.map(({ richting }) => richting),
        bron,
        geldigVanaf,
        geregistreerdOp: ctx.now,
        geregistreerdDoor: ctx.actor.sub,
      });
      return laatste + 1;
    });
  }

  /** @returns the number of the new version of this norm */
  setStreefnorm(ctx: RequestContext, input: SetStreefnorm): Promise<number> {
    return this.unitOfWork.write(ctx, async (tx) => {
      assertMaySetStreefnorm(ctx.actor, input.zorgkantoor);
      await oneAtATime(tx, 'wachtnorm');
      const { versie, ...opgave } = input;
      const laatste = await laatsteVersie(tx, opgave);
      if (versie !== laatste) throw new VersieVerouderd();
      const norm = decideStreefnorm(opgave, ctx.today, (status, classificatie, day: Day) =>
        this.codelijsten.classificatiePaar(status, classificatie, day),
      );
      await tx.manager.insert(WachtnormEntity, {
        ...norm,
        soort: 'STREEFNORM',
        versie: laatste + 1,
        zekerheid: null,
        geregistreerdOp: ctx.now,
        geregistreerdDoor: ctx.actor.sub,
      });
      return laatste + 1;
    });
  }
}

async function laatsteVersie(tx: Tx, opgave: Streefnormopgave): Promise<number> {
  const gebied = normgebied({ ...opgave, soort: 'STREEFNORM' });
  const versies = (await findWachtnormen(tx, [opgave.zorgkantoor]))
    .filter((norm) => normgebied(norm) === gebied)
    .map(({ versie }) => versie);
  return Math.max(0, ...versies);
}
