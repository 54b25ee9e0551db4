import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { main as exportMain } from '../../../src/cli/export.js';
import { main as importMain } from '../../../src/cli/import.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

const AANBIEDER = {
  agbCode: '99000001',
  naam: 'Huize Zoë',
  sectoren: ['VV'],
  leveringsvormen: ['4'],
  zorgkantoor: '5517',
  locaties: [],
};

const environment = { ...process.env };
let database: TestDatabase;
let folder: string;
let printed: string;
let told: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'wlz-regie-cli-'));
  process.env.DATABASE_URL = database.url;
  process.env.DATABASE_BEHEER_URL = database.superuserUrl;
  process.env.WLZ_VANDAAG = '2026-11-01';
  process.env.LOG_LEVEL = 'silent';
});

beforeEach(() => {
  [printed, told] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => (printed += String(text)).length > 0);
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => (told += String(text)).length > 0);
});

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(async () => {
  process.env = environment;
  await rm(folder, { recursive: true });
  await database.drop();
});

async function importing(bytes: Buffer): Promise<number> {
  const file = join(folder, 'zorgaanbieders.json');
  await writeFile(file, bytes);
  return importMain(['zorgaanbieders', file]);
}

describe('npm run import', () => {
  const text = JSON.stringify([AANBIEDER]);

  it('does not read another encoding loosely: a name would be maimed', async () => {
    expect(await importing(Buffer.from(text, 'latin1'))).toBe(1);
    expect(told).toContain('geen tekst in UTF-8');
    expect(printed).toBe('');
  });

  it('takes a byte order mark for what it is', async () => {
    expect(await importing(Buffer.from(`\uFEFF${text}`))).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ gelezen: 1, nieuw: 1 });
    expect(await importing(Buffer.from(text))).toBe(0);
    expect(printed).toContain('"ongewijzigd":1');
  });

  it('says in Dutch that an option is not known', async () => {
    expect(await importMain(['zorgaanbieders', 'x', '--nope'])).toBe(1);
    expect(told).toBe('Onbekende optie, of een optie zonder waarde.\n');
  });
});

describe('npm run export', () => {
  const exporting = (...argv: string[]): Promise<number> =>
    exportMain(['wachtlijst', '--out', join(folder, 'lijst.csv'), ...argv]);

  it.each([
    ['a zorgkantoor that is none', ['--regio', '5571'], 'Dit zorgkantoor is niet bekend'],
    ['a zorgkantoor that is no more', ['--regio', '5522'], 'Dit zorgkantoor is niet bekend'],
    [
      'a provider nobody knows',
      ['--regio', '5517', '--instelling', '99009999'],
      'Deze zorgaanbieder is niet',
    ],
  ])('writes no list for %s', async (_what, argv, sentence) => {
    expect(await exporting(...argv)).toBe(1);
    expect(told).toContain(sentence);
    expect(await readdir(folder)).not.toContain('lijst.csv');
  });

  it('writes an empty list when nobody waits', async () => {
    expect(await exporting('--regio', '5517', '--instelling', AANBIEDER.agbCode)).toBe(0);
    expect(await readFile(join(folder, 'lijst.csv'), 'utf8')).toMatch(/^positie;[\w;]+\r\n$/);
  });
});
