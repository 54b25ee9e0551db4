import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RequestContext } from '../context/index.js';
import type { DomainError } from '../errors/index.js';
import { asDomainError, isWorthRetrying } from './constraint-rules.js';
import { Frame } from './frame.js';
import type { Operatiegebeurtenis, Resultaat } from './log-lines.js';
import { createLogbron, LOGBRON, type Logbron } from './logbron.js';
import type { FrameKind } from './roles.js';
import type { Tx } from './tx.js';

const MAX_ATTEMPTS = 3;
/** At most so long after the first failure, and twice that after the second; by chance, so that two do not meet again. */
const PAUSE_MS = 40;

/** Runs a use case in one transaction: all of it, its log lines and its outbox, or nothing. */
@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Optional() @Inject(LOGBRON) private readonly bron: Logbron = createLogbron(),
  ) {}

  /**
   * Runs `work` on the writing role and commits. A serialization failure or deadlock repeats the whole of it, so `work`
   * must have no effect outside the transaction: PostgreSQL itself said that nothing was kept, at the commit too. When a
   * connection is lost nothing is repeated, because after the commit was sent nobody knows. Constraint violations come out as the refusals they stand for.
   */
  async write<T>(ctx: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.run(ctx, 'SCHRIJVEN', work);
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isWorthRetrying(error)) throw asDomainError(error);
        await delay(randomInt(PAUSE_MS * attempt) + 1);
      }
    }
  }

  /** Runs `work` on the reading role, which can see client data and write the log, and nothing else. */
  read<T>(ctx: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run(ctx, 'LEZEN', work);
  }

  /** Opens a reading frame that the caller commits or rolls back. */
  openRead(ctx: RequestContext): Promise<Frame> {
    return Frame.begin(this.dataSource, ctx, 'LEZEN', this.bron);
  }

  /** Does `work` and throws it all away: what a dry run of an import is. */
  async rehearse<T>(ctx: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    const frame = await Frame.begin(this.dataSource, ctx, 'SCHRIJVEN', this.bron);
    try {
      const result = await work(frame);
      await frame.query('set constraints all immediate');
      return result;
    } catch (error) {
      throw asDomainError(error);
    } finally {
      await frame.rollback();
    }
  }

  /** Logs that a use case was refused. Its own transaction: the refused one was rolled back. */
  recordRefusal(ctx: RequestContext, error: DomainError): Promise<void> {
    return this.record(ctx, 'W10', 2, error.regel === null ? error.code : `${error.code} ${error.regel}`);
  }

  /**
   * Logs something that stands by itself, in a transaction of its own.
   * @param reden a code or the name of a kind of error; never a text that may hold somebody's data
   */
  record(
    ctx: RequestContext,
    gebeurtenis: Operatiegebeurtenis,
    resultaat: Resultaat = 1,
    reden: string | null = null,
  ): Promise<void> {
    const write = async (frame: Frame): Promise<void> => {
      frame.happened(gebeurtenis);
      await frame.writeLog(resultaat, reden);
    };
    return this.run(ctx, 'SCHRIJVEN', write, resultaat === 2);
  }

  private async run<T>(
    ctx: RequestContext,
    kind: FrameKind,
    work: (frame: Frame) => Promise<T>,
    whoever = false,
  ): Promise<T> {
    const frame = await Frame.begin(this.dataSource, ctx, kind, this.bron, whoever);
    let result: T;
    try {
      result = await work(frame);
    } catch (error) {
      await frame.rollback();
      throw error;
    }
    await frame.commit();
    return result;
  }
}
