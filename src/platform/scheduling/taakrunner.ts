import { hostname } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, dayInAmsterdam, type Clock, type Day, type Instant } from '../clock/index.js';
import { processContext, type RequestContext } from '../context/index.js';
import { UnitOfWork, type Tx } from '../database/index.js';
import { LOG, type Log } from '../logging/index.js';
import { Planning } from './schema.js';
import type { Taak, Taakresultaat } from './taak.js';

/** Missed moments that are made up for after downtime; older ones are given up, and said so. */
export const MAX_INHAALSLAG = 31;

/** `GEDAAN` by us, `AL_GEDAAN` by another instance, `BEZET`: another instance is at work, so nothing is certain yet. */
type Uitkomst = 'GEDAAN' | 'AL_GEDAAN' | 'BEZET';

/**
 * Runs tasks exactly once per planned moment, however many instances do this at the same time. The row in `taakrun`
 * decides, in one transaction with the work: who dies halfway leaves no row and the moment is free again. The lock only
 * saves the others from waiting and keeps moments in order.
 */
@Injectable()
export class Taakrunner {
  private readonly instantie = `${hostname()}:${process.pid}`;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Runs what is due and was not run: every planned moment since the last finished one, in order, each with its own
   * day. A task that never ran starts with its latest moment.
   * @returns false when another instance is at work, so that this must be asked again
   */
  async haalIn(taak: Taak): Promise<boolean> {
    const planning = Planning.lees(taak.schema);
    const nu = this.clock.now();
    const laatste = await this.laatsteKlaar(taak);
    const gemist = planning.tussen(laatste, nu, laatste === null ? 1 : MAX_INHAALSLAG);
    const [eerste] = gemist;
    if (laatste !== null && eerste !== undefined && planning.volgende(laatste) < eerste) {
      this.log.warn(
        { taak: taak.id, laatste, vanaf: eerste },
        'te lang stilgestaan: oudere momenten vervallen',
      );
    }
    for (const gepland of gemist) {
      if ((await this.claim(taak, gepland)) === 'BEZET') return false;
    }
    return true;
  }

  /** Runs a task for a day whatever the run table says, after whoever is at it now. Leaves no row there. */
  async runDag(taak: Taak, dag: Day): Promise<Taakresultaat> {
    const ctx = this.context(taak, dag, `job ${taak.id}`);
    return this.unitOfWork.write(ctx, async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [slot(taak)]);
      return taak.run(ctx, tx);
    });
  }

  private async claim(taak: Taak, gepland: Instant): Promise<Uitkomst> {
    const ctx = this.context(taak, dayInAmsterdam(gepland), `taak ${taak.id}`);
    const uitkomst = await this.unitOfWork.write<Uitkomst>(ctx, async (tx) => {
      const [lock] = await tx.query<{ vrij: boolean }>(
        'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as vrij',
        [slot(taak)],
      );
      if (lock?.vrij !== true) return 'BEZET';
      const claimed = await tx.query(
        `insert into taakrun (taak, gepland_op, begonnen_op, uitgevoerd_door) values ($1, $2, $3, $4)
         on conflict do nothing returning taak`,
        [taak.id, gepland, ctx.now, this.instantie],
      );
      if (claimed.length === 0) return 'AL_GEDAAN';
      await this.finish(tx, taak, gepland, await taak.run(ctx, tx));
      return 'GEDAAN';
    });
    if (uitkomst === 'GEDAAN') this.log.info({ taak: taak.id, gepland }, 'taak uitgevoerd');
    return uitkomst;
  }

  private async finish(tx: Tx, taak: Taak, gepland: Instant, resultaat: Taakresultaat): Promise<void> {
    await tx.query(`update taakrun set klaar_op = $3, resultaat = $4 where taak = $1 and gepland_op = $2`, [
      taak.id,
      gepland,
      this.clock.now(),
      JSON.stringify(resultaat),
    ]);
  }

  private async laatsteKlaar(taak: Taak): Promise<Instant | null> {
    const ctx = this.context(taak, this.clock.today(), `taak ${taak.id}`);
    const [row] = await this.unitOfWork.read(ctx, (tx) =>
      tx.query<{ laatste: Instant | null }>(
        'select max(gepland_op) as laatste from taakrun where taak = $1 and klaar_op is not null',
        [taak.id],
      ),
    );
    return row?.laatste ?? null;
  }

  private context(taak: Taak, dag: Day, operatie: string): RequestContext {
    return { ...processContext(this.clock, taak.id, operatie), today: dag };
  }
}

function slot(taak: Taak): string {
  return `wlz-regie taak ${taak.id}`;
}
