import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { majorOf, programOf, type Binaries } from './binaries.js';
import { readIfPresent, writePrivate, type ControlFolder } from './control-folder.js';
import { EmbeddedPostgresError } from './errors.js';
import type { Home } from './home.js';
import { giveTo, spawnAs } from './os-user.js';

const run = promisify(execFile);

/** A cluster of another major version cannot be opened and must not be touched. */
export function assertVersion(home: Home, binaries: Binaries): void {
  let found: string | undefined;
  try {
    found = readIfPresent(join(home.cluster, 'PG_VERSION'));
  } catch (error) {
    throw new EmbeddedPostgresError(
      `De database in ${home.cluster} is van een andere gebruiker van deze computer. Start Wlz-regie als die ` +
        'gebruiker (of als root), of kies met WLZ_DATA een andere map.',
      { cause: error },
    );
  }
  const wanted = majorOf(binaries);
  if (found === wanted) return;
  throw new EmbeddedPostgresError(
    `De database in ${home.cluster} is van PostgreSQL ${found ?? '(onbekend)'}; deze uitgave van Wlz-regie gebruikt ` +
      `PostgreSQL ${wanted}. Er is niets gewijzigd. Zet de gegevens met de vorige uitgave over naar een eigen ` +
      'PostgreSQL en zet DATABASE_URL, of kies met WLZ_DATA een andere map voor een leeg register.',
  );
}

/** The superuser's password, from the file beside the cluster; a new one when that is lost. Call while no server runs. */
export async function readOrMakeSecret(
  control: ControlFolder,
  home: Home,
  binaries: Binaries,
): Promise<string> {
  const known = readIfPresent(control.secret) ?? '';
  if (known !== '') return known;
  const secret = randomBytes(24).toString('base64url');
  // The file comes last: broken off before it, this is done again.
  if (clusterExists(home)) await runAlone(home, binaries, `alter user postgres password '${secret}'`);
  writePrivate(control.secret, `${secret}\n`);
  return secret;
}

/** One statement without a server and so without a password. It is passed on the input, where nobody sees it. */
async function runAlone(home: Home, binaries: Binaries, statement: string): Promise<void> {
  const args = ['--single', '-D', home.cluster, '-c', 'log_min_messages=warning', 'postgres'];
  const running = run(programOf(binaries, 'postgres'), args, spawnAs(home.user));
  running.child.stdin?.end(`${statement}\n`);
  await running;
}

/** Makes the cluster beside its place and puts it there in one step, so that no half cluster can be found. */
export async function createCluster(
  home: Home,
  binaries: Binaries,
  secret: string,
  durable: boolean,
): Promise<void> {
  removeHalfClusters(home);
  const half = join(home.folder, `new-cluster-${process.pid}`);
  const passwordFile = `${half}.password`;
  try {
    mkdirSync(half, { mode: 0o700 });
    giveTo(home.user, half);
    writePrivate(passwordFile, secret);
    giveTo(home.user, passwordFile);
    await run(
      programOf(binaries, 'initdb'),
      [
        ...['-D', half, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
        // The same order and case rules on every machine; a Dutch order is asked for where people see it.
        ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        ...(durable ? [] : ['--no-sync']),
      ],
      spawnAs(home.user),
    );
    renameSync(half, home.cluster);
  } catch (error) {
    throw new EmbeddedPostgresError(
      `PostgreSQL kon in ${home.folder} geen database aanmaken: ${textOf(error)}`,
      {
        cause: error,
      },
    );
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

/** Left behind by a first start that was killed. We hold the lock, so nobody is making one now. */
function removeHalfClusters(home: Home): void {
  for (const name of readdirSync(home.folder)) {
    if (name.startsWith('new-cluster-')) {
      // Its initdb may still be writing when only node was killed.
      rmSync(join(home.folder, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 10 });
    }
  }
}

export function clusterExists(home: Home): boolean {
  return existsSync(home.cluster);
}

function textOf(error: unknown): string {
  if (
    error instanceof Error &&
    'stderr' in error &&
    typeof error.stderr === 'string' &&
    error.stderr !== ''
  ) {
    return error.stderr.trim();
  }
  return error instanceof Error ? error.message : String(error);
}
