import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Agent, killAgents } from './agent.js';
import { eventually, isGone, lockIn, serversOf } from './observe.js';
import { makeProject, type TestProject } from './project.js';

let project: TestProject;
let folder: string;
let home: string;

beforeAll(async () => {
  project = await makeProject();
  folder = join(project.root, '.data');
  home = join(folder, 'postgres');
});
afterEach(async () => {
  await killAgents();
  await eventually('everything of this folder is gone', () => isGone(home));
});
afterAll(() => project.remove());

const agents = (count: number): Agent[] => Array.from({ length: count }, () => new Agent(project));

describe('several processes at once', () => {
  it('share one cluster when four of them make the first start', async () => {
    const four = agents(4);
    const started = await Promise.all(four.map((agent) => agent.start(folder)));
    expect(new Set(started.map(({ url }) => url)).size).toBe(1);
    expect(
      four.flatMap(({ progress }) => progress).filter((text) => text.includes('aangemaakt')),
    ).toHaveLength(1);
    expect(serversOf(home)).toHaveLength(1);
    expect(readdirSync(home).filter((name) => name.startsWith('new-cluster'))).toEqual([]);
    await Promise.all(four.map((agent) => agent.stop()));
    expect(serversOf(home)).toEqual([]);
  });

  it('share one server when three of them start it again', async () => {
    const three = agents(3);
    const started = await Promise.all(three.map((agent) => agent.start(folder)));
    expect(new Set(started.map(({ port }) => port)).size).toBe(1);
    expect(serversOf(home)).toHaveLength(1);
  });

  it('wait for a server that is stopping, and start it again', async () => {
    let [leaving, coming] = [new Agent(project), new Agent(project)];
    await leaving.start(folder);
    for (let round = 0; round < 3; round++) {
      await Promise.all([leaving.stop(), coming.start(folder)]);
      expect(await coming.query('select 1 as one')).toEqual([{ one: 1 }]);
      [leaving, coming] = [coming, leaving];
    }
  });

  it('come, go and are killed in any order without one of them failing', async () => {
    const visits = Array.from({ length: 4 }, async (_, visitor) => {
      for (let round = 0; round < 3; round++) {
        const agent = new Agent(project);
        await agent.start(folder);
        expect(await agent.query('select 1 as one')).toEqual([{ one: 1 }]);
        if ((visitor + round) % 2) await agent.kill('SIGKILL', 'group');
        else await agent.stop();
      }
    });
    await Promise.all(visits);
  });

  it('may be one process with several shares', async () => {
    const agent = new Agent(project);
    const first = await agent.start(folder);
    const second = await agent.start(folder);
    expect(second.port).toBe(first.port);
    await agent.stop();
    expect(serversOf(home)).toHaveLength(1);
  });
});

describe('the lock', () => {
  const dead = '999999999-1-abcdef';

  it('is taken from a holder that died, by one of many', async () => {
    symlinkSync(dead, join(home, 'lock'));
    writeFileSync(join(home, 'users', dead), '');
    const three = agents(3);
    await Promise.all(three.map((agent) => agent.start(folder)));
    expect(serversOf(home)).toHaveLength(1);
    expect(lockIn(home)).toBeUndefined();
    await Promise.all(three.map((agent) => agent.stop()));
    expect(existsSync(join(home, 'users', dead))).toBe(false);
    expect(serversOf(home)).toEqual([]);
  });

  it('is freed also when who was freeing it died', async () => {
    symlinkSync(dead, join(home, 'lock'));
    symlinkSync(dead, join(home, `lock-${dead}`));
    const agent = new Agent(project);
    await agent.start(folder);
    expect(readdirSync(home).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('is waited for while its holder lives, and who waits says so', async () => {
    const [holder, waiter] = [new Agent(project), new Agent(project)];
    await holder.start(folder);
    const [id = ''] = readdirSync(join(home, 'users'));
    symlinkSync(id, join(home, 'lock'));
    const started = waiter.start(folder);
    await eventually('the waiting is told', () =>
      waiter.progress.some((text) => text.includes('even wachten')),
    );
    await holder.kill('SIGKILL');
    await started;
    expect(await waiter.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
