import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** The sources of an earlier version, in a folder of their own, with the packages of this one. */
export interface Uitgave {
  readonly commit: string;
  /** What starts it; builds it first. */
  readonly launcher: string;
  remove(): Promise<void>;
}

/**
 * The version that runs beside this one while instances are replaced: the last release that is tagged, and before there is
 * one the last commit that did not know the youngest migration.
 */
export async function vorigeUitgave(): Promise<Uitgave> {
  const commit = (await released()) ?? (await beforeYoungestMigration());
  const folder = await mkdtemp(join(tmpdir(), 'wlz-regie-vorige-'));
  const archive = spawn('git', ['archive', commit], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const unpack = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'inherit', 'inherit'] });
  const unpacked = once(unpack, 'exit');
  await pipeline(archive.stdout, unpack.stdin);
  const [code] = (await unpacked) as [number | null];
  if (code !== 0) throw new Error(`the sources of ${commit} could not be unpacked`);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return {
    commit,
    launcher: join(folder, 'bin', 'run.mjs'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function git(...args: string[]): Promise<string> {
  const { stdout } = await run('git', args, { cwd: root });
  return stdout.trim();
}

async function released(): Promise<string | null> {
  // A release that is checked out runs beside the one before it.
  const [tag] = (await git('tag', '--merged', 'HEAD~1', '--sort=-v:refname', 'v*')).split('\n');
  return tag === undefined || tag === '' ? null : git('rev-parse', `${tag}^{commit}`);
}

async function beforeYoungestMigration(): Promise<string> {
  const [added] = (await git('log', '--diff-filter=A', '--format=%H', '--', 'migrations/17*.ts')).split('\n');
  if (added === undefined || added === '')
    throw new Error('There is no history here to take an earlier version from: clone the repository whole.');
  return git('rev-parse', `${added}~1`);
}
