import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/index.js';
import { oneAtATime, UnitOfWork } from '../../platform/database/index.js';
import { OngeldigeInvoer } from '../../platform/errors/index.js';
import { decideOpvolging, type Beleidsvoorstel } from './domain/plaatsbeleid.js';
import type { Weigeringsreden } from './domain/weigering.js';
import { findPlaatsnormen, findRedenversies, type Plaatsnorm } from './instellingen.queries.js';
import { assertMayRecordPlaatsbeleid } from './plaatsbeleid.policy.js';
import { savePlaatsnorm, saveWeigeringsreden } from './plaatsbeleid.repository.js';

export interface RecordPlaatsnorm extends Omit<Beleidsvoorstel, 'geldigTot'> {
  readonly soort: Plaatsnorm;
  readonly dagen: number;
}

/** A reason as it reads from a day on; with a last day it ends then, until somebody lays it down again. */
export interface RecordWeigeringsreden extends Beleidsvoorstel, Weigeringsreden {}

/** What the office decides about places without a release: terms in days, and what each reason of refusal does. */
@Injectable()
export class PlaatsbeleidService {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  /** An offer or conversation that runs keeps the term it began with. @returns the sort of norm */
  recordPlaatsnorm(ctx: RequestContext, input: RecordPlaatsnorm): Promise<Plaatsnorm> {
    return this.unitOfWork.write(ctx, async (tx) => {
      assertMayRecordPlaatsbeleid(ctx.actor);
      await oneAtATime(tx, 'plaatsnorm');
      const norm = { ...input, bron: input.bron.trim(), geldigTot: null };
      const rijen = (await findPlaatsnormen(tx)).filter(({ soort }) => soort === input.soort);
      await savePlaatsnorm(ctx, tx, norm, decideOpvolging(rijen, norm, ctx.today));
      return input.soort;
    });
  }

  /** What was refused before keeps its reason and its effect. @returns the code */
  recordWeigeringsreden(ctx: RequestContext, input: RecordWeigeringsreden): Promise<string> {
    return this.unitOfWork.write(ctx, async (tx) => {
      assertMayRecordPlaatsbeleid(ctx.actor);
      await oneAtATime(tx, 'weigeringsreden');
      const reden = { ...input, bron: input.bron.trim(), omschrijving: input.omschrijving.trim() };
      if (reden.omschrijving === '') {
        throw new OngeldigeInvoer('Zeg in woorden wat de reden is.', { pad: ['omschrijving'] });
      }
      const rijen = (await findRedenversies(tx)).filter(({ code }) => code === input.code);
      await saveWeigeringsreden(ctx, tx, reden, decideOpvolging(rijen, reden, ctx.today));
      return input.code;
    });
  }
}
