import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Budget, type SharedBudget } from './budget.js';

/** A clock that is moved by hand, and a table that remembers. */
function surroundings() {
  let second = 0;
  let asked = 0;
  const spent = new Map<string, number>();
  const shared: SharedBudget = {
    spend: (user, window, amount) => {
      asked += 1;
      const key = `${user} ${window}`;
      const before = spent.get(key) ?? 0;
      spent.set(key, before + amount);
      return Promise.resolve(before);
    },
  };
  const now = (): string => `2026-11-01T08:00:${String(second).padStart(2, '0')}.000Z`;
  const later = (): string => `2026-11-01T08:01:${String(second % 60).padStart(2, '0')}.000Z`;
  return {
    shared,
    clock: { now: () => (second < 60 ? now() : later()), today: () => '2026-11-01', dayIsFixed: true },
    to: (value: number) => (second = value),
    asked: () => asked,
  };
}

const OVER = { status: 429, code: 'RATE_LIMITED' };

describe('the budget of a person', () => {
  it('is the same on every server, and comes back the next minute', async () => {
    const { shared, clock, to } = surroundings();
    const [one, two] = [new Budget(1_000, shared, clock), new Budget(1_000, shared, clock)];
    to(15);
    await one.charge('a', 600);
    await two.charge('a', 300);
    await expect(two.charge('a', 300)).rejects.toMatchObject({
      ...OVER,
      details: { headers: { 'retry-after': '45' } },
    });
    await one.charge('b', 600);
    to(60);
    await two.charge('a', 600);
  });

  it('is asked of the others once for many small questions, and not at all when it is used up', async () => {
    const { shared, clock, asked } = surroundings();
    const budget = new Budget(5_000, shared, clock);
    for (let i = 0; i < 100; i += 1) await budget.charge('a', 1);
    expect(asked()).toBe(1);
    await expect(budget.charge('a', 6_000)).rejects.toMatchObject(OVER);
    const before = asked();
    await expect(budget.charge('a', 6_000)).rejects.toMatchObject(OVER);
    expect(asked()).toBe(before);
  });

  it('has no end when it is 0', async () => {
    const { shared, clock, asked } = surroundings();
    await new Budget(0, shared, clock).charge('a', 1e9);
    expect(asked()).toBe(0);
  });

  it('is never exceeded, however many servers are asked at once', async () => {
    const charges = fc.array(fc.record({ server: fc.nat(2), cost: fc.integer({ min: 1, max: 400 }) }), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(charges, async (all) => {
        const { shared, clock } = surroundings();
        const servers = [0, 1, 2].map(() => new Budget(1_000, shared, clock));
        const spend = async ({ server, cost }: { server: number; cost: number }): Promise<number> => {
          try {
            await servers[server]?.charge('a', cost);
            return cost;
          } catch {
            return 0;
          }
        };
        const spent = await Promise.all(all.map(spend));
        expect(spent.reduce((sum, cost) => sum + cost, 0)).toBeLessThanOrEqual(1_000);
      }),
    );
  });
});
