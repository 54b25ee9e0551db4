import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/index.js';
import { Idempotency, UnitOfWork, type Tx } from '../../platform/database/index.js';

/** A mutation that its sender may repeat under a key of its own. */
export interface Herhaalbaar {
  readonly idempotencySleutel?: string | null;
}

/** One transaction per mutation, done once however often it is sent with the same key. */
@Injectable()
export class Opdrachten {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Idempotency) private readonly idempotency: Idempotency,
  ) {}

  /** @returns the id of the result, now or the first time */
  once(
    ctx: RequestContext,
    mutatie: string,
    input: Herhaalbaar,
    work: (tx: Tx) => Promise<string>,
  ): Promise<string> {
    return this.unitOfWork.write(ctx, (tx) =>
      this.idempotency.once(ctx, tx, mutatie, input.idempotencySleutel, input, () => work(tx)),
    );
  }
}
