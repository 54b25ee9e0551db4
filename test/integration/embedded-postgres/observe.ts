import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

const WATCHDOG = 'wlz-regie-watchdog';

/** Bounded: a condition that never holds fails the test with its name. */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
  within = 10_000,
): Promise<void> {
  const end = performance.now() + within;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Not within ${within} ms: ${what}`);
    await pause(20);
  }
}

/** The pid in the server's own pid file, whether it lives or not. */
export function pidIn(home: string): number {
  return Number(readFileSync(join(home, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);
}

export interface SeenProcess {
  readonly pid: number;
  readonly group: number;
  readonly uid: number;
  readonly command: string;
}

/** All processes of the machine, without zombies. Slim containers have no `ps`, macOS has no /proc. */
export function processTable(): SeenProcess[] {
  if (existsSync('/proc/self/stat')) {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? fromProc(Number(name)) : []));
  }
  const columns = ['-o', 'pid=,pgid=,uid=,command='];
  const lines = execFileSync('ps', ['-ww', '-ax', ...columns], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, group, uid, command = ''] = /^\s*(\d+)\s+(\d+)\s+(-?\d+)\s(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), group: Number(group), uid: Number(uid), command }];
  });
}

function fromProc(pid: number): SeenProcess[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, , group] = stat.slice(stat.lastIndexOf(') ') + 2).split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const { uid } = statSync(`/proc/${pid}`);
    return state === 'Z' ? [] : [{ pid, group: Number(group), uid, command }];
  } catch {
    return []; // gone while we looked
  }
}

/** Servers and initdb of this folder. */
export function serversOf(folder: string): number[] {
  return processesOf(folder)
    .filter(({ command }) => !command.includes(WATCHDOG))
    .map(({ pid }) => pid);
}

export function watchdogsOf(folder: string): number[] {
  return processesOf(folder)
    .filter(({ command }) => command.includes(WATCHDOG))
    .map(({ pid }) => pid);
}

function processesOf(folder: string): SeenProcess[] {
  return processTable().filter(({ command }) => command.includes(folder) && !command.includes('agent.mjs'));
}

/** No server, no watchdog, no pid file. */
export function isGone(home: string): boolean {
  return !existsSync(join(home, 'cluster/postmaster.pid')) && processesOf(home).length === 0;
}

export function lockIn(home: string): string | undefined {
  try {
    return readlinkSync(join(home, 'lock'));
  } catch {
    return undefined;
  }
}
