import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AMSTERDAM } from '../../../src/platform/clock/index.js';
import type { Tx } from '../../../src/platform/database/index.js';
import { Gestaakt, Ingehaald, type Taak } from '../../../src/platform/scheduling/index.js';
import { dagwerk, HandClock, openGround, type Ground } from './instances.js';

const NU = '2026-11-01T08:00:00.000Z';
const DAGEN = 5;

let ground: Ground;

beforeAll(async () => {
  ground = await openGround();
});

afterEach(() => ground.clear());
afterAll(() => ground.close());

/** Writes five days down, each in a batch; `before` runs in the batch, `between` after it. */
function stapwerk({
  before = async () => undefined,
  between = async () => undefined,
}: {
  before?: (stap: number, tx: Tx) => Promise<void>;
  between?: (stap: number) => Promise<void>;
} = {}): Taak {
  return {
    id: 'stapwerk',
    omschrijving: 'Werkt in stappen.',
    schema: { cron: '0 6 * * *', zone: AMSTERDAM },
    run: async (run) => {
      for (let stap = Number(run.checkpoint?.['klaar'] ?? 0) + 1; stap <= DAGEN; stap += 1) {
        await run.batch(async (tx) => {
          await tx.query('insert into werk (dag) values ($1::date + $2::int)', ['2026-01-01', stap]);
          await before(stap, tx);
          await tx.query('select 1');
          return { checkpoint: { klaar: stap }, gedaan: 1, totaal: DAGEN, telling: { stappen: 1 } };
        });
        await between(stap);
      }
      return run.telling;
    },
  };
}

const STEPS = ['2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05', '2026-01-06'];
const once = (stap: number, act: (tx?: Tx) => Promise<unknown>) => {
  let done = false;
  return async (at: number, tx?: Tx): Promise<void> => {
    if (done || at !== stap) return;
    done = true;
    await act(tx);
  };
};

describe('a run that broke off', () => {
  it('goes on at its checkpoint, and counts what was done before', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => ground.instance(new HandClock(NU))));
    const crash = stapwerk({ before: once(3, () => Promise.reject(new Error('crash'))) });
    await expect(first?.runner.haalIn(crash)).rejects.toThrow('crash');
    expect(await ground.runs()).toEqual([
      { status: 'WACHT', fence: 1, pogingen: 1, gedaan: 2, totaal: DAGEN, fout: 'Error', resultaat: null },
    ]);
    await ground.patience();
    expect(await second?.runner.haalIn(crash)).toBe(true);
    expect(await ground.worked()).toEqual(STEPS);
    expect(await ground.runs()).toMatchObject([
      { status: 'GEDAAN', fence: 2, pogingen: 2, gedaan: DAGEN, fout: null, resultaat: { stappen: DAGEN } },
    ]);
  });

  it('is tried again later and later, and holds up the days after it', async () => {
    const clock = new HandClock(NU);
    const { runner } = await ground.instance(clock);
    const broken = stapwerk({ before: () => Promise.reject(new Error('broken')) });
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await expect(runner.haalIn(broken)).rejects.toThrow('broken');
      clock.nu = '2026-11-02T08:00:00.000Z';
      expect(await runner.haalIn(broken)).toBe(false);
      const [row] = await ground.sql<{ seconds: number }>(
        `select round(extract(epoch from opnieuw_vanaf - clock_timestamp()))::int as seconds from taakrun`,
      );
      expect(row?.seconds).toBeGreaterThan(5 * 2 ** (attempt - 1) - 3);
      expect(row?.seconds).toBeLessThanOrEqual(5 * 2 ** (attempt - 1));
      await ground.patience();
    }
    expect(await runner.haalIn(stapwerk())).toBe(true);
    expect(await ground.worked()).toEqual([...STEPS, ...STEPS]);
  });

  it('is handed over at once by a process that stops', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => ground.instance(new HandClock(NU))));
    const work = stapwerk({ between: once(2, async () => first?.runner.stop()) });
    await expect(first?.runner.haalIn(work)).rejects.toThrow(Gestaakt);
    expect(await second?.runner.haalIn(work)).toBe(true);
    expect(await ground.worked()).toEqual(STEPS);
  });
});

