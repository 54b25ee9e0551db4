import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SchedulerRegistry } from '@nestjs/schedule';
import { createLog } from '../../../src/platform/logging/index.js';
import { Scheduler, Taakregister, type Taak } from '../../../src/platform/scheduling/index.js';
import { dagwerk, HandClock, openGround, type Ground } from './instances.js';

let ground: Ground;

beforeAll(async () => {
  ground = await openGround();
});

afterEach(() => ground.clear());
afterAll(() => ground.close());

async function schedulerFor(
  clock: HandClock,
  taak: Taak,
): Promise<{ scheduler: Scheduler; registry: SchedulerRegistry }> {
  const register = new Taakregister();
  register.add(taak);
  const registry = new SchedulerRegistry();
  const { runner } = await ground.instance(clock);
  return { registry, scheduler: new Scheduler(register, runner, registry, clock, createLog('silent')) };
}

describe('the scheduler', () => {
  it('runs a task when its planned moment has come, and not before', async () => {
    const clock = new HandClock('2026-11-01T05:00:00.000Z');
    const { scheduler } = await schedulerFor(clock, dagwerk());
    await scheduler.tick();
    clock.nu = '2026-11-02T04:59:59.000Z';
    await scheduler.tick();
    expect(await ground.worked()).toEqual(['2026-11-01']);
    clock.nu = '2026-11-02T05:00:01.000Z';
    await scheduler.tick();
    await scheduler.tick();
    expect(await ground.worked()).toEqual(['2026-11-01', '2026-11-02']);
  });

  it('tries a failed task again after a pause, and goes on with the others', async () => {
    let failures = 0;
    const clock = new HandClock('2026-11-01T05:00:00.000Z');
    const { scheduler } = await schedulerFor(
      clock,
      dagwerk(() => {
        failures += 1;
        return failures === 1 ? Promise.reject(new Error('once')) : Promise.resolve();
      }),
    );
    await scheduler.tick();
    await scheduler.tick();
    expect(await ground.worked()).toEqual([]);
    await ground.patience();
    await scheduler.tick();
    expect(await ground.worked()).toEqual(['2026-11-01']);
    expect(failures).toBe(2);
  });

  it('does not tick on a calendar day that stands still', async () => {
    const { scheduler, registry } = await schedulerFor(
      new HandClock('2026-11-01T05:00:00.000Z', true),
      dagwerk(),
    );
    scheduler.start();
    expect(registry.getIntervals()).toEqual([]);
    await scheduler.beforeApplicationShutdown();
    expect(await ground.worked()).toEqual([]);
  });

  it('runs what is due as soon as it starts, and lets a batch finish before it stops', async () => {
    const clock = new HandClock('2026-11-01T05:00:00.000Z');
    let begun = (): void => undefined;
    const busy = new Promise<void>((resolve) => (begun = resolve));
    const { scheduler, registry } = await schedulerFor(
      clock,
      dagwerk(async () => begun()),
    );
    scheduler.start();
    expect(registry.getIntervals()).toHaveLength(1);
    await busy;
    await scheduler.beforeApplicationShutdown();
    expect(registry.getIntervals()).toEqual([]);
    expect(await ground.worked()).toEqual(['2026-11-01']);
    await scheduler.tick();
    expect(await ground.finished()).toHaveLength(1);
  });

  it('refuses two tasks with one name, and a schedule that cannot be read', () => {
    const register = new Taakregister();
    register.add(dagwerk());
    expect(() => register.add(dagwerk())).toThrow('dagwerk');
    expect(() =>
      register.add({ ...dagwerk(), id: 'anders', schema: { cron: '6 uur', zone: 'UTC' } }),
    ).toThrow();
  });
});
