import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { Agent, killAgents } from './agent.js';
import { eventually, isGone, pidIn, processTable, serversOf } from './observe.js';
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

describe('the first start', () => {
  it('makes a cluster that is the same on every machine and opens only with its password', async () => {
    const agent = new Agent(project);
    const seen: string[] = [];
    const looking = setInterval(() => seen.push(...processTable().map(({ command }) => command)), 20);
    const { url, password, other, port } = await agent.start(folder);
    clearInterval(looking);

    expect(url).toBe(`postgresql://postgres:${password}@127.0.0.1:${port}/wlz`);
    expect(other).toBe(`postgresql://someone:p%40ss%2Fword@127.0.0.1:${port}/wlz`);
    const rows = await agent.query(`
      select datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding, current_setting('timezone') as zone,
             current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets,
             current_setting('server_version_num')::int / 10000 as major, upper('é') as upper,
             (select count(*)::int from pg_hba_file_rules where auth_method <> 'scram-sha-256') as open_doors
      from pg_database where datname = current_database()`);
    expect(rows).toEqual([
      {
        ...{ datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8', zone: 'UTC' },
        ...{ listens: '127.0.0.1', sockets: '', major: 18, upper: 'É', open_doors: 0 },
      },
    ]);
    expect(password).toMatch(/^[\w-]{32}$/);
    expect(seen.filter((command) => command.includes(password))).toEqual([]);
    expect(seen.some((command) => command.includes('initdb'))).toBe(true);
    await agent.query('create table kept (word text)');
    await agent.query(`insert into kept values ('kept')`);
    await agent.stop();
  });

  it('leaves its secrets to nobody else and no half work behind', () => {
    const names = readdirSync(home).sort();
    expect(names).toEqual(['cluster', 'port', 'server.log', 'superuser.secret', 'users']);
    expect(readdirSync(join(home, 'users'))).toEqual([]);
    const modes = ['superuser.secret', 'server.log', 'cluster'].map(
      (name) => statSync(join(home, name)).mode & 0o77,
    );
    expect(modes).toEqual([0, 0, 0]);
  });
});

describe('a later start', () => {
  it('has the same data, password and port, and takes well under a second', async () => {
    const secret = readFileSync(join(home, 'superuser.secret'), 'utf8').trim();
    const port = Number(readFileSync(join(home, 'port'), 'utf8'));
    const agent = new Agent(project);
    const started = await agent.start(folder);
    expect(started).toMatchObject({ password: secret, port });
    expect(started.took).toBeLessThan(1000);
    expect(await agent.query('select word from kept')).toEqual([{ word: 'kept' }]);
    expect(agent.progress).toEqual([]);
    await agent.stop();
  });

  it('makes the database again when it was dropped', async () => {
    const [agent, next] = [new Agent(project), new Agent(project)];
    const { url } = await agent.start(folder);
    const maintenance = new pg.Client({ connectionString: url.replace(/wlz$/, 'postgres') });
    await maintenance.connect();
    await maintenance.query('alter database wlz rename to aside');
    await next.start(folder);
    expect(await next.query('select current_database() as name')).toEqual([{ name: 'wlz' }]);
    await next.stop();
    await maintenance.query('drop database wlz with (force)');
    await maintenance.query('alter database aside rename to wlz');
    await maintenance.end();
  });

  it('takes another port when its own is taken', async () => {
    const port = Number(readFileSync(join(home, 'port'), 'utf8'));
    const occupant = createServer();
    await new Promise<void>((resolve) => occupant.listen(port, '127.0.0.1', resolve));
    const agent = new Agent(project);
    const started = await agent.start(folder);
    expect(started.port).not.toBe(port);
    expect(await agent.query('select word from kept')).toEqual([{ word: 'kept' }]);
    await agent.stop();
    await new Promise((resolve) => occupant.close(resolve));
  });

  it('makes a new password when the file with it is lost', async () => {
    const before = readFileSync(join(home, 'superuser.secret'), 'utf8').trim();
    rmSync(join(home, 'superuser.secret'));
    const agent = new Agent(project);
    const { password } = await agent.start(folder);
    expect(password).not.toBe(before);
    expect(await agent.query('select word from kept')).toEqual([{ word: 'kept' }]);
    expect(readFileSync(join(home, 'server.log'), 'utf8')).not.toContain(password);
  });

  it('says what to do when the password does not fit', async () => {
    const fitting = readFileSync(join(home, 'superuser.secret'), 'utf8');
    writeFileSync(join(home, 'superuser.secret'), 'something else');
    await expect(new Agent(project).start(folder)).rejects.toThrow(
      /wachtwoord past niet.*superuser\.secret/s,
    );
    writeFileSync(join(home, 'superuser.secret'), fitting);
  });
});

describe('ending', () => {
  it('lets a script that has nothing more to do end, and stops the server after it', async () => {
    const agent = new Agent(project);
    await agent.start(folder);
    await agent.ask('end');
    expect(await agent.exited).toBe(0);
    await eventually('the server is gone', () => isGone(home), 2000);
  });

  it('stops at once for the last user, also when asked twice', async () => {
    const agent = new Agent(project);
    await agent.start(folder);
    await agent.stop();
    expect(serversOf(home)).toEqual([]);
  });

  it.each(['the first', 'the second'])(
    'keeps the server until the last user lets go, when %s ends first',
    async (which) => {
      const [first, second] = [new Agent(project), new Agent(project)];
      const started = await first.start(folder);
      const joined = await second.start(folder);
      expect(joined).toMatchObject({ port: started.port, url: started.url });
      const server = pidIn(home);
      const [leaver, stayer] = which === 'the first' ? [first, second] : [second, first];
      await leaver.stop();
      await leaver.ask('end');
      await leaver.exited;
      expect(await stayer.query('select word from kept')).toEqual([{ word: 'kept' }]);
      expect(pidIn(home)).toBe(server);
      await stayer.stop();
      expect(serversOf(home)).toEqual([]);
    },
  );
});

describe('refusals', () => {
  it('does not touch a cluster of another major version, and says what to do', async () => {
    const file = join(home, 'cluster/PG_VERSION');
    const before = readdirSync(join(home, 'cluster')).sort();
    writeFileSync(file, '17\n');
    await expect(new Agent(project).start(folder)).rejects.toThrow(
      /PostgreSQL 17.*PostgreSQL 18\. Er is niets gewijzigd.*DATABASE_URL.*WLZ_DATA/s,
    );
    expect(readFileSync(file, 'utf8')).toBe('17\n');
    expect(readdirSync(join(home, 'cluster')).sort()).toEqual(before);
    writeFileSync(file, '18\n');
  });

  it('shows what the server says when it does not want to start', async () => {
    const settings = { shared_buffers: 'plenty' };
    await expect(new Agent(project).start(folder, { settings })).rejects.toThrow(
      /start niet.*shared_buffers/s,
    );
  });

  it('removes the database only when nobody uses it', async () => {
    const [user, remover] = [new Agent(project), new Agent(project)];
    await user.start(folder);
    await expect(remover.ask('remove', folder)).rejects.toThrow('in gebruik');
    await user.stop();
    await remover.ask('remove', folder);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a platform without a package', () => {
  it('is known beforehand, and the start says to set DATABASE_URL', async () => {
    const bare = await makeProject({ binaries: 'none' });
    const agent = new Agent(bare);
    expect(await agent.ask('available')).toBe(false);
    await expect(agent.start(join(bare.root, '.data'))).rejects.toThrow(/DATABASE_URL/);
    expect(readdirSync(bare.root)).not.toContain('.data');
    expect(await new Agent(project).ask('available')).toBe(true);
    await killAgents();
    await bare.remove();
  });
});
