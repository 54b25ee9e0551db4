import { spawn } from 'node:child_process';
import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { programOf, type Binaries } from './binaries.js';
import { readIfPresent, type ControlFolder } from './control-folder.js';
import { EmbeddedPostgresError } from './errors.js';
import type { Home } from './home.js';
import { giveTo, spawnAs } from './os-user.js';
import { until } from './polling.js';
import { choosePort, isFree } from './ports.js';
import { findPostmaster, type Postmaster } from './postmaster.js';
import { isTaken } from './processes.js';

const READY_WITHIN_MS = 300_000; // recovery after a crash may have much to redo
const TAKE_OVER_WITHIN_MS = 20_000; // the children of a killed server go away by themselves
const LOG_LIMIT = 10_000_000;

export interface Launch {
  readonly control: ControlFolder;
  readonly home: Home;
  readonly binaries: Binaries;
  readonly settings: Readonly<Record<string, string>>;
  /** Only this port will do: others are connected to it. */
  readonly port?: number;
  readonly ref?: boolean;
}

/** Starts the server and waits until it answers. Call with the lock held and no living server. */
export async function launchServer(launch: Launch): Promise<Postmaster> {
  const { control, home, ref } = launch;
  forgetForeignPid(home.cluster);
  rotateLog(control.log);
  let port = launch.port ?? (await choosePort(Number(readIfPresent(control.port))));
  const end = performance.now() + TAKE_OVER_WITHIN_MS;
  for (;;) {
    const outcome = await tryLaunch(launch, port);
    if (typeof outcome !== 'string') {
      writeFileSync(control.port, `${port}\n`);
      return outcome;
    }
    const other = await findReady(home.cluster, ref); // launched by a process that was killed meanwhile
    if (other) return other;
    // It may be free again by now: what counts is what the server met.
    const portTaken = outcome.includes('already in use') || !(await isFree(port));
    const predecessorLingers = outcome.includes('shared memory block');
    if (performance.now() > end || !(portTaken || predecessorLingers)) {
      throw new EmbeddedPostgresError(
        `PostgreSQL start niet. Het logboek (${control.log}) zegt:\n${outcome}`,
      );
    }
    if (portTaken && launch.port === undefined) port = await choosePort();
    else await until(() => undefined, { atMost: 200, every: 100, ref });
  }
}

/** The server when it runs. One that is starting is waited for; one that is stopping too, and then is none. */
export async function findReady(cluster: string, ref = true): Promise<Postmaster | undefined> {
  const look = (): Postmaster | 'none' | undefined => {
    const server = findPostmaster(cluster);
    return server === undefined ? 'none' : server.state === 'ready' ? server : undefined;
  };
  const answer = await until(look, { atMost: READY_WITHIN_MS, ref });
  if (answer === undefined)
    throw new EmbeddedPostgresError(`PostgreSQL in ${cluster} start of stopt al te lang.`);
  return answer === 'none' ? undefined : answer;
}

/** Gives the server, or what it wrote to the log before it gave up. */
async function tryLaunch(
  { control, home, binaries, settings, ref }: Launch,
  port: number,
): Promise<Postmaster | string> {
  const log = openSync(control.log, 'a', 0o600);
  giveTo(home.user, control.log);
  const logged = fstatSync(log).size;
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A refused statement or key may hold a BSN: the log says what went wrong, not with whom.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...settings,
  };
  writeFileSync(control.starting, '');
  try {
    const child = spawn(
      programOf(binaries, 'postgres'),
      [
        '-D',
        home.cluster,
        '-p',
        String(port),
        ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
      ],
      { ...spawnAs(home.user), detached: true, stdio: ['ignore', log, log] }, // own session: Ctrl-C is for node
    );
    let failure: string | undefined;
    child.unref();
    child.once('error', (error) => (failure = error.message));
    child.once('exit', () => (failure ??= ''));
    const answer = await until(
      () => {
        const server = findPostmaster(home.cluster);
        return failure ?? (server?.state === 'ready' && server.pid === child.pid ? server : undefined);
      },
      { atMost: READY_WITHIN_MS, every: 5, ref },
    );
    return typeof answer === 'object' ? answer : `${answer ?? ''}${tailOf(control.log, logged)}`;
  } finally {
    closeSync(log);
    rmSync(control.starting, { force: true });
  }
}

/**
 * PostgreSQL believes a pid file whose pid is taken, even by another program or by a zombie that nobody reaps (first
 * process of many containers). Of a pid that is free the file stays: it names the shared memory to look at.
 */
function forgetForeignPid(cluster: string): void {
  const file = join(cluster, 'postmaster.pid');
  const pid = Number(readIfPresent(file)?.split('\n')[0]);
  if (pid > 0 && isTaken(pid) && findPostmaster(cluster) === undefined) rmSync(file, { force: true });
}

function rotateLog(log: string): void {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(log, `${log}.1`);
}

function tailOf(log: string, from: number): string {
  return readFileSync(log).subarray(from).toString('utf8').trim().split('\n').slice(-10).join('\n');
}
