import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 100;
const HEARTBEAT_MS = 1_000;
/** A holder that showed no sign of life for this long has died, whatever its process id says. */
const DEAD_AFTER_MS = 15_000;

/**
 * Runs `work` while holding a lock file with our process id. A lock whose holder was killed is taken over.
 * @template T
 * @param {string} file
 * @param {{ onWait: () => void }} options `onWait` is called once when somebody else holds the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, { onWait }, work) {
  mkdirSync(dirname(file), { recursive: true });
  await acquire(file, onWait);
  const heartbeat = setInterval(() => beat(file), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(file, { force: true });
  }
}

let beats = 0;

/** The time set does not matter, only that it is another one. */
function beat(file) {
  try {
    beats += 1;
    utimesSync(file, beats, beats);
  } catch {
    // Somebody cleared the folder: the lock is gone, the work goes on.
  }
}

async function acquire(file, onWait) {
  let seen = '';
  let seenSince = performance.now();
  for (let attempt = 0; ; attempt++) {
    if (create(file)) return;
    if (attempt === 0) onWait();
    const sign = signOfLife(file);
    if (sign !== seen) {
      seen = sign;
      seenSince = performance.now();
    }
    if (isDead(file) || performance.now() - seenSince > DEAD_AFTER_MS) takeAway(file);
    else await delay(POLL_MS);
  }
}

function create(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Changes with every heartbeat of the holder. */
function signOfLife(file) {
  try {
    const { mtimeMs, ino } = statSync(file);
    return `${String(ino)} ${String(mtimeMs)}`;
  } catch {
    return '';
  }
}

function isDead(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    // An empty file is a holder between creating and writing; only the heartbeat can tell.
    if (pid === 0) return false;
    if (pid === process.pid) return true;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Of several who find the lock dead at the same moment one gets the file; for the others it is gone already. */
function takeAway(file) {
  const aside = `${file}.${String(process.pid)}`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
