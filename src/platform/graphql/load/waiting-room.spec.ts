import { describe, expect, it } from '@jest/globals';
import { WaitingRoom, type Leave } from './waiting-room.js';

const BUSY = { status: 503, code: 'RATE_LIMITED' };

describe('the waiting room', () => {
  it('lets people take turns, however many questions one of them has', async () => {
    const room = new WaitingRoom({ running: 1, waiting: 10, patienceMs: 10_000 });
    const first = await room.enter('a');
    const order: string[] = [];
    const enter = (user: string, name: string): Promise<void> =>
      room.enter(user).then((leave) => {
        order.push(name);
        leave();
      });
    const all = [enter('a', 'a1'), enter('a', 'a2'), enter('a', 'a3'), enter('b', 'b1'), enter('c', 'c1')];
    first();
    await Promise.all(all);
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
  });

  it('turns away who finds it full, and who waits too long', async () => {
    const room = new WaitingRoom({ running: 1, waiting: 1, patienceMs: 20 });
    const leave = await room.enter('a');
    const waits = room.enter('a');
    await expect(room.enter('b')).rejects.toMatchObject(BUSY);
    await expect(waits).rejects.toMatchObject(BUSY);
    leave();
    expect(await room.enter('b')).toBeInstanceOf(Function);
  });

  it('gives each place back once, so that no more run than there are places', async () => {
    const room = new WaitingRoom({ running: 2, waiting: 100, patienceMs: 10_000 });
    let running = 0;
    let most = 0;
    const work = async (user: string): Promise<void> => {
      const leave: Leave = await room.enter(user);
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      leave();
      leave();
    };
    await Promise.all(Array.from({ length: 60 }, (_, i) => work(`u${i % 7}`)));
    expect([most, running]).toEqual([2, 0]);
  });
});
