import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { listFiles } from './imports.js';
import { filesStaySmall, noLooseEnds, type TextFile } from './texts.js';

const own: TextFile[] = ['src', 'migrations', 'test', 'bin']
  .flatMap((folder) => ['.ts', '.js', '.mjs'].flatMap((ending) => listFiles(folder, ending)))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const lines = (count: number): string => 'x\n'.repeat(count);

describe('files stay small', () => {
  it.each([
    ['src/modules/client/graphql/client.resolver.ts', 150],
    ['src/modules/client/client.service.ts', 300],
    ['src/modules/client/domain/bsn.ts', 150],
    ['src/modules/client/domain/bsn.spec.ts', 300],
    ['src/modules/client/entities/client.entity.ts', 100],
    ['test/e2e/tour.test.ts', 300],
    ['test/support/database.ts', 300],
  ])('%s: %i lines', (file, limit) => {
    expect(filesStaySmall([{ file, text: lines(limit) }])).toEqual([]);
    expect(filesStaySmall([{ file, text: lines(limit + 1) }])).toHaveLength(1);
  });

  it('holds for this project', () => {
    expect(own.length).toBeGreaterThan(0);
    expect(filesStaySmall(own)).toEqual([]);
  });
});

describe('no loose ends', () => {
  it.each([
    ['// TO', 'DO later'],
    ['// FIX', 'ME'],
    ['/* eslint', '-disable no-console */'],
    ['// @ts', '-ignore'],
    ['// @ts', '-expect-error'],
    ['it.on', `ly('one', () => {});`],
    ['describe.sk', `ip('all', () => {});`],
    ['const x = y as a', 'ny;'],
  ])('sees %s%s', (start, end) => {
    expect(noLooseEnds([{ file: 'src/x.ts', text: `const a = 1;\n${start}${end}\n` }])).toHaveLength(1);
  });

  it('holds for this project', () => {
    expect(noLooseEnds(own)).toEqual([]);
  });
});
