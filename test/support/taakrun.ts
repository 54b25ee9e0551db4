import type { RequestContext } from '../../src/platform/context/index.js';
import type { Tx } from '../../src/platform/database/index.js';
import type { Batch, Checkpoint, Taakrun } from '../../src/platform/scheduling/index.js';

/** A run whose batches all happen in one given transaction, for tests that look at that transaction itself. */
export function runIn(ctx: RequestContext, tx: Tx): Taakrun {
  const telling: Record<string, number> = {};
  let checkpoint: Checkpoint | null = null;
  return {
    ctx,
    soort: 'HAND',
    gepland: ctx.now,
    telling,
    get checkpoint() {
      return checkpoint;
    },
    batch: async <B extends Batch>(work: (tx: Tx) => Promise<B>): Promise<B> => {
      const batch = await work(tx);
      checkpoint = batch.checkpoint ?? checkpoint;
      for (const [name, number] of Object.entries(batch.telling ?? {})) {
        telling[name] = (telling[name] ?? 0) + number;
      }
      return batch;
    },
  };
}
