import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './demo-data.js';

describe('demo-data', () => {
  let folder: string;
  let stdout: string[];
  let stderr: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-data-'));
    stdout = [];
    stderr = [];
    jest.spyOn(console, 'log').mockImplementation((line: unknown) => void stdout.push(String(line)));
    jest.spyOn(console, 'error').mockImplementation((line: unknown) => void stderr.push(String(line)));
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });

  it('writes the five files and ends with one line of JSON', async () => {
    const out = join(folder, 'demo');
    expect(await main(['--seed', '42', '--asof', '2026-11-01', '--clients', '30', '--out', out])).toBe(0);
    expect(stdout).toHaveLength(1);
    expect(JSON.parse(stdout[0] ?? '')).toMatchObject({
      map: out,
      clienten: 30,
      indicaties: 30,
      zorgaanbieders: 12,
    });
    expect(stderr).toEqual([]);
    expect(await readdir(out)).toHaveLength(5);
  });

  it('makes 200 clients from seed 42 unless told otherwise', async () => {
    expect(await main(['--asof', '2026-11-01', '--out', folder])).toBe(0);
    expect(JSON.parse(stdout[0] ?? '')).toMatchObject({ clienten: 200 });
  });

  it.each([
    ['no reference day', ['--out', 'x'], 'peildatum ontbreekt'],
    ['no folder', ['--asof', '2026-11-01'], 'map voor de bestanden ontbreekt'],
    ['an empty folder', ['--asof', '2026-11-01', '--out', ''], 'map voor de bestanden ontbreekt'],
    ['an unknown option', ['--asof', '2026-11-01', '--out', 'x', '--kleur', 'rood'], 'Onbekende optie'],
    ['an option without a value', ['--asof'], 'Onbekende optie'],
    ['a loose word', ['--asof', '2026-11-01', '--out', 'x', 'los'], 'Onbekende optie'],
    ['a seed that is no number', ['--seed', 'x', '--asof', '2026-11-01', '--out', 'x'], 'De seed moet'],
    ['a seed in another notation', ['--seed', '1e3', '--asof', '2026-11-01', '--out', 'x'], 'De seed moet'],
    ['a day that does not exist', ['--asof', '2026-02-30', '--out', 'x'], 'De peildatum moet'],
    ['no clients', ['--asof', '2026-11-01', '--out', 'x', '--clients', '0'], 'Het aantal cliënten moet'],
  ])('refuses %s in Dutch and does nothing', async (_, argv, message) => {
    const placed = argv.map((word) => (word === 'x' && argv.includes('--out') ? join(folder, 'x') : word));
    expect(await main(placed)).toBe(1);
    expect(stderr.join('\n')).toContain(message);
    expect(stdout).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses a folder that is a file, or lies under one', async () => {
    const file = join(folder, 'bestand');
    await writeFile(file, 'blijft');
    const argv = ['--asof', '2026-11-01', '--clients', '5', '--out'];
    expect(await main([...argv, file])).toBe(1);
    expect(await main([...argv, join(file, 'map')])).toBe(1);
    expect(stderr[0]).toContain('staat al een bestand');
    expect(stderr[1]).toContain('is een bestand, geen map');
    expect(await readdir(folder)).toEqual(['bestand']);
  });
});
