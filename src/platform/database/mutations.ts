import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext } from '../context/index.js';
import { Idempotency } from './idempotency.js';
import type { Tx } from './tx.js';
import { UnitOfWork } from './unit-of-work.js';

/** A mutation that its sender may repeat under a key of its own. */
export interface Repeatable {
  readonly idempotencySleutel?: string | null;
}

/** One transaction per mutation, done once however often it is sent with the same key. */
@Injectable()
export class Mutations {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Idempotency) private readonly idempotency: Idempotency,
  ) {}

  /**
   * @param mutatie name of the mutation, within which a key counts
   * @returns the id of the result, now or the first time
   * @throws SleutelHergebruikt when the key came with other input before
   */
  once(
    ctx: RequestContext,
    mutatie: string,
    input: Repeatable,
    work: (tx: Tx) => Promise<string>,
  ): Promise<string> {
    return this.unitOfWork.write(ctx, (tx) =>
      this.idempotency.once(ctx, tx, mutatie, input.idempotencySleutel, input, () => work(tx)),
    );
  }
}
