import { findBinaries, prepareBinaries, type Binaries } from './binaries.js';
import { assertVersion, clusterExists, createCluster, readOrMakeSecret } from './cluster.js';
import { isMissing, openControlFolder, type ControlFolder } from './control-folder.js';
import { DATABASE, ensureDatabase, urlOf } from './database.js';
import { EmbeddedPostgresError } from './errors.js';
import { findHome, SYSTEM_FOLDER } from './home.js';
import { keepAlive } from './keeper.js';
import { findReady, launchServer, type Launch } from './launch.js';
import { withLock } from './lock.js';
import { findPostmaster, lives, stopPostmaster, type Postmaster } from './postmaster.js';
import { hasOtherUsers, newUserId, register, unregister, type UserId } from './users.js';
import { startWatchdog, type Watchdog } from './watchdog.js';

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
  /** Extra server settings, such as `fsync: 'off'` for tests. Who joins a running server gets that one's. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Dutch sentences about steps that take time. */
  readonly onProgress?: (text: string) => void;
  /** The server died and cannot be brought back on its port. */
  readonly onLost?: () => void;
  /** Where root keeps a cluster that the server's account cannot reach in `folder`. */
  readonly systemFolder?: string;
}

interface Opened {
  readonly launch: Launch;
  readonly server: Postmaster;
  readonly secret: string;
}

export function isEmbeddedPostgresAvailable(): boolean {
  return findBinaries() !== undefined;
}

/** Starts the server of this folder, or joins the processes that use it. Throws EmbeddedPostgresError. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = findBinaries();
  if (!binaries) {
    throw new EmbeddedPostgresError(
      'Voor dit systeem is er geen ingebouwde PostgreSQL (wel voor Linux met glibc en voor macOS). ' +
        'Zet DATABASE_URL op een eigen PostgreSQL (15 tot en met 18).',
    );
  }
  const control = openControlFolder(options.folder);
  const share = new Share(control, options.onProgress ?? ((): void => undefined));
  try {
    const { launch, server, secret } = await share.open(binaries, options);
    const keeper = keepAlive(launch, share.id, server, {
      onProgress: share.onProgress,
      onLost: options.onLost,
    });
    const { port } = server;
    let stopping: Promise<void> | undefined;
    return {
      port,
      superuserPassword: secret,
      url: urlOf(port, 'postgres', secret, DATABASE),
      urlFor: (user, password, database = DATABASE) => urlOf(port, user, password, database),
      stop: () => (stopping ??= keeper.dismiss().then((last) => share.giveUp(last))),
    };
  } catch (error) {
    await share.giveUp().catch(() => undefined); // the first error says what is wrong
    throw error;
  }
}

/** Our registration among the users of the server, from before we look for it until after we left it. */
class Share {
  readonly id: UserId = newUserId();
  private cluster: string | undefined;
  private watchdog: Watchdog | undefined;

  constructor(
    private readonly control: ControlFolder,
    readonly onProgress: (text: string) => void,
  ) {
    register(control, this.id); // before the lock: who is about to stop the server sees us coming
  }

  open(found: Binaries, options: EmbeddedPostgresOptions): Promise<Opened> {
    const { control, id, onProgress } = this;
    const { settings = {}, systemFolder = SYSTEM_FOLDER } = options;
    const work = async (): Promise<Opened> => {
      const home = findHome(control, systemFolder, onProgress);
      const exists = clusterExists(home);
      if (exists) assertVersion(home, found);
      this.cluster = home.cluster;
      this.watchdog = startWatchdog(control, id, home.cluster);
      const copiesIn = home.user.ids ? systemFolder : control.path;
      const binaries = await prepareBinaries(found, home.user, copiesIn, onProgress);
      const launch: Launch = { control, home, binaries, settings };
      const running = exists ? await findReady(home.cluster) : undefined;
      const secret = await readOrMakeSecret(control, home, binaries);
      if (!exists) {
        onProgress('De database wordt aangemaakt …');
        await createCluster(home, binaries, secret, settings['fsync'] !== 'off');
      }
      const server = running ?? (await launchServer(launch));
      await ensureDatabase(server.port, secret);
      return { launch, server, secret };
    };
    return withLock(control, id, work, { onProgress });
  }

  /**
   * Stops the server when we are the last. The registration goes last, so that the watchdog can finish this.
   * `last` is the server that we know of, for when the folder was thrown away under us.
   */
  async giveUp(last?: Postmaster): Promise<void> {
    const { control, id, cluster } = this;
    if (cluster === undefined) {
      unregister(control, id); // we did not get as far as a server
      return;
    }
    try {
      await withLock(control, id, async () => {
        const server = findPostmaster(cluster);
        if (server && !hasOtherUsers(control, id)) await stopPostmaster(server);
        unregister(control, id);
      });
    } catch (error) {
      if (!isMissing(error)) throw error;
      if (last && lives(last)) await stopPostmaster(last);
    }
    this.watchdog?.sendAway();
  }
}
