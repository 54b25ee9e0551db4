import { performance } from 'node:perf_hooks';
import { EmbeddedPostgresError } from './errors.js';
import { findReady, launchServer, type Launch } from './launch.js';
import { withLock } from './lock.js';
import { seemsAlive, type Postmaster } from './postmaster.js';
import type { UserId } from './users.js';

const LOOK_EVERY_MS = 500;
const RESTARTS_PER_MINUTE = 5;

export interface Keeper {
  /** Stops looking; gives the last known server when a restart under way is through. */
  dismiss(): Promise<Postmaster>;
}

/**
 * Looks whether the server still lives and brings it back on the same port, so that connection pools recover by
 * themselves. Every user of the server has a keeper; the lock decides who restarts, the others find it running.
 * Does not keep the process alive.
 */
export function keepAlive(
  launch: Launch,
  id: UserId,
  first: Postmaster,
  { onProgress, onLost }: { onProgress: (text: string) => void; onLost?: (() => void) | undefined },
): Keeper {
  let server = first;
  let dismissed = false;
  let restarting: Promise<void> | undefined;
  let recent: number[] = [];

  const restart = async (): Promise<void> => {
    try {
      recent = [...recent.filter((moment) => moment > performance.now() - 60_000), performance.now()];
      if (recent.length > RESTARTS_PER_MINUTE)
        throw new EmbeddedPostgresError('PostgreSQL valt telkens weer weg.');
      const again: Launch = { ...launch, port: first.port, ref: false };
      const find = async (): Promise<Postmaster> =>
        (await findReady(launch.home.cluster, false)) ?? (await launchServer(again));
      server = await withLock(launch.control, id, find, { ref: false });
      if (server.port !== first.port)
        throw new EmbeddedPostgresError('PostgreSQL draait nu op een andere poort.');
      onProgress('PostgreSQL was weggevallen en draait weer.');
    } catch (error) {
      clearInterval(looking);
      if (dismissed) return;
      onProgress(error instanceof Error ? error.message : String(error));
      onLost?.();
    }
  };
  const looking = setInterval(() => {
    if (restarting || seemsAlive(server)) return;
    restarting = restart().finally(() => (restarting = undefined));
  }, LOOK_EVERY_MS);
  looking.unref();

  return {
    dismiss: async () => {
      dismissed = true;
      clearInterval(looking);
      await restarting;
      return server;
    },
  };
}
