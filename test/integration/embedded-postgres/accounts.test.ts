import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Agent, killAgents } from './agent.js';
import { eventually, pidIn, processTable, serversOf, watchdogsOf } from './observe.js';
import { makeProject, platformPackageIn, type TestProject } from './project.js';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
let project: TestProject;

let counter = 0;
beforeAll(async () => {
  project = await makeProject({ binaries: 'copy' });
});
beforeEach(() => {
  project = { ...project, systemFolder: join(project.root, `system ${++counter}`) };
});
afterEach(async () => {
  await killAgents();
  const left = (): unknown[] => [...serversOf(project.root), ...watchdogsOf(project.root)];
  await eventually('everything of this project is gone', () => left().length === 0);
});
afterAll(async () => {
  rmSync(`${project.root} system`, { recursive: true, force: true });
  await project.remove();
});

const uidOf = (pid: number): number | undefined => processTable().find((seen) => seen.pid === pid)?.uid;

/** The libraries' links, as they are before the package's install script ran. */
function removeLinks(): void {
  const root = platformPackageIn(project.root);
  const links = JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8')) as {
    target: string;
  }[];
  for (const { target } of links) rmSync(join(root, target), { force: true });
}

/** Starts, uses and stops the database twice; the second time must find what the first wrote. */
async function useTwice(
  folder: string,
  options: ConstructorParameters<typeof Agent>[1] = {},
): Promise<Agent[]> {
  const [first, second] = [new Agent(project, options), new Agent(project, options)];
  await first.start(folder);
  await first.query(`create table kept as select 'kept' as word`);
  await first.stop();
  await second.start(folder);
  expect(await second.query('select word from kept')).toEqual([{ word: 'kept' }]);
  return [first, second];
}

describe('any account', () => {
  it('makes the links of the libraries itself when install scripts were blocked', async () => {
    removeLinks();
    await useTwice(join(project.root, 'of anybody'));
    expect(existsSync(join(platformPackageIn(project.root), 'native/lib/libicuuc.so.60'))).toBe(true);
    expect(existsSync(project.systemFolder)).toBe(false);
  });
});

