import { execFileSync, spawnSync, type SpawnOptions } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { EmbeddedPostgresError } from './errors.js';
import { plainEnvironment } from './processes.js';

/** The account PostgreSQL runs under. It refuses to run as root, so root lends it to another account. */
export interface OsUser {
  readonly name: string;
  /** Null: ourselves. */
  readonly ids: { readonly uid: number; readonly gid: number } | null;
}

const ourselves: OsUser = { name: 'deze gebruiker', ids: null };

/** As root: the owner of an existing cluster, else `postgres`, else `nobody`. No account is ever made. */
export function chooseOsUser(existingCluster: string | undefined): OsUser {
  if (process.getuid?.() !== 0) return ourselves;
  if (existingCluster !== undefined) {
    const { uid, gid } = statSync(existingCluster);
    if (uid !== 0) return { name: `uid ${uid}`, ids: { uid, gid } };
  }
  for (const name of ['postgres', 'nobody', 'daemon']) {
    const uid = idOf(name, '-u');
    const gid = idOf(name, '-g');
    if (uid !== undefined && gid !== undefined) return { name, ids: { uid, gid } };
  }
  throw new EmbeddedPostgresError(
    'PostgreSQL mag niet als root draaien en er is geen account postgres of nobody. ' +
      'Start Wlz-regie als gewone gebruiker, of zet DATABASE_URL.',
  );
}

/** How to start a program under this account, away from any folder it may not read. */
export function spawnAs(user: OsUser): Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> {
  return { cwd: '/', env: plainEnvironment, ...user.ids };
}

export function giveTo(user: OsUser, path: string): void {
  if (user.ids) chownSync(path, user.ids.uid, user.ids.gid);
}

/** Tries it for real: permission bits alone do not tell (groups, access lists, mounts). */
export function canReach(user: OsUser, folder: string): boolean {
  return user.ids === null || canRun(user, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder]);
}

export function canRun(user: OsUser, program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { ...spawnAs(user), stdio: 'ignore' }).status === 0;
}

function idOf(name: string, flag: '-u' | '-g'): number | undefined {
  try {
    const stdio: ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'ignore'];
    const id = Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio }));
    return id > 0 && id < 2 ** 31 ? id : undefined; // macOS gives nobody a number that node cannot pass on
  } catch {
    return undefined;
  }
}
