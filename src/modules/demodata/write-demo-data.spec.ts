import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateDemoData } from './domain/generate-demo-data.js';
import { writeDemoData } from './write-demo-data.js';

const OPTIONS = { seed: 42, asof: '2026-11-01', clients: 120 };
const FILES = [
  'bemiddelingen.json',
  'contactmomenten.csv',
  'indicaties.json',
  'leveringen.json',
  'zorgaanbieders.json',
];

describe('writeDemoData', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo data '));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const readJson = async (name: string): Promise<unknown> => JSON.parse(await read(name));

  it('writes the same bytes twice, in a folder that it makes', async () => {
    await writeDemoData(OPTIONS, join(folder, 'nieuw', 'een'));
    await writeDemoData(OPTIONS, join(folder, 'nieuw', 'twee'));
    for (const name of FILES) {
      const first = await readFile(join(folder, 'nieuw', 'een', name));
      expect(first.equals(await readFile(join(folder, 'nieuw', 'twee', name)))).toBe(true);
    }
    expect(await readdir(join(folder, 'nieuw', 'een'))).toEqual(FILES);
  });

  it('writes what the start gets without files, and counts it', async () => {
    const data = generateDemoData(OPTIONS);
    const counts = await writeDemoData(OPTIONS, folder);
    expect(await readJson('zorgaanbieders.json')).toEqual(data.zorgaanbieders);
    expect(await readJson('indicaties.json')).toEqual(data.indicaties);
    expect(await readJson('bemiddelingen.json')).toEqual(data.bemiddelingen);
    expect(await readJson('leveringen.json')).toEqual(data.leveringen);
    expect(counts).toEqual({
      zorgaanbieders: data.zorgaanbieders.length,
      indicaties: 120,
      bemiddelingen: data.bemiddelingen.data.bemiddeling.length,
      leveringen: data.leveringen.data.levering.length,
      contactmomenten: data.contactmomenten.length,
    });
  });

  it('writes contacts as lines under a header, ended as the registers do', async () => {
    const { contactmomenten } = generateDemoData(OPTIONS);
    await writeDemoData(OPTIONS, folder);
    const [header, ...lines] = (await read('contactmomenten.csv')).split('\r\n');
    expect(header).toBe('bemiddelingID;datum;instelling;regierol;met;vorm;gesproken');
    expect(lines.pop()).toBe('');
    expect(lines).toEqual(contactmomenten.map((one) => Object.values(one).join(';')));
  });

  it('indents by one space a level, as one piece of JSON would be', async () => {
    await writeDemoData(OPTIONS, folder);
    for (const name of ['zorgaanbieders.json', 'leveringen.json']) {
      expect(await read(name)).toBe(JSON.stringify(await readJson(name), null, 1));
    }
  });

  it('writes nothing when an option is out of bounds', async () => {
    await expect(writeDemoData({ ...OPTIONS, clients: 0 }, join(folder, 'niet'))).rejects.toThrow('aantal');
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves nothing half done behind when a file cannot be written', async () => {
    await mkdir(join(folder, 'indicaties.json'));
    await expect(writeDemoData(OPTIONS, folder)).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => name.endsWith('.deel'))).toEqual([]);
  });
});
