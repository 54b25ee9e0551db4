import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CLOCK, type Clock, type Instant } from '../clock/index.js';
import { LOG, type Log } from '../logging/index.js';
import { Gestaakt, Ingehaald } from './afgebroken.js';
import { Planning } from './schema.js';
import type { Taak } from './taak.js';
import { Taakregister } from './taakregister.js';
import { Taakrunner } from './taakrunner.js';

const TICK = 'taken';
const TICK_MS = 5_000;
/** The most ticks that are left out while the database does not answer: 1 after the first failure, then 2, 4, … */
const MOST_LEFT_OUT = 12;

/**
 * Looks every few seconds whether a task is due. The tick itself decides nothing: what is due follows from the schedule,
 * our own clock and the run table, so that a missed tick, a restart or a clock that was set forward loses no moment.
 * Runs only where `start` was called: the server does, commands do not. Tasks run beside each other; one task never
 * beside itself.
 */
@Injectable()
export class Scheduler implements BeforeApplicationShutdown {
  /** Per task: before this moment nothing is planned. */
  private readonly volgende = new Map<string, Instant>();
  private readonly bezig = new Map<string, Promise<void>>();
  private blik: Promise<void> | null = null;
  private overslaan = 0;
  private storingen = 0;
  private gestopt = false;

  constructor(
    @Inject(Taakregister) private readonly taken: Taakregister,
    @Inject(Taakrunner) private readonly runner: Taakrunner,
    @Inject(SchedulerRegistry) private readonly registry: SchedulerRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Begins to tick, at once and from then on. A calendar day that stands still has no planned moments. */
  start(): void {
    if (this.clock.dayIsFixed) {
      this.log.info('de kalenderdag staat vast: taken lopen niet vanzelf');
      return;
    }
    const tick = (): void => void this.tick();
    this.registry.addInterval(TICK, setInterval(tick, TICK_MS).unref());
    tick();
  }

  /** Looks once at every task, and waits for what it began. A tick during the look of the former one does nothing. */
  async tick(): Promise<void> {
    if (this.blik !== null || this.gestopt) return;
    this.blik = this.kijk();
    await this.blik;
    this.blik = null;
    await Promise.all(this.bezig.values());
  }

  /** Runs at once what somebody asked for, also where nothing ticks. */
  nu(taak: Taak): void {
    this.probeer(taak);
  }

  /** Hands running tasks over at the end of their batch, before the database goes. */
  async beforeApplicationShutdown(): Promise<void> {
    this.gestopt = true;
    this.runner.stop();
    if (this.registry.doesExist('interval', TICK)) this.registry.deleteInterval(TICK);
    await this.blik;
    await Promise.all(this.bezig.values());
  }

  private async kijk(): Promise<void> {
    if (this.overslaan > 0) {
      this.overslaan -= 1;
      return;
    }
    try {
      const klaar = await this.runner.klaarstaand();
      this.storingen = 0;
      for (const taak of this.taken.all()) {
        const volgende = this.volgende.get(taak.id);
        if (klaar.has(taak.id) || volgende === undefined || volgende <= this.clock.now()) this.probeer(taak);
      }
    } catch (error) {
      this.overslaan = Math.min(2 ** this.storingen, MOST_LEFT_OUT);
      this.storingen += 1;
      this.log.error({ err: error }, 'de tabel van taken is niet bereikbaar');
    }
  }

  private probeer(taak: Taak): void {
    if (this.gestopt || this.bezig.has(taak.id)) return;
    const run = this.haalIn(taak).finally(() => this.bezig.delete(taak.id));
    this.bezig.set(taak.id, run);
  }

  private async haalIn(taak: Taak): Promise<void> {
    try {
      const nu = this.clock.now();
      const planned = !this.clock.dayIsFixed;
      if ((await this.runner.haalIn(taak, planned)) && planned) {
        this.volgende.set(taak.id, Planning.lees(taak.schema).volgende(nu));
      } else this.volgende.delete(taak.id);
    } catch (error) {
      if (error instanceof Gestaakt) return;
      if (error instanceof Ingehaald) this.log.warn({ taak: taak.id }, 'een ander nam de taak over');
      else this.log.error({ err: error, taak: taak.id }, 'taak mislukt; wordt opnieuw geprobeerd');
    }
  }
}
