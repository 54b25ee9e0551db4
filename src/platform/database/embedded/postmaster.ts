import { join } from 'node:path';
import { readIfPresent } from './control-folder.js';
import { hasProc, isPostmasterOf, isTaken, startOf } from './processes.js';
import { until } from './polling.js';

/** A running server process, as it describes itself in postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  /** With the pid: this process and no later one. */
  readonly start: string;
  readonly port: number;
  readonly state: 'starting' | 'ready' | 'stopping';
}

/** The living server of this cluster. A pid file of a dead server, or a pid that is another program now, is none. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const lines = readIfPresent(join(cluster, 'postmaster.pid'))?.split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isPostmasterOf(pid, cluster)) return undefined;
  const start = startOf(pid);
  if (start === undefined) return undefined;
  const state = lines[7]?.trim();
  return {
    pid,
    start,
    port: Number(lines[3]),
    state: state === 'ready' || state === 'stopping' ? state : 'starting',
  };
}

export function lives(server: Pick<Postmaster, 'pid' | 'start'>): boolean {
  return startOf(server.pid) === server.start;
}

/** A cheaper look, for one that is taken often: where `ps` would have to tell, any process of this pid will do. */
export function seemsAlive(server: Pick<Postmaster, 'pid' | 'start'>): boolean {
  return hasProc ? lives(server) : isTaken(server.pid);
}

/** Fast shutdown, what `pg_ctl stop -m fast` does (but that refuses root): sessions are cut off, everything committed is kept. Returns when the process is gone. */
export async function stopPostmaster(server: Postmaster): Promise<boolean> {
  try {
    process.kill(server.pid, 'SIGINT');
  } catch {
    // gone already
  }
  const gone = await until(() => (lives(server) ? undefined : true), { atMost: 60_000, every: 5 });
  return gone === true;
}
