import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LockFile } from '../architecture/lock-file.js';

interface Component {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: readonly unknown[];
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

interface Sbom {
  readonly bomFormat: string;
  readonly metadata: { readonly timestamp: string; readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

/** A port on which nothing answers: whatever asks a registry fails. */
const NO_REGISTRY = 'http://127.0.0.1:9/';

let folder: string;
let written: string;
let sbom: Sbom;
let lock: LockFile;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wlz-regie-sbom-'));
  const file = join(folder, 'sbom.json');
  const child = spawn('npm', ['run', '-s', 'sbom', '--', '--output-file', file], {
    env: { ...process.env, NODE_OPTIONS: '', npm_config_offline: 'true', npm_config_registry: NO_REGISTRY },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [complaint] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  if (child.exitCode !== 0) throw new Error(complaint);
  written = await readFile(file, 'utf8');
  sbom = JSON.parse(written) as Sbom;
  lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as LockFile;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const placeOf = ({ properties }: Component): string =>
  properties.find(({ name }) => name === 'cdx:npm:package:path')?.value ?? '';

const inLockFile = (): string[] => Object.keys(lock.packages).filter((path) => path !== '');

describe('npm run sbom', () => {
  // Nothing is taken together: a package that is installed in two places is two components, as it is two entries in the
  // lock file. So what one platform leaves out (a database for macOS) is in it too, and everybody gets the same list.
  it('writes one component for each package in the lock file, without a network', () => {
    expect(sbom.bomFormat).toBe('CycloneDX');
    expect(sbom.components.map(placeOf).sort()).toEqual(inLockFile().sort());
    expect(sbom.components).toHaveLength(inLockFile().length);
  });

  it('says of each which version, under which licence and what needs it', () => {
    const versions = new Map(inLockFile().map((path) => [path, lock.packages[path]?.version]));
    expect(sbom.components.filter((one) => versions.get(placeOf(one)) !== one.version)).toEqual([]);
    expect(sbom.components.filter(({ purl }) => !purl.startsWith('pkg:npm/'))).toEqual([]);
    expect(sbom.components.filter(({ licenses = [] }) => licenses.length === 0)).toEqual([]);
    const needed = new Set(sbom.dependencies.flatMap(({ dependsOn = [] }) => dependsOn));
    expect(sbom.dependencies.filter(({ ref }) => !needed.has(ref))).toHaveLength(1);
    expect(sbom.metadata).toMatchObject({
      timestamp: expect.stringMatching(/^\d{4}-/),
      component: { name: 'wlz-regie' },
    });
  });

  it('holds no place on this machine and no address of a registry', () => {
    for (const trace of [process.cwd(), folder, NO_REGISTRY, 'file:', '127.0.0.1'])
      expect(written).not.toContain(trace);
    const hosts = [...written.matchAll(/https?:\/\/([^/"#]+)/g)].map(([, host = '']) => host);
    // The tool that wrote the list says where it comes from itself.
    expect(hosts.filter((host) => !['github.com', 'cyclonedx.org'].includes(host))).toEqual([]);
  });
});
