import DataLoader from 'dataloader';
import type { RequestContext } from '../context/index.js';
import { LogboekOnbereikbaar, type Frame, type Tx, type UnitOfWork } from '../database/index.js';
import { DomainError } from '../errors/index.js';
import { isDatabaseGone, isTooSlow } from './errors/unavailable.js';

/** What every resolver gets: who asks, and the one transaction this operation reads in. */
export interface GraphqlContext {
  readonly request: RequestContext;
  /** The operation's read frame, begun on first use. It is logged and committed before the answer leaves. */
  read(): Promise<Tx>;
  /** Loads one thing by key, together with everything else that this operation asks of the same loader. */
  load<Key, Value>(loader: Loader<Key, Value>, key: Key): Promise<Value | null>;
  /** Logs a refusal that is answered as a member of a result union. */
  refused(error: DomainError): Promise<void>;
}

/** A named way to load many things at once. Results are found back by `String(key)`. */
export interface Loader<Key, Value> {
  readonly batch: (ctx: RequestContext, tx: Tx, keys: readonly Key[]) => Promise<ReadonlyMap<string, Value>>;
}

export function defineLoader<Key, Value>(batch: Loader<Key, Value>['batch']): Loader<Key, Value> {
  return { batch };
}

interface Execution {
  readonly data?: unknown;
  readonly errors?: readonly { readonly originalError?: unknown }[];
}

/** The context of one operation over HTTP. */
export class OperationContext implements GraphqlContext {
  private frame: Promise<Frame> | null = null;
  private over = false;
  private readonly loaders = new Map<Loader<never, unknown>, DataLoader<unknown, unknown>>();

  constructor(
    readonly request: RequestContext,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  read(): Promise<Tx> {
    if (this.over) return Promise.reject(new Error('the operation is over'));
    this.frame ??= this.unitOfWork.openRead(this.request);
    return this.frame;
  }

  load<Key, Value>(loader: Loader<Key, Value>, key: Key): Promise<Value | null> {
    const known = this.loaders.get(loader);
    const dataLoader = (known ?? this.createDataLoader(loader)) as DataLoader<Key, Value | null>;
    return dataLoader.load(key);
  }

  /**
   * Ends the operation after its execution and before its answer leaves: commits what was read with its log lines, or
   * rolls back when nothing came out. An expected refusal is logged on its own. Throws when the log cannot be written.
   */
  async settle({ data, errors = [] }: Execution): Promise<void> {
    if (data !== null && data !== undefined) {
      // Given up meanwhile: nobody is shown anything.
      if (this.over) return;
      this.over = true;
      await (await this.frame)?.commit();
      return;
    }
    await this.abandon();
    const refusal = errors
      .map(({ originalError }) => originalError)
      .find((error) => error instanceof DomainError);
    if (refusal instanceof DomainError) await this.unitOfWork.recordRefusal(this.request, refusal);
    else await this.recordFailure(errors[0]?.originalError);
  }

  /** Logs that an operation failed. Best effort: nothing was shown, and the answer says so already. */
  private async recordFailure(error: unknown): Promise<void> {
    if (error instanceof LogboekOnbereikbaar || isDatabaseGone(error) || isTooSlow(error)) return;
    const reden = error instanceof Error ? error.name : 'Error';
    await this.unitOfWork.record(this.request, 'F10', 3, reden).catch(() => undefined);
  }

  /** Gives the read frame up. Safe to call always: after a throw, a time-out, an abort, or after `settle`. */
  async abandon(): Promise<void> {
    this.over = true;
    try {
      await (await this.frame)?.rollback();
    } catch {
      // The frame never began: there is nothing to give back.
    }
  }

  refused(error: DomainError): Promise<void> {
    return this.unitOfWork.recordRefusal(this.request, error);
  }

  private createDataLoader<Key, Value>(loader: Loader<Key, Value>): DataLoader<Key, Value | null, string> {
    const dataLoader = new DataLoader<Key, Value | null, string>(
      async (keys) => {
        const found = await loader.batch(this.request, await this.read(), keys);
        return keys.map((key) => found.get(String(key)) ?? null);
      },
      { cacheKeyFn: String },
    );
    this.loaders.set(loader, dataLoader);
    return dataLoader;
  }
}
