import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, dayInAmsterdam, type Clock, type Day, type Instant } from '../clock/index.js';
import { processContext, type RequestContext } from '../context/index.js';
import { sqlState, UnitOfWork, type Tx } from '../database/index.js';
import { DomainError } from '../errors/index.js';
import { LOG, type Log } from '../logging/index.js';
import { Gestaakt, Ingehaald } from './afgebroken.js';
import { LopendeRun, type Voortgang } from './lopende-run.js';
import * as table from './runtabel.js';
import type { Runrij } from './runtabel.js';
import { Planning } from './schema.js';
import type { Taak, Taakresultaat } from './taak.js';

/** Missed moments that are made up for after downtime; older ones are given up, and said so. */
export const MAX_INHAALSLAG = 31;

/** Injection token: how many seconds a process may be silent before another takes its run over. */
export const LEASE_SECONDS = Symbol('LEASE_SECONDS');
const DEFAULT_LEASE_SECONDS = 60;

/** Seconds before a failed run is tried again: doubled with every attempt, up to the longest. */
const FIRST_PAUSE = 5;
const LONGEST_PAUSE = 900;

/** How often a run by hand looks whether it is its turn. */
const TURN_MS = 100;

/** A run in our hands; or `BEZET`: another instance is at work or a run waits, so ask again; or `NIETS` is due. */
type Claim = Runrij | 'BEZET' | 'NIETS';

/**
 * Runs tasks exactly once per planned moment, however many instances do this at the same time. The row in `taakrun`
 * decides: who holds its lease works in batches that each check the fencing number of the row they lock.
 */
