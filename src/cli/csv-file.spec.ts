import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCsv } from './csv-file.js';
import { FileNotWritten } from './whole-file.js';

describe('a CSV file', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'csv-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('has a line of names, `;` between cells, and no formulas', async () => {
    const file = join(folder, 'lijst.csv');
    const rows = [
      { naam: '=1+1', dag: '2026-11-01', aantal: 2, gehaald: true, leeg: null },
      { naam: 'a;b "c"', dag: '2026-11-02', aantal: -1, gehaald: false, leeg: null },
    ];
    await writeCsv(file, ['naam', 'dag', 'aantal', 'gehaald', 'leeg'], rows);
    expect(await readFile(file, 'utf8')).toBe(
      `naam;dag;aantal;gehaald;leeg\r\n'=1+1;2026-11-01;2;ja;\r\n"a;b ""c""";2026-11-02;-1;nee;\r\n`,
    );
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('takes the place of an earlier one, whole', async () => {
    const file = join(folder, 'lijst.csv');
    await writeCsv(file, ['a'], [{ a: 1 }, { a: 2 }]);
    await writeCsv(file, ['a'], [{ a: 3 }]);
    expect(await readFile(file, 'utf8')).toBe('a\r\n3\r\n');
    expect(await readdir(folder)).toEqual(['lijst.csv']);
  });

  it('that cannot be written leaves nothing behind', async () => {
    await writeCsv(join(folder, 'bezet'), ['a'], [{ a: 1 }]);
    await expect(writeCsv(join(folder, 'bezet', 'lijst.csv'), ['a'], [{ a: 1 }])).rejects.toThrow(
      FileNotWritten,
    );
    await expect(writeCsv(folder, ['a'], [{ a: 1 }])).rejects.toThrow(FileNotWritten);
    expect(await readdir(folder)).toEqual(['bezet']);
  });
});
