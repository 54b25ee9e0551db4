import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Agent, killAgents } from './agent.js';
import { eventually, isGone, lockIn, pidIn, processTable, serversOf, watchdogsOf } from './observe.js';
import { makeProject, type TestProject } from './project.js';

let project: TestProject;
let folder: string;
let home: string;

beforeAll(async () => {
  project = await makeProject();
  folder = join(project.root, '.data');
  home = join(folder, 'postgres');
  const agent = new Agent(project);
  await agent.start(folder);
  await agent.query('create table kept (word text)');
  await agent.stop();
});
afterEach(async () => {
  await killAgents();
  await eventually('everything of this folder is gone', () => isGone(home));
});
afterAll(() => project.remove());

const listens = (server: Server, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
const groupOf = (pid: number): number | undefined => processTable().find((seen) => seen.pid === pid)?.group;

describe('when node is killed', () => {
  it.each(['node', 'group'] as const)(
    'stops the server within two seconds (SIGKILL to the %s)',
    async (whom) => {
      const agent = new Agent(project);
      await agent.start(folder);
      await agent.query(`insert into kept values ('${whom}')`);
      await agent.kill('SIGKILL', whom);
      await eventually('server, watchdog and pid file are gone', () => isGone(home), 2000);
      const next = new Agent(project);
      await next.start(folder);
      expect(await next.query(`select word from kept where word = '${whom}'`)).toEqual([{ word: whom }]);
    },
  );

  it('keeps the server for who else uses it, and stops it after the last', async () => {
    const [first, second] = [new Agent(project), new Agent(project)];
    await first.start(folder);
    await second.start(folder);
    const server = pidIn(home);
    await first.kill('SIGKILL', 'group');
    await eventually('the watchdog of the first is done', () => watchdogsOf(home).length === 1, 2000);
    expect(await second.query('select 1 as one')).toEqual([{ one: 1 }]);
    expect(pidIn(home)).toBe(server);
    await second.kill('SIGKILL', 'group');
    await eventually('server, watchdog and pid file are gone', () => isGone(home), 2000);
  });

  it('has server and watchdog in sessions that no signal to node reaches', async () => {
    const agent = new Agent(project);
    await agent.start(folder);
    const groups = [agent.pid, ...serversOf(home), ...watchdogsOf(home)].map(groupOf);
    expect(groups).toHaveLength(3);
    expect(new Set(groups).size).toBe(3);
  });

  it('lets a query under way finish on Ctrl-C, before node stops the server', async () => {
    const agent = new Agent(project);
    await agent.start(folder);
    await agent.ask('drainOnInterrupt');
    const answer = agent.query(`select 'finished' as word from pg_sleep(0.5)`);
    await eventually('the query runs', () =>
      processTable().some(({ command }) => command.includes('SELECT')),
    );
    await agent.kill('SIGINT', 'group');
    expect(await answer).toEqual([{ word: 'finished' }]);
    await eventually('the agent is through', () => agent.drained);
    expect(serversOf(home)).toEqual([]);
  });

  it('stops the server also when the watchdog had been killed before', async () => {
    const agent = new Agent(project);
    await agent.start(folder);
    const [watchdog] = watchdogsOf(home);
    process.kill(watchdog ?? 0, 'SIGKILL');
    await eventually('there is another watchdog', () => watchdogsOf(home).some((pid) => pid !== watchdog));
    await agent.kill('SIGKILL');
    await eventually('server, watchdog and pid file are gone', () => isGone(home), 2000);
  });

  const moments: [string, 'node' | 'group', (its: string) => boolean][] = [
    ['it holds the lock', 'node', (its) => lockIn(its) !== undefined],
    ['initdb is at work', 'group', (its) => serversOf(its).length > 0],
    ['the server is starting', 'node', (its) => existsSync(join(its, 'starting'))],
  ];
  it.each(moments)(
    'leaves nothing and starts again when killed in a first start while %s',
    async (moment, whom, seen) => {
      const fresh = join(project.root, moment);
      const its = join(fresh, 'postgres');
      const agent = new Agent(project);
      void agent.start(fresh).catch(() => undefined);
      await eventually(moment, () => seen(its));
      await agent.kill('SIGKILL', whom);
      const next = new Agent(project);
      await next.start(fresh);
      expect(await next.query('select 1 as one')).toEqual([{ one: 1 }]);
      await next.stop();
      await eventually('nothing is left', () => isGone(its));
      expect(readdirSync(its).filter((name) => /^(new-cluster|starting|lock)/.test(name))).toEqual([]);
    },
  );
});

describe('when everything is killed', () => {
  it('recovers what was committed at the next start', async () => {
    const agent = new Agent(project);
    await agent.start(folder);
    await agent.query(`insert into kept values ('committed')`);
    const victims = [...watchdogsOf(home), ...serversOf(home)];
    await agent.kill('SIGSTOP');
    for (const pid of victims) process.kill(pid, 'SIGKILL');
    await agent.kill('SIGKILL');
    expect(existsSync(join(home, 'cluster/postmaster.pid'))).toBe(true);
    const next = new Agent(project);
    await next.start(folder);
    expect(await next.query(`select word from kept where word = 'committed'`)).toEqual([
      { word: 'committed' },
    ]);
  });

  it('is not misled by a pid file or a lock whose pid is another program now', async () => {
    const { uid, gid } = statSync(join(home, 'cluster'));
    const stranger = spawn('sleep', ['60'], { cwd: '/', ...(process.getuid?.() === 0 ? { uid, gid } : {}) });
    const lines = [stranger.pid, join(home, 'cluster'), 1, 54321, '', '127.0.0.1', '', 'ready   '];
    writeFileSync(join(home, 'cluster/postmaster.pid'), `${lines.join('\n')}\n`);
    writeFileSync(join(home, 'users', `${stranger.pid ?? 0}-1-abcdef`), '');
    const agent = new Agent(project);
    await agent.start(folder);
    expect(pidIn(home)).not.toBe(stranger.pid);
    await agent.stop();
    expect(serversOf(home)).toEqual([]);
    stranger.kill();
  });
});

/** Whether the program gets an answer out of its database. */
function answers(agent: Agent): Promise<boolean> {
  return agent.query('select 1 as one').then(
    () => true,
    () => false,
  );
}

describe('when the server dies under living processes', () => {
  it('is back on the same port within seconds, once, and connection pools recover by themselves', async () => {
    const [first, second] = [new Agent(project), new Agent(project)];
    const { port } = await first.start(folder);
    await second.start(folder);
    const dead = pidIn(home);
    process.kill(dead, 'SIGKILL');
    for (const agent of [first, second]) {
      await eventually('the pool answers again', () => answers(agent));
    }
    expect(pidIn(home)).not.toBe(dead);
    expect(Number(readFileSync(join(home, 'port'), 'utf8'))).toBe(port);
    await eventually('both have noticed', () =>
      [first, second].every(({ progress }) => progress.length === 1),
    );
    expect([first.lost, second.lost]).toEqual([false, false]);
    await first.stop();
    expect(await second.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('waits for its own port when another program was quicker, as the pools know no other', async () => {
    const agent = new Agent(project);
    const { port } = await agent.start(folder);
    const occupant = createServer();
    process.kill(pidIn(home), 'SIGKILL');
    await eventually('the port is taken', () => listens(occupant, port));
    await eventually('the server has met the occupant', () =>
      /in use/.test(readFileSync(join(home, 'server.log'), 'utf8')),
    );
    await new Promise((resolve) => occupant.close(resolve));
    // The server asks for its port for twenty seconds, and servers of other tests may be quicker once more.
    await eventually('it is back', () => agent.progress.length > 0, 60_000);
    await eventually('the pool answers again', () => answers(agent), 60_000);
  });

  it('tells that the database is lost only when it cannot be brought back', async () => {
    const agent = new Agent(project);
    await agent.start(folder);
    const control = join(home, 'cluster/global/pg_control');
    renameSync(control, `${control}.away`);
    process.kill(pidIn(home), 'SIGKILL');
    await eventually('the loss is told', () => agent.lost);
    renameSync(`${control}.away`, control);
    await agent.stop();
    const next = new Agent(project);
    await next.start(folder);
    expect(await next.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('stops the server also when the folder was thrown away under it', async () => {
    const elsewhere = join(project.root, 'thrown away');
    mkdirSync(elsewhere);
    const agent = new Agent(project);
    await agent.start(elsewhere);
    rmSync(elsewhere, { recursive: true });
    await agent.stop();
    await eventually('nothing is left', () => serversOf(elsewhere).length === 0);
  });
});
