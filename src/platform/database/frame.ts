import type { Connection, PoolClient } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { RequestContext } from '../context/index.js';
import { ToegangIngetrokken } from '../errors/index.js';
import { LogLines, type Gebeurtenis, type Operatiegebeurtenis, type Resultaat } from './log-lines.js';
import type { Logbron } from './logbron.js';
import { asLogfout } from './logboek-onbereikbaar.js';
import { roleOf, type FrameKind } from './roles.js';
import { StatementNames } from './statement-names.js';
import type { Tx } from './tx.js';

const BEGIN: Record<FrameKind, string> = { LEZEN: 'begin isolation level repeatable read; ', SCHRIJVEN: '' };

/** Limits per statement: people do not wait longer, jobs and imports may. */
const PATIENCE = { persoon: '5s', proces: '10min' } as const;
/** PostgreSQL keeps those limits itself. When not even that is heard, the connection leads nowhere and is cut. */
const SILENCE_MS = { persoon: 6_500, proces: 630_000 } as const;

const CLAIMS = `
  select set_config('app.sub', $1, true), set_config('app.rol', $2, true), set_config('app.uzovi', $3, true),
    set_config('app.agb', $4, true), set_config('app.vandaag', $5, true), set_config('app.nu', $6, true),
    set_config('statement_timeout', $7, true), set_config('lock_timeout', $8, true),
    set_config('idle_in_transaction_session_timeout', $9, true),
    exists (
      select from geblokkeerde_gebruiker g where g.sub = $1 and (g.rol is null or g.rol = $2) and g.tot is null
    ) as geblokkeerd`;

/** Of people only: their questions are small and come back. What a process asks differs too much for a kept plan. */
const names = new StatementNames();

/**
 * The transaction frame of one operation: a role that is neither owner nor superuser, the caller's claims, the work,
 * the log lines as last statement, commit. Row level security rests on this frame.
 */
export class Frame implements Tx {
  private readonly log = new LogLines();
  private queue: Promise<unknown> = Promise.resolve();
  private ended = false;
  private role: string;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
    private readonly ctx: RequestContext,
    private readonly kind: FrameKind,
    private readonly bron: Logbron,
  ) {
    this.role = roleOf(ctx.actor.rol, kind);
  }

  /**
   * @param whoever true to let somebody in who is kept out: only to log that they were
   * @throws ToegangIngetrokken when the actor is kept out, whatever the token says
   */
  static async begin(
    dataSource: DataSource,
    ctx: RequestContext,
    kind: FrameKind,
    bron: Logbron,
    whoever = false,
  ): Promise<Frame> {
    const runner = dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    const frame = new Frame(runner, client, ctx, kind, bron);
    try {
      if (kind === 'SCHRIJVEN') await frame.heard(runner.startTransaction('READ COMMITTED'));
      await frame.heard(client.query(`${BEGIN[kind]}set local role ${frame.role}`));
      const { rows } = await frame.heard(
        client.query<{ geblokkeerd: boolean }>({ name: 'wlz_claims', text: CLAIMS, values: claims(ctx) }),
      );
      if (rows[0]?.geblokkeerd !== false && !whoever) throw new ToegangIngetrokken();
    } catch (error) {
      await frame.rollback();
      throw error;
    }
    return frame;
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  query<Row extends object>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    if (this.ended) return Promise.reject(new Error('the frame has ended'));
    const name = this.ctx.actor.rol === 'SYSTEEM' ? undefined : names.nameOf(sql, this.role);
    const result = this.queue.then(() =>
      this.heard(this.client.query<Row>({ name, text: sql, values: [...params] })),
    );
    this.queue = result.catch(() => undefined);
    return result.then(({ rows }) => rows);
  }

  async asRegister<T>(work: () => Promise<T>): Promise<T> {
    const own = this.role;
    await this.take(roleOf('SYSTEEM', this.kind));
    try {
      return await work();
    } finally {
      // After a database error this fails as well, and so does everything else until the rollback.
      await this.take(own).catch(() => undefined);
    }
  }

  shown(clientIDs: Iterable<string>, gebeurtenis?: Gebeurtenis): void {
    for (const clientID of clientIDs) this.log.client(clientID, 'R', gebeurtenis);
  }

  searched(zoekvraag: Record<string, unknown>, gebeurtenis?: Gebeurtenis): void {
    this.log.search(zoekvraag, gebeurtenis);
  }

  happened(gebeurtenis: Operatiegebeurtenis, bijzonderheden?: Readonly<Record<string, unknown>>): void {
    this.log.event(gebeurtenis, bijzonderheden);
  }

  changed(clientID: string, actie: 'C' | 'U' | 'D'): void {
    this.log.client(clientID, actie);
  }

  private async take(role: string): Promise<void> {
    if (role === this.role) return;
    await this.query(`set local role ${role}`);
    this.role = role;
  }

  async writeLog(resultaat: Resultaat = 1, reden: string | null = null): Promise<void> {
    const lines = this.log.statement(this.ctx, resultaat, reden, this.bron);
    this.log.clear();
    if (lines === null) return;
    try {
      await this.query(lines.sql, lines.params);
    } catch (error) {
      throw asLogfout(error);
    }
  }

  /** Writes the log lines and commits; the answer may leave only after this. */
  async commit(): Promise<void> {
    try {
      await this.writeLog();
      this.ended = true;
      await this.queue;
      if (this.kind === 'SCHRIJVEN') await this.heard(this.runner.commitTransaction());
      else await this.heard(this.client.query('commit'));
    } catch (error) {
      this.ended = false;
      await this.rollback();
      throw error;
    }
    await this.runner.release();
  }

  /** Gives everything up. Safe to call when the connection is gone, and more than once. */
  async rollback(): Promise<void> {
    if (this.runner.isReleased) return;
    this.ended = true;
    await this.queue;
    try {
      if (this.kind === 'SCHRIJVEN' && this.runner.isTransactionActive)
        await this.heard(this.runner.rollbackTransaction());
      else await this.heard(this.client.query('rollback'));
      await this.runner.release();
    } catch (error) {
      this.discard(error);
    }
  }

  /** Waits for an answer as long as one can still come; then whatever waits on this connection fails. */
  private heard<T>(answer: Promise<T>): Promise<T> {
    const limit = SILENCE_MS[this.ctx.actor.rol === 'SYSTEEM' ? 'proces' : 'persoon'];
    const timer = setTimeout(() => {
      const { connection } = this.client as unknown as { readonly connection: Connection };
      connection.stream.destroy(new Error('Connection terminated: the database was silent for too long'));
    }, limit);
    return answer.finally(() => clearTimeout(timer));
  }

  /** A connection that cannot even roll back must not go back to the pool: TypeORM closes one that reports an error. */
  private discard(cause: unknown): void {
    this.client.emit('error', cause instanceof Error ? cause : new Error('rollback failed'));
  }
}

function claims(ctx: RequestContext): string[] {
  const patience = ctx.actor.rol === 'SYSTEEM' ? PATIENCE.proces : PATIENCE.persoon;
  return [
    ctx.actor.sub,
    ctx.actor.rol,
    ctx.actor.uzovi.join(','),
    ctx.actor.agb ?? '',
    ctx.today,
    ctx.now,
    patience,
    ctx.actor.rol === 'SYSTEEM' ? '1min' : '2s',
    ctx.actor.rol === 'SYSTEEM' ? '10min' : '10s',
  ];
}
