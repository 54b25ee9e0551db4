import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { MAX_INHAALSLAG } from '../../../src/platform/scheduling/index.js';
import { dagwerk, HandClock, openGround, type Ground } from './instances.js';

const TODAY = '2026-11-01T08:00:00.000Z';

let ground: Ground;

beforeAll(async () => {
  ground = await openGround();
});

afterEach(() => ground.clear());
afterAll(() => ground.close());

describe('a task that is due', () => {
  it('starts with its latest moment when it never ran', async () => {
    const { runner } = await ground.instance(new HandClock(TODAY));
    expect(await runner.haalIn(dagwerk())).toBe(true);
    expect(await ground.finished()).toEqual([
      { gepland: '2026-11-01 05:00', resultaat: { dag: '2026-11-01' } },
    ]);
  });

  it('runs once per planned moment, however often it is asked', async () => {
    const clock = new HandClock('2026-11-01T04:59:00.000Z');
    const { runner } = await ground.instance(clock);
    await runner.haalIn(dagwerk());
    clock.nu = '2026-11-01T05:00:00.000Z';
    await runner.haalIn(dagwerk());
    await runner.haalIn(dagwerk());
    expect(await ground.worked()).toEqual(['2026-10-31', '2026-11-01']);
  });

  it('works every day that was missed while nothing ran, in order, each with its own day', async () => {
    const clock = new HandClock('2026-10-23T08:00:00.000Z');
    const { runner } = await ground.instance(clock);
    await runner.haalIn(dagwerk());
    clock.nu = '2026-10-26T08:00:00.000Z';
    expect(await runner.haalIn(dagwerk())).toBe(true);
    expect(await ground.worked()).toEqual(['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26']);
    expect((await ground.finished()).map(({ gepland }) => gepland)).toEqual([
      '2026-10-23 04:00',
      '2026-10-24 04:00',
      '2026-10-25 05:00',
      '2026-10-26 05:00',
    ]);
  });

  it('gives up what is too long ago', async () => {
    const clock = new HandClock('2026-01-01T08:00:00.000Z');
    const { runner } = await ground.instance(clock);
    await runner.haalIn(dagwerk());
    clock.nu = TODAY;
    await runner.haalIn(dagwerk());
    const days = await ground.worked();
    expect(days).toHaveLength(1 + MAX_INHAALSLAG);
    expect(days.slice(0, 2)).toEqual(['2026-01-01', '2026-10-02']);
    expect(days.at(-1)).toBe('2026-11-01');
  });
});

describe('several instances', () => {
  it('run each planned moment once and in order between them', async () => {
    const first = await ground.instance(new HandClock('2026-10-12T08:00:00.000Z'));
    await first.runner.haalIn(dagwerk());
    const instances = await Promise.all([1, 2, 3].map(() => ground.instance(new HandClock(TODAY))));
    await Promise.all(
      instances.map(async ({ runner }) => {
        while (!(await runner.haalIn(dagwerk())));
      }),
    );
    const days = await ground.worked();
    expect(days).toHaveLength(21);
    expect(days).toEqual([...new Set(days)].sort());
    expect(await ground.finished()).toHaveLength(21);
  });

  it('do not wait for one that is at work, and find its moment done afterwards', async () => {
    const gate = opening();
    const started = opening();
    const [busy, other] = await Promise.all([1, 2].map(() => ground.instance(new HandClock(TODAY))));
    const running = busy?.runner.haalIn(
      dagwerk(async () => {
        started.open();
        await gate.opened;
      }),
    );
    await started.opened;
    expect(await other?.runner.haalIn(dagwerk())).toBe(false);
    gate.open();
    expect(await running).toBe(true);
    expect(await other?.runner.haalIn(dagwerk())).toBe(true);
    expect(await ground.worked()).toEqual(['2026-11-01']);
  });
});

describe('a run that breaks off', () => {
  it('leaves nothing behind when the work fails, and is tried again', async () => {
    const { runner } = await ground.instance(new HandClock(TODAY));
    await expect(runner.haalIn(dagwerk(() => Promise.reject(new Error('halfway'))))).rejects.toThrow(
      'halfway',
    );
    expect(await ground.worked()).toEqual([]);
    expect(await runner.haalIn(dagwerk())).toBe(false);
    await ground.patience();
    expect(await runner.haalIn(dagwerk())).toBe(true);
    expect(await ground.worked()).toEqual(['2026-11-01']);
  });

  it('leaves the moment to another instance when its connection dies in the middle', async () => {
    const [dying, other] = await Promise.all([1, 2].map(() => ground.instance(new HandClock(TODAY))));
    const kill = (): Promise<unknown> =>
      ground.client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and state = 'idle in transaction'`,
      );
    await expect(dying?.runner.haalIn(dagwerk(() => kill().then(() => undefined)))).rejects.toThrow();
    await ground.patience();
    expect(await other?.runner.haalIn(dagwerk())).toBe(true);
    expect(await ground.worked()).toEqual(['2026-11-01']);
  });
});

describe('a task that is run for a day by hand', () => {
  it('works that day whatever the run table says, and leaves the planned moments alone', async () => {
    const { runner } = await ground.instance(new HandClock(TODAY));
    await runner.haalIn(dagwerk());
    expect(await runner.runDag(dagwerk(), '2026-11-01')).toEqual({ dag: '2026-11-01' });
    expect(await runner.runDag(dagwerk(), '2026-09-15')).toEqual({ dag: '2026-09-15' });
    expect(await ground.worked()).toEqual(['2026-11-01', '2026-11-01', '2026-09-15']);
    expect(await ground.finished()).toHaveLength(1);
  });
});

/** A door that opens once. */
function opening(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}
