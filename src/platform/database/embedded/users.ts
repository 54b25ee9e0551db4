import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ControlFolder } from './control-folder.js';
import { startOf } from './processes.js';

/** `<pid>-<start>-<random>`: one per share, so that a process may hold several. */
export type UserId = string;

export function newUserId(): UserId {
  return `${process.pid}-${startOf(process.pid) ?? ''}-${randomBytes(3).toString('hex')}`;
}

/** True while the process behind the id lives. */
export function isAlive(id: UserId): boolean {
  const [pid, start] = id.split('-');
  return start !== undefined && start !== '' && startOf(Number(pid)) === start;
}

export function register(control: ControlFolder, id: UserId): void {
  writeFileSync(join(control.users, id), '');
}

export function unregister(control: ControlFolder, id: UserId): void {
  rmSync(join(control.users, id), { force: true });
}

/** True when someone else who lives uses the server. Clears away who died. Call with the lock held. */
export function hasOtherUsers(control: ControlFolder, id: UserId): boolean {
  const others = readdirSync(control.users).filter((other) => other !== id);
  const alive = others.filter(isAlive);
  for (const dead of others.filter((other) => !alive.includes(other))) unregister(control, dead);
  return alive.length > 0;
}