if (isRoot) {
  describe('an ordinary user', () => {
    const asNobody = { uid: NOBODY, gid: NOBODY };
    let folder: string;
    beforeEach(() => {
      folder = join(project.root, `of a user ${counter}`);
      mkdirSync(folder, { mode: 0o700 });
      chownSync(folder, NOBODY, NOBODY);
    });

    it('keeps everything in the folder and runs the server itself', async () => {
      await useTwice(folder, asNobody);
      expect(uidOf(pidIn(join(folder, 'postgres')))).toBe(NOBODY);
      expect(existsSync(project.systemFolder)).toBe(false);
      expect(readdirSync(join(folder, 'postgres')).filter((name) => name.startsWith('postgresql-'))).toEqual(
        [],
      );
    });

    it('shares the folder with root, who runs the server under the account of the cluster', async () => {
      const [, user] = await useTwice(folder, asNobody);
      const [root, rootAlone, userAgain] = [
        new Agent(project),
        new Agent(project),
        new Agent(project, asNobody),
      ];
      await root.start(folder);
      expect(await root.query('select word from kept')).toEqual([{ word: 'kept' }]);
      await root.stop();
      expect(await user?.query('select 1 as one')).toEqual([{ one: 1 }]);
      await user?.stop();
      await rootAlone.start(folder);
      expect(uidOf(pidIn(join(folder, 'postgres')))).toBe(NOBODY);
      await userAgain.start(folder);
      await rootAlone.kill('SIGKILL', 'group');
      expect(await userAgain.query('select word from kept')).toEqual([{ word: 'kept' }]);
      await userAgain.stop();
      expect(serversOf(folder)).toEqual([]);
    });

    it('is told what to do in the folder of somebody else', async () => {
      const others = join(project.root, 'of root');
      mkdirSync(others, { mode: 0o755 });
      const user = new Agent(project, asNobody);
      await expect(user.start(others)).rejects.toThrow(/kan niet worden geschreven.*WLZ_DATA/);
      const root = new Agent(project);
      await root.start(others);
      await root.stop();
      await expect(user.start(others)).rejects.toThrow(/kan niet worden geschreven.*WLZ_DATA/);
      chmodSync(join(others, 'postgres'), 0o777);
      chmodSync(join(others, 'postgres/users'), 0o777);
      await expect(user.start(others)).rejects.toThrow(/andere gebruiker/);
    });

    // the last of these: root makes the links again
    it('copies the programs once when the libraries have no links and may not get them', async () => {
      removeLinks();
      const [first, second] = await useTwice(folder, asNobody);
      expect(first?.progress.join()).toMatch(/eenmalig gekopieerd/);
      expect(second?.progress).toEqual([]);
    });
  });

  describe('root', () => {
    let closed: string;
    let folder: string;
    const home = (): string => readFileSync(join(folder, 'postgres/location'), 'utf8').trim();
    beforeEach(() => {
      closed = join(project.root, `closed ${counter}`);
      folder = join(closed, '.data');
      mkdirSync(closed, { mode: 0o700 });
    });

    it('keeps the cluster elsewhere when the server cannot reach the folder, and finds it again', async () => {
      const [first, second] = await useTwice(folder);
      expect(first?.progress.filter((text) => text.includes('Als root'))).toHaveLength(1);
      expect(second?.progress).toEqual([]);
      expect(home().startsWith(project.systemFolder)).toBe(true);
      expect(uidOf(pidIn(home()))).not.toBe(0);
      await second?.stop();
      await second?.ask('remove', folder);
      expect(readdirSync(project.systemFolder)).toEqual([]);
    });

    it('copies the programs too when the whole project is closed, whatever the umask of the install and of now', async () => {
      execFileSync('chmod', ['-R', 'go=', platformPackageIn(project.root)]);
      chmodSync(project.root, 0o700);
      const systemFolder = `${project.root} system`;
      const strict = { first: 'umask 077' };
      const [agent, next] = [new Agent(project, strict), new Agent(project, strict)];
      await agent.start(join(project.root, '.data'), { systemFolder });
      expect(agent.progress.join()).toMatch(/Als root.*eenmalig gekopieerd/s);
      await agent.query(`create table kept as select 'kept' as word`);
      await agent.kill('SIGKILL', 'group');
      await next.start(join(project.root, '.data'), { systemFolder });
      expect(next.progress).toEqual([]);
      expect(await next.query('select word from kept')).toEqual([{ word: 'kept' }]);
      await next.stop();
      chmodSync(project.root, 0o755);
      execFileSync('chmod', ['-R', 'go=rX', platformPackageIn(project.root)]);
    });

    it('runs the server as nobody where there is no account postgres', async () => {
      const bin = join(project.root, 'bin');
      mkdirSync(bin);
      writeFileSync(join(bin, 'id'), '#!/bin/sh\n[ "$2" != postgres ] || exit 1\nexec /usr/bin/id "$@"\n', {
        mode: 0o755,
      });
      const open = join(project.root, 'open');
      const agent = new Agent(project, { env: { PATH: `${bin}:${process.env['PATH'] ?? ''}` } });
      await agent.start(open);
      expect(uidOf(pidIn(join(open, 'postgres')))).toBe(statSync(join(open, 'postgres/cluster')).uid);
      expect(uidOf(pidIn(join(open, 'postgres')))).toBe(NOBODY);
    });

    it('takes the register along when the project is moved, but does not lend it to a copy', async () => {
      const [, user] = await useTwice(folder);
      await user?.stop();
      const copy = join(closed, 'copy');
      cpSync(folder, copy, { recursive: true });
      await expect(new Agent(project).start(copy)).rejects.toThrow(/is een kopie/);
      const moved = join(closed, 'moved');
      renameSync(folder, moved);
      const agent = new Agent(project);
      await agent.start(moved);
      expect(await agent.query('select word from kept')).toEqual([{ word: 'kept' }]);
    });

    it('does not start with an empty register when the old one is not where it should be', async () => {
      const [, user] = await useTwice(folder);
      await user?.stop();
      const place = home();
      renameSync(place, `${place}.away`);
      await expect(new Agent(project).start(folder)).rejects.toThrow(/is er niet meer/);
      renameSync(`${place}.away`, place);
      const agent = new Agent(project);
      await agent.start(folder);
      expect(await agent.query('select word from kept')).toEqual([{ word: 'kept' }]);
    });

    it('begins anew when the folder was emptied', async () => {
      const [, user] = await useTwice(folder);
      await user?.stop();
      rmSync(folder, { recursive: true });
      const agent = new Agent(project);
      await agent.start(folder);
      expect(await agent.query(`select to_regclass('kept') as found`)).toEqual([{ found: null }]);
    });
  });
}
