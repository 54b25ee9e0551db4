import type { SourceFile } from './imports.js';

type Versions = Readonly<Record<string, string>>;

interface Dependencies {
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

export type Manifest = Dependencies & { readonly name?: string; readonly version?: string };

export interface LockFile {
  readonly packages: Readonly<
    Record<string, Manifest & { readonly resolved?: string; readonly version?: string }>
  >;
}

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** A lock file with addresses ties everybody to the registry of whoever made it. */
export function addresses(lock: LockFile): string[] {
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    entry.resolved === undefined ? [] : [path],
  );
}

/** What `npm ci` would refuse: the lock file was made from another package.json. */
export function outOfStep(lock: LockFile, manifest: Manifest): string[] {
  const locked = lock.packages[''] ?? {};
  return KINDS.flatMap((kind) => {
    const [ours, theirs] = [manifest[kind] ?? {}, locked[kind] ?? {}];
    const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
    return [...names].filter((name) => ours[name] !== theirs[name]).map((name) => `${kind}: ${name}`);
  });
}

/**
 * Platform packages that are named but not in the lock file, because the registry did not have them on the day it
 * was made. `npm install` says nothing about it, `npm ci` stops.
 */
export function missingPlatformPackages(lock: LockFile): string[] {
  const present = new Set(
    Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)),
  );
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !present.has(name))
      .map((name) => `${path}: ${name}`),
  );
}

/** Direct dependencies without one exact version: two clones would not be the same. */
export function floating(manifest: Manifest): string[] {
  return (['dependencies', 'optionalDependencies'] as const).flatMap((kind) =>
    Object.entries(manifest[kind] ?? {})
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name]) => name),
  );
}

/** Loaded only when it is asked for, by a command that refuses production. */
const DEVELOPMENT_ONLY = ['src/modules/toegang/aanmelddienst/aanmelddienst.ts: oidc-provider'];

/** Packages that the program loads but that an install without development tools leaves out. */
export function notInstalledInProduction(tree: readonly SourceFile[], manifest: Manifest): string[] {
  const installed = { ...manifest.dependencies, ...manifest.optionalDependencies };
  return tree
    .filter(({ file }) => !file.endsWith('.spec.ts'))
    .flatMap(({ file, imports }) =>
      imports
        .filter(({ target, typeOnly }) => !typeOnly && !/^(src\/|migrations\/|node:|\()/.test(target))
        .map(({ target }) => /^(@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target)
        .filter((name) => !(name in installed))
        .map((name) => `${file}: ${name}`)
        .filter((use) => !DEVELOPMENT_ONLY.includes(use)),
    );
}
