import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NietGevonden, OngeldigeInvoer } from '../../platform/errors/index.js';
import { Scheduler, Taakregister, vraagRunAan } from '../../platform/scheduling/index.js';
import { assertMayRunTaak } from './taakbeheer.policy.js';

export interface RunTaak {
  readonly taak: string;
  /** Today when left out. */
  readonly datum?: Day | null;
}

/** Running tasks by hand. */
@Injectable()
export class TaakbeheerService {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Taakregister) private readonly taken: Taakregister,
    @Inject(Scheduler) private readonly scheduler: Scheduler,
  ) {}

  /**
   * Asks for a run. It stands in the run table before this returns, so that any instance does it, also when this one
   * ends now.
   * @returns the id of the run
   */
  async runTaak(ctx: RequestContext, input: RunTaak): Promise<string> {
    assertMayRunTaak(ctx.actor);
    const taak = this.taken.find(input.taak);
    if (taak === null) throw new NietGevonden('De taak', ['taak']);
    const dag = input.datum ?? ctx.today;
    if (dag > ctx.today) {
      throw new OngeldigeInvoer('Een taak kijkt niet vooruit: de datum ligt na vandaag.', { pad: ['datum'] });
    }
    const run = { gepland: ctx.now, dag, door: ctx.actor.sub };
    const id = await this.unitOfWork.write(ctx, (tx) => vraagRunAan(tx, taak.id, run));
    this.scheduler.nu(taak);
    return id;
  }
}
