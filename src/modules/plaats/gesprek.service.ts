import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock/index.js';
import type { RequestContext } from '../../platform/context/index.js';
import { Mutations, type Repeatable } from '../../platform/database/index.js';
import {
  NietGevonden,
  OngeldigeInvoer,
  RegelGeschonden,
  VersieVerouderd,
} from '../../platform/errors/index.js';
import type { Gespreksresultaat } from './domain/weigering.js';
import { findGesprekstaken } from './gesprek.queries.js';
import { lockGesprekstaak, saveGesprek } from './gesprek.repository.js';
import { assertMayRecordGesprek } from './plaats.policy.js';

export interface RecordGesprek extends Repeatable {
  readonly gesprekstaakID: string;
  readonly versie: number;
  readonly datum: Day;
  readonly resultaat: Gespreksresultaat;
  readonly toelichting?: string | null;
}

/** The conversation after a second refusal (W8). */
@Injectable()
export class GesprekService {
  constructor(@Inject(Mutations) private readonly mutations: Mutations) {}

  /**
   * Records what came of the conversation. A status that changes is reported as ever, by whom may report it.
   * @returns the gesprekstaakID
   */
  recordGesprek(ctx: RequestContext, input: RecordGesprek): Promise<string> {
    return this.mutations.once(ctx, 'recordGesprek', input, async (tx) => {
      const { gesprekstaakID, datum, resultaat } = input;
      const seen = await findGesprekstaken(ctx, tx, [gesprekstaakID]);
      const taak = seen.has(gesprekstaakID) ? await lockGesprekstaak(tx, gesprekstaakID) : null;
      if (taak === null) throw new NietGevonden('De gesprekstaak', ['gesprekstaakID']);
      assertMayRecordGesprek(ctx.actor, taak, ctx.today);
      if (taak.resultaat !== null) {
        throw new RegelGeschonden('W8', null, 'De uitkomst van dit gesprek is al vastgelegd.', [
          'gesprekstaakID',
        ]);
      }
      if (taak.versie !== input.versie) throw new VersieVerouderd();
      if (datum > ctx.today || datum < taak.sinds) {
        throw new OngeldigeInvoer('Het gesprek was na de tweede weigering, en niet na vandaag.', {
          pad: ['datum'],
        });
      }
      const toelichting = input.toelichting?.trim() || null;
      await saveGesprek(ctx, tx, { gesprekstaakID, gesprekOp: datum, resultaat, toelichting });
      tx.changed(taak.clientID, 'U');
      return gesprekstaakID;
    });
  }
}
