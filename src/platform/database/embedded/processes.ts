import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { errorCode } from './control-folder.js';

/** Linux has /proc and often no `ps` (slim containers), macOS has `ps` and no /proc. */
export const hasProc = existsSync('/proc/self/stat');

/** What programs we start get to see: the same on every machine, and nothing that was meant for the caller. */
export const plainEnvironment = {
  PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/**
 * When a process began, as an opaque word without dashes; undefined when it does not live (a zombie does not).
 * Together with the pid it names a process for ever, where a pid alone is used again. The watchdog's script
 * derives the same word.
 */
export function startOf(pid: number): string | undefined {
  if (!hasProc) {
    const [state = 'Z', ...began] = ps(pid, 'stat=', 'lstart=').trim().split(/\s+/);
    return state === '' || state.startsWith('Z') ? undefined : began.join('_').replaceAll(':', '_');
  }
  const stat = readProc(pid, 'stat');
  const [state, ...rest] = stat.slice(stat.lastIndexOf(') ') + 2).split(' ');
  return state === 'Z' || state === 'X' ? undefined : rest[18];
}

/** True when the system has something under this pid, be it a zombie. */
export function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** True when this process is the postmaster of this cluster, and not another program that was given its pid. */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!hasProc) return ps(pid, 'command=').includes(`-D ${cluster} -p `);
  const args = readProc(pid, 'cmdline').split('\0');
  return (args[0] ?? '').endsWith('/postgres') && args[2] === cluster;
}

function readProc(pid: number, name: 'stat' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function ps(pid: number, ...columns: string[]): string {
  const args = [...columns.flatMap((column) => ['-o', column]), '-ww', '-p', String(pid)];
  const { stdout } = spawnSync('ps', args, { encoding: 'utf8', env: plainEnvironment });
  return stdout;
}
