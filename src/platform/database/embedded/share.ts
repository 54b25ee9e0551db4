import { findBinaries, prepareBinaries } from './binaries.js';
import { assertVersion, clusterExists, createCluster, readOrMakeSecret } from './cluster.js';
import { openControlFolder } from './control-folder.js';
import { DATABASE, ensureDatabase, urlOf } from './database.js';
import { EmbeddedPostgresError } from './errors.js';
import { findHome, SYSTEM_FOLDER } from './home.js';
import { launchServer, type Launch } from './launch.js';
import { withLock } from './lock.js';
import { until } from './polling.js';
import { findPostmaster, lives, stopPostmaster, type Postmaster } from './postmaster.js';
import { hasOtherUsers, newUserId, register, unregister } from './users.js';
import { startWatchdog } from './watchdog.js';

/** A share in the server of one folder. The server lives while somebody has a share. */
export interface EmbeddedPostgres {
  /** For the superuser `postgres`, in the database `wlz`. */
  readonly url: string;
  readonly port: number;
  readonly superuserPassword: string;
  urlFor(user: string, password: string, database?: string): string;
  /** Gives up our share; the server stops when nobody uses it any more. Idempotent. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Holds everything, such as `<project>/.data`. Made when absent. */
  readonly folder: string;
  /** Extra server settings, such as `fsync: 'off'` for tests. Who attaches to a running server gets that one's. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Dutch sentences about steps that take time. */
  readonly onProgress?: (text: string) => void;
  /** The server died and cannot be brought back on its port. */
  readonly onLost?: () => void;
  /** Where root keeps a cluster that the server's account could not reach in `folder`. */
  readonly systemFolder?: string;
}

const LOOK_EVERY_MS = 500;

/** Starts the server of this folder, or joins the processes that use it. Throws EmbeddedPostgresError. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const onProgress = options.onProgress ?? ((): void => undefined);
  const control = openControlFolder(options.folder);
  const id = newUserId();
  register(control, id);
  const watchdog = startWatchdog(control, id);

  const letGo = async (cluster: string | undefined): Promise<void> => {
    await withLock(control, id, async () => {
      const server = cluster === undefined ? undefined : findPostmaster(cluster);
      if (server && !hasOtherUsers(control, id)) await stopPostmaster(server);
      unregister(control, id);
    });
    watchdog.letGo();
  };

  let cluster: string | undefined;
  try {
    const found = findBinaries();
    if (!found) throw notAvailable();
    const systemFolder = options.systemFolder ?? SYSTEM_FOLDER;
    return await withLock(
      control,
      id,
      async () => {
        const home = findHome(control, systemFolder, onProgress);
        cluster = home.cluster;
        const exists = clusterExists(home);
        if (exists) assertVersion(home, found);
        const binaries = await prepareBinaries(
          found,
          home.user,
          home.user.ids ? systemFolder : control.path,
          onProgress,
        );
        const secret = readOrMakeSecret(control);
        const settings = options.settings ?? {};
        if (!exists) {
          onProgress('Nieuwe database aanmaken …');
          await createCluster(home, binaries, secret, settings['fsync'] !== 'off');
        }
        const launch: Launch = { control, home, binaries, settings };
        const server = (await findReady(home.cluster)) ?? (await launchServer(launch));
        await ensureDatabase(server.port, secret);
        return share(launch, server, secret);
      },
      { onProgress },
    );
  } catch (error) {
    await letGo(cluster);
    throw error;
  }

  function share(launch: Launch, first: Postmaster, secret: string): EmbeddedPostgres {
    const { port } = first;
    let server = first;
    let stopping: Promise<void> | undefined;
    let restarting: Promise<void> | undefined;

    const restart = async (): Promise<void> => {
      try {
        server = await withLock(
          control,
          id,
          async () =>
            (await findReady(launch.home.cluster)) ?? (await launchServer({ ...launch, port, ref: false })),
          { ref: false },
        );
        if (server.port !== port) throw new EmbeddedPostgresError('De server draait nu op een andere poort.');
        onProgress('PostgreSQL was weggevallen en draait weer.');
      } catch {
        clearInterval(looking);
        if (!stopping) options.onLost?.();
      }
    };
    const looking = setInterval(() => {
      if (lives(server) || restarting || stopping) return;
      restarting = restart().finally(() => (restarting = undefined));
    }, LOOK_EVERY_MS);
    looking.unref();

    return {
      port,
      superuserPassword: secret,
      url: urlOf(port, 'postgres', secret, DATABASE),
      urlFor: (user, password, database = DATABASE) => urlOf(port, user, password, database),
      stop: () =>
        (stopping ??= (async () => {
          clearInterval(looking);
          await restarting;
          await letGo(launch.home.cluster);
        })()),
    };
  }
}

/** The server when it runs. One that is starting is waited for, one that is stopping too, and then is none. */
async function findReady(cluster: string): Promise<Postmaster | undefined> {
  const answer = await until(
    () => {
      const server = findPostmaster(cluster);
      return server === undefined ? 'none' : server.state === 'ready' ? server : undefined;
    },
    { atMost: 60_000 },
  );
  if (answer === undefined)
    throw new EmbeddedPostgresError(`PostgreSQL in ${cluster} start of stopt al een minuut.`);
  return answer === 'none' ? undefined : answer;
}

export function isEmbeddedPostgresAvailable(): boolean {
  return findBinaries() !== undefined;
}

function notAvailable(): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'Voor dit systeem is er geen ingebouwde PostgreSQL (wel voor Linux met glibc en voor macOS). ' +
      'Zet DATABASE_URL op een eigen PostgreSQL (15 tot en met 18).',
  );
}