describe('a process that was silent too long', () => {
  it('is overtaken, and cannot commit any more', async () => {
    const [slow, quick] = await Promise.all([1, 2].map(() => ground.instance(new HandClock(NU))));
    const overtake = async (): Promise<void> => {
      await ground.patience();
      expect(await quick?.runner.haalIn(stapwerk())).toBe(true);
    };
    const asleep = stapwerk({ between: once(2, overtake) });
    await expect(slow?.runner.haalIn(asleep)).rejects.toThrow(Ingehaald);
    expect(await ground.worked()).toEqual(STEPS);
    expect(await ground.runs()).toMatchObject([{ status: 'GEDAAN', fence: 2, fout: null }]);
  });

  it('cannot commit either while the one that overtook it is still at work', async () => {
    const [slow, quick] = await Promise.all([1, 2].map(() => ground.instance(new HandClock(NU))));
    let wake = (): void => undefined;
    const woken = new Promise<void>((resolve) => (wake = resolve));
    let overtaken: Promise<unknown> = Promise.resolve();
    const halfway = async (): Promise<void> => {
      wake();
      await expect(asleep).rejects.toThrow(Ingehaald);
    };
    const overtake = async (): Promise<void> => {
      await ground.patience();
      overtaken = quick?.runner.haalIn(stapwerk({ between: once(4, halfway) })) ?? overtaken;
      await woken;
    };
    const asleep = slow?.runner.haalIn(stapwerk({ between: once(2, overtake) }));
    await expect(asleep).rejects.toThrow(Ingehaald);
    expect(await overtaken).toBe(true);
    expect(await ground.worked()).toEqual(STEPS);
    expect(await ground.runs()).toMatchObject([
      { status: 'GEDAAN', gedaan: DAGEN, resultaat: { stappen: DAGEN } },
    ]);
  });

  it('is not overtaken in the middle of a batch: the lock on its row says that it lives', async () => {
    const [slow, quick] = await Promise.all([1, 2].map(() => ground.instance(new HandClock(NU), 2)));
    const during = async (tx?: Tx): Promise<void> => {
      await tx?.query('select pg_sleep(2.2)');
      expect(await quick?.runner.haalIn(stapwerk())).toBe(false);
    };
    expect(await slow?.runner.haalIn(stapwerk({ before: once(2, during) }))).toBe(true);
    expect(await ground.worked()).toEqual(STEPS);
  });

  it('leaves its run to the next that works by hand, which does its own after it', async () => {
    const [dead, next] = await Promise.all([1, 2].map(() => ground.instance(new HandClock(NU))));
    const unplugged = stapwerk({
      between: once(1, async () => {
        await ground.patience();
        await ground.sql(`update taakrun set fence = fence + 1`);
      }),
    });
    await expect(dead?.runner.haalIn(unplugged)).rejects.toThrow(Ingehaald);
    expect(await next?.runner.runDag(stapwerk(), '2026-10-01')).toEqual({ stappen: DAGEN });
    expect(await ground.runs()).toMatchObject([{ status: 'GEDAAN' }, { status: 'GEDAAN' }]);
    expect(await ground.worked()).toEqual([...STEPS, ...STEPS]);
  });
});

describe('a run by hand', () => {
  it('that fails is not tried again, and says why without telling anything', async () => {
    const { runner } = await ground.instance(new HandClock(NU));
    const failing = dagwerk(() => ground.sql(`select 'geheim'::int`).then(() => undefined));
    await expect(runner.runDag(failing, '2026-11-01')).rejects.toThrow();
    expect(await ground.runs()).toMatchObject([{ status: 'MISLUKT', fout: 'error 22P02' }]);
    expect(await runner.haalIn(dagwerk(), false)).toBe(true);
    expect(await ground.worked()).toEqual([]);
  });
});

describe('a task that only looks at what is there now', () => {
  it('makes up for one missed moment, not for all, and keeps the runs of one day', async () => {
    const clock = new HandClock('2026-10-29T08:00:10.000Z');
    const { runner } = await ground.instance(clock);
    const often: Taak = { ...dagwerk(), schema: { cron: '* * * * *', zone: AMSTERDAM, inhalen: 'LAATSTE' } };
    await runner.haalIn(often);
    clock.nu = '2026-11-01T08:00:10.000Z';
    await runner.haalIn(often);
    expect(await ground.finished()).toEqual([
      { gepland: '2026-11-01 08:00', resultaat: { dag: '2026-11-01' } },
    ]);
    expect(await ground.worked()).toEqual(['2026-10-29', '2026-11-01']);
  });
});
