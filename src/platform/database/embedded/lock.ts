import { readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { errorCode, isMissing, type ControlFolder } from './control-folder.js';
import { EmbeddedPostgresError } from './errors.js';
import { until } from './polling.js';
import { isAlive, type UserId } from './users.js';

const PATIENCE_MS = 360_000; // longer than the holder may wait for its server
const TELL_AFTER_MS = 2_000;

export interface LockOptions {
  readonly ref?: boolean;
  readonly onProgress?: (text: string) => void;
}

/**
 * Runs the work while no other process starts or stops the server. The lock is a symbolic link to the holder's
 * id: made in one step, readable at once, and to be cleared by anyone when its holder is dead.
 */
export async function withLock<T>(
  control: ControlFolder,
  id: UserId,
  work: () => Promise<T>,
  { ref = true, onProgress }: LockOptions = {},
): Promise<T> {
  const attempt = (): true | undefined => (take(control.lock, id) ? true : undefined);
  const taken =
    (await until(attempt, { atMost: TELL_AFTER_MS, ref })) ??
    (onProgress?.('Een ander proces start of stopt de database; even wachten …'),
    await until(attempt, { atMost: PATIENCE_MS, ref }));
  if (taken === undefined) {
    throw new EmbeddedPostgresError(
      `Proces ${holderOf(control.lock)?.split('-')[0] ?? '?'} houdt de database al zes minuten bezet. ` +
        `Beëindig dat proces en probeer het opnieuw.`,
    );
  }
  try {
    return await work();
  } finally {
    if (holderOf(control.lock) === id) rmSync(control.lock, { force: true });
  }
}

function take(lock: string, id: UserId): boolean {
  if (link(lock, id)) return true;
  const holder = holderOf(lock);
  if (holder !== undefined && !isAlive(holder)) clear(lock, holder, id);
  return false;
}

/**
 * Removes the lock of a dead holder. Only who holds the claim on this very holder may do so, and looks once more
 * after getting it: without that, a slow process would remove the lock that a quicker one has just taken.
 */
function clear(lock: string, holder: UserId, id: UserId): void {
  const claim = `${lock}-${holder}`;
  if (link(claim, id)) {
    if (holderOf(lock) === holder) rmSync(lock, { force: true });
    rmSync(claim, { force: true });
    return;
  }
  const claimant = holderOf(claim);
  if (claimant !== undefined && !isAlive(claimant)) rmSync(claim, { force: true });
}

function link(path: string, id: UserId): boolean {
  try {
    symlinkSync(id, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path: string): UserId | undefined {
  try {
    return readlinkSync(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
