import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CLOCK, type Clock, type Instant } from '../clock/index.js';
import { LOG, type Log } from '../logging/index.js';
import { Planning } from './schema.js';
import type { Taak } from './taak.js';
import { Taakregister } from './taakregister.js';
import { Taakrunner } from './taakrunner.js';

const TICK = 'taken';
const TICK_MS = 5_000;
/** Ticks to leave out after a failure, so that a database that is down is asked once a minute. */
const PAUSE_TICKS = 12;

interface Stand {
  /** Before this moment there is nothing to do; null when that must be asked of the run table. */
  volgende: Instant | null;
  pauze: number;
}

/**
 * Looks every few seconds whether a task is due. The tick itself decides nothing: what is due follows from the schedule,
 * our own clock and the run table, so that a missed tick, a restart or a clock that was set forward loses no moment.
 * Runs only where `start` was called: the server does, commands do not.
 */
@Injectable()
export class Scheduler implements BeforeApplicationShutdown {
  private readonly standen = new Map<string, Stand>();
  private bezig: Promise<void> | null = null;
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

  /** Looks once at every task. A tick that finds the former one still at work does nothing. */
  async tick(): Promise<void> {
    if (this.bezig !== null || this.gestopt) return;
    this.bezig = this.kijk();
    await this.bezig;
    this.bezig = null;
  }

  /** Lets the running task finish before the database goes. */
  async beforeApplicationShutdown(): Promise<void> {
    this.gestopt = true;
    if (this.registry.doesExist('interval', TICK)) this.registry.deleteInterval(TICK);
    await this.bezig;
  }

  private async kijk(): Promise<void> {
    for (const taak of this.taken.all()) {
      if (this.gestopt) return;
      const stand = this.stand(taak);
      if (stand.pauze > 0) stand.pauze -= 1;
      else if (stand.volgende === null || stand.volgende <= this.clock.now()) await this.probeer(taak, stand);
    }
  }

  private async probeer(taak: Taak, stand: Stand): Promise<void> {
    try {
      const nu = this.clock.now();
      stand.volgende = (await this.runner.haalIn(taak)) ? Planning.lees(taak.schema).volgende(nu) : null;
    } catch (error) {
      stand.volgende = null;
      stand.pauze = PAUSE_TICKS;
      this.log.error({ err: error, taak: taak.id }, 'taak mislukt; wordt opnieuw geprobeerd');
    }
  }

  private stand(taak: Taak): Stand {
    const known = this.standen.get(taak.id);
    if (known !== undefined) return known;
    const fresh: Stand = { volgende: null, pauze: 0 };
    this.standen.set(taak.id, fresh);
    return fresh;
  }
}