@Injectable()
export class Taakrunner {
  private readonly instantie = `${hostname()}:${process.pid}`;
  private gestopt = false;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
    @Inject(LEASE_SECONDS) private readonly lease: number = DEFAULT_LEASE_SECONDS,
  ) {}

  /** From now on no batch begins; runs at work are handed over as they stand. */
  stop(): void {
    this.gestopt = true;
  }

  /**
   * Runs what is due and was not run: what waits, and every planned moment since the last one, in order, each with its
   * own day. A task that never ran starts with its latest moment.
   * @param planned false leaves planned moments alone, and does only what somebody asked for
   * @returns false when another instance is at work or a failed run waits, so that this must be asked again
   */
  async haalIn(taak: Taak, planned = true): Promise<boolean> {
    for (;;) {
      const claim = await this.claim(taak, (tx) => this.next(tx, taak, planned));
      if (claim === 'NIETS') return true;
      if (claim === 'BEZET') return false;
      await this.work(taak, claim, () => undefined);
    }
  }

  /**
   * Runs a task for a day whatever ran before, after whoever is at it now.
   * @throws what the task threw; the run is not tried again
   */
  async runDag(
    taak: Taak,
    dag: Day,
    onVoortgang: (voortgang: Voortgang) => void = () => undefined,
  ): Promise<Taakresultaat> {
    for (;;) {
      if (this.gestopt) throw new Gestaakt(taak.id);
      const claim = await this.claim(taak, (tx) => this.byHand(tx, taak, dag));
      if (typeof claim === 'string') await pause(TURN_MS);
      else if (claim.pogingen === 1) return this.work(taak, claim, onVoortgang);
      else await this.work(taak, claim, onVoortgang).catch(() => undefined);
    }
  }

  /** The tasks that have a run ready for whoever takes it. */
  async klaarstaand(): Promise<ReadonlySet<string>> {
    const ctx = processContext(this.clock, 'taken', 'taken');
    return new Set(await this.unitOfWork.read(ctx, (tx) => table.tasksWithWork(tx)));
  }

  private claim(taak: Taak, choose: (tx: Tx) => Promise<Claim>): Promise<Claim> {
    if (this.gestopt) return Promise.resolve('BEZET');
    return this.unitOfWork.write(this.context(taak, this.clock.today()), async (tx) => {
      await table.limitIdleness(tx, this.lease);
      if (!(await table.lockClaims(tx, taak.id))) return 'BEZET';
      return choose(tx);
    });
  }

  private async next(tx: Tx, taak: Taak, planned: boolean): Promise<Claim> {
    const nu = this.clock.now();
    const held = await table.findHeld(tx, taak.id);
    if (held?.levend === true) return 'BEZET';
    const waiting = held === null ? await table.findWaiting(tx, taak.id) : { id: held.id, uitgesteld: false };
    if (waiting.id !== null) {
      return (await table.take(tx, waiting.id, this.instantie, nu, this.lease)) ?? 'BEZET';
    }
    if (waiting.uitgesteld) return 'BEZET';
    const gepland = planned ? await this.nextMoment(tx, taak, nu) : null;
    if (gepland === null) return 'NIETS';
    const run = { soort: 'GEPLAND' as const, gepland, dag: dayInAmsterdam(gepland) };
    return (await table.begin(tx, taak.id, run, this.instantie, nu, this.lease)) ?? 'BEZET';
  }

  private async nextMoment(tx: Tx, taak: Taak, nu: Instant): Promise<Instant | null> {
    const planning = Planning.lees(taak.schema);
    const laatste = await table.lastPlanned(tx, taak.id);
    const onlyNewest = laatste === null || taak.schema.inhalen === 'LAATSTE';
    const [eerste] = planning.tussen(laatste, nu, onlyNewest ? 1 : MAX_INHAALSLAG);
    if (eerste === undefined) return null;
    if (taak.schema.inhalen === 'LAATSTE') await table.forgetOld(tx, taak.id, eerste);
    else if (laatste !== null && planning.volgende(laatste) < eerste) {
      this.log.warn(
        { taak: taak.id, laatste, vanaf: eerste },
        'te lang stilgestaan: oudere momenten vervallen',
      );
    }
    return eerste;
  }

  private async byHand(tx: Tx, taak: Taak, dag: Day): Promise<Claim> {
    const nu = this.clock.now();
    const held = await table.findHeld(tx, taak.id);
    if (held?.levend === true) return 'BEZET';
    // Whoever held it is gone: that run comes first, so that this one cannot wait for nobody.
    if (held !== null) return (await table.take(tx, held.id, this.instantie, nu, this.lease)) ?? 'BEZET';
    const run = { soort: 'HAND' as const, gepland: nu, dag };
    return (await table.begin(tx, taak.id, run, this.instantie, nu, this.lease)) ?? 'BEZET';
  }

  private async work(
    taak: Taak,
    rij: Runrij,
    onVoortgang: (voortgang: Voortgang) => void,
  ): Promise<Taakresultaat> {
    const run = new LopendeRun(
      this.context(taak, rij.dag, rij.soort === 'HAND' ? 'job' : 'taak'),
      taak.id,
      rij,
      {
        unitOfWork: this.unitOfWork,
        leaseSeconds: this.lease,
        gestopt: () => this.gestopt,
        onVoortgang,
      },
    );
    try {
      const resultaat = await taak.run(run);
      await run.finish(this.clock.now(), resultaat);
      this.log.info({ taak: taak.id, gepland: rij.gepland, resultaat }, 'taak uitgevoerd');
      return resultaat;
    } catch (error) {
      await this.giveUp(taak, rij, error);
      throw error;
    }
  }

  /** Best effort: without it, the run is taken over when its lease ends. */
  private async giveUp(taak: Taak, rij: Runrij, error: unknown): Promise<void> {
    if (error instanceof Ingehaald) return;
    const handedOver = error instanceof Gestaakt;
    const pauze = Math.min(FIRST_PAUSE * 2 ** (rij.pogingen - 1), LONGEST_PAUSE);
    const stand = {
      status: rij.soort === 'HAND' && !handedOver ? ('MISLUKT' as const) : ('WACHT' as const),
      pauzeSeconden: handedOver ? 0 : pauze,
      fout: handedOver ? null : nameOf(error),
    };
    try {
      await this.unitOfWork.write(this.context(taak, rij.dag), (tx) => table.letGo(tx, rij, stand));
    } catch (cause) {
      this.log.warn({ err: cause, taak: taak.id }, 'de taak komt vrij als haar tijd om is');
    }
  }

  private context(taak: Taak, dag: Day, wat: 'taak' | 'job' = 'taak'): RequestContext {
    return { ...processContext(this.clock, taak.id, `${wat} ${taak.id}`), today: dag };
  }
}

/** What may stand in a table that people read: a kind of error, never a text that may hold somebody's data. */
function nameOf(error: unknown): string {
  if (error instanceof DomainError) return error.regel === null ? error.code : `${error.code} ${error.regel}`;
  const state = sqlState(error);
  const name = error instanceof Error ? error.name : 'Error';
  return state === undefined ? name : `${name} ${state}`;
}
