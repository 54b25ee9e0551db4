import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './errors.js';

/** What the processes that share a database leave for each other, in `<folder>/postgres`. */
export interface ControlFolder {
  readonly path: string;
  /** Who may start or stop the server now: a symbolic link to the holder's id. */
  readonly lock: string;
  /** One empty file per user of the server, named by its id. */
  readonly users: string;
  /** Exists from just before the server is launched until it answers. */
  readonly starting: string;
  /** The port of last time. */
  readonly port: string;
  /** The superuser's password, 0600. */
  readonly secret: string;
  /** Where the cluster is when it cannot be here: one line, the path. */
  readonly pointer: string;
  readonly log: string;
}

/** Makes the folder when it is not there. The path is the real one, so that all processes see the same name. */
export function openControlFolder(folder: string): ControlFolder {
  try {
    makePassable(folder);
    const path = join(realpathSync(folder), 'postgres');
    makePassable(path);
    makePassable(join(path, 'users'));
    for (const part of [path, join(path, 'users')]) accessSync(part, constants.W_OK);
    return controlFolderAt(path);
  } catch (error) {
    throw new EmbeddedPostgresError(
      `In de map ${folder} kan niet worden geschreven (${errorCode(error) ?? 'onbekende fout'}). ` +
        'Maak haar beschrijfbaar, of kies met WLZ_DATA een andere map.',
      { cause: error },
    );
  }
}

export function controlFolderAt(path: string): ControlFolder {
  return {
    path,
    lock: join(path, 'lock'),
    users: join(path, 'users'),
    starting: join(path, 'starting'),
    port: join(path, 'port'),
    secret: join(path, 'superuser.secret'),
    pointer: join(path, 'location'),
    log: join(path, 'server.log'),
  };
}

/** A folder that every account may pass through and only ours may list; whatever the umask. */
function makePassable(folder: string): void {
  if (mkdirSync(folder, { recursive: true }) !== undefined) chmodSync(folder, 0o711);
}

/** The text of a small file, without the line end; undefined when it is not there. */
export function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trimEnd();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** A file that only we can read. */
export function writePrivate(path: string, text: string): void {
  rmSync(path, { force: true });
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
}

export function isMissing(error: unknown): boolean {
  return errorCode(error) === 'ENOENT';
}

/** The code of a system error, such as `EEXIST`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
