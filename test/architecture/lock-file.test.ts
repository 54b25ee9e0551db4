import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readImports, readSourceTree } from './imports.js';
import {
  addresses,
  floating,
  missingPlatformPackages,
  notInstalledInProduction,
  outOfStep,
  type LockFile,
  type Manifest,
} from './lock-file.js';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile;

describe('the lock file', () => {
  it('names no registry', () => {
    expect(addresses(lock)).toEqual([]);
    expect(
      addresses({ packages: { 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } } }),
    ).toHaveLength(1);
  });

  it('is in step with package.json', () => {
    expect(outOfStep(lock, manifest)).toEqual([]);
    expect(
      outOfStep(lock, { ...manifest, dependencies: { ...manifest.dependencies, extra: '1.0.0' } }),
    ).toEqual(['dependencies: extra']);
    expect(outOfStep(lock, { ...manifest, devDependencies: {} })).toContain('devDependencies: jest');
  });

  it('holds every platform package, so that npm ci passes everywhere', () => {
    expect(missingPlatformPackages(lock)).toEqual([]);
    expect(
      missingPlatformPackages({
        packages: {
          'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0', 'a-mac': '1.0.0' } },
          'node_modules/a-mac': {},
        },
      }),
    ).toEqual(['node_modules/a: a-linux']);
  });

  it('rests on exact versions of what runs in production', () => {
    expect(floating(manifest)).toEqual([]);
    expect(floating({ dependencies: { a: '^1.0.0', b: '1.0.0-beta.2' } })).toEqual(['a']);
  });

  it('has what the program loads among what production installs', () => {
    const text = `import { parse } from 'csv-parse/sync'; import { z } from 'zod'; import type { X } from 'jest';`;
    const planted = [{ file: 'src/intake.ts', imports: readImports('src/intake.ts', text) }];
    expect(notInstalledInProduction(planted, { dependencies: { zod: '4.0.0' } })).toEqual([
      'src/intake.ts: csv-parse',
    ]);
    expect(notInstalledInProduction(readSourceTree(), manifest)).toEqual([]);
  });
});
