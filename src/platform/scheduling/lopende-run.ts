import type { Instant } from '../clock/index.js';
import type { RequestContext } from '../context/index.js';
import type { Tx, UnitOfWork } from '../database/index.js';
import { Gestaakt, Ingehaald } from './afgebroken.js';
import { finish, hold, keep, limitIdleness, type Runrij } from './runtabel.js';
import type { Batch, Checkpoint, Taakresultaat, Taakrun } from './taak.js';

/** How far a run came, for who watches. */
export interface Voortgang {
  readonly gedaan: number;
  /** Null as long as nobody knows. */
  readonly totaal: number | null;
}

/** What a run needs of the process around it. */
export interface Houder {
  readonly unitOfWork: UnitOfWork;
  readonly leaseSeconds: number;
  readonly gestopt: () => boolean;
  readonly onVoortgang: (voortgang: Voortgang) => void;
}

/** A run that this process holds: every transaction of it begins by checking that this is still so. */
export class LopendeRun implements Taakrun {
  private since = performance.now();
  /** Batches go one after another, also when a task asks for several at the same time. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly ctx: RequestContext,
    private readonly taak: string,
    private rij: Runrij,
    private readonly houder: Houder,
  ) {}

  get soort(): Runrij['soort'] {
    return this.rij.soort;
  }

  get gepland(): Instant {
    return this.rij.gepland;
  }

  get checkpoint(): Checkpoint | null {
    return this.rij.checkpoint;
  }

  get telling(): Readonly<Record<string, number>> {
    return this.rij.telling;
  }

  batch<B extends Batch>(work: (tx: Tx) => Promise<B>): Promise<B> {
    const turn = this.queue.then(() => this.next(work));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** Closes the run with its result. @throws Ingehaald */
  async finish(klaar: Instant, resultaat: Taakresultaat): Promise<void> {
    await this.fenced((tx) => {
      // A run that found nothing to do, as most of those that look every minute, is no event.
      if (this.rij.gedaan > 0) tx.happened('T10');
      return finish(tx, this.rij, klaar, Math.round(performance.now() - this.since), resultaat);
    });
  }

  private async next<B extends Batch>(work: (tx: Tx) => Promise<B>): Promise<B> {
    if (this.houder.gestopt()) throw new Gestaakt(this.taak);
    const [result, rij, moment] = await this.fenced(async (tx) => {
      const batch = await work(tx);
      const next = after(this.rij, batch);
      const reached = performance.now();
      await keep(tx, next, Math.round(reached - this.since), this.houder.leaseSeconds);
      return [batch, next, reached] as const;
    });
    this.rij = rij;
    this.since = moment;
    this.houder.onVoortgang(rij);
    return result;
  }

  private fenced<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.houder.unitOfWork.write(this.ctx, async (tx) => {
      await limitIdleness(tx, this.houder.leaseSeconds);
      if (!(await hold(tx, this.rij))) throw new Ingehaald(this.taak);
      return work(tx);
    });
  }
}

function after(rij: Runrij, { checkpoint, gedaan, totaal, telling }: Batch): Runrij {
  const sums: Record<string, number> = { ...rij.telling };
  for (const [name, number] of Object.entries(telling ?? {})) sums[name] = (sums[name] ?? 0) + number;
  return {
    ...rij,
    checkpoint: checkpoint ?? rij.checkpoint,
    gedaan: rij.gedaan + (gedaan ?? 0),
    totaal: totaal ?? rij.totaal,
    telling: sums,
  };
}
