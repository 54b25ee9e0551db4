import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DemoDataOptions } from './domain/demo-data.types.js';
import { type DemoContactmoment, type DemoDossier } from './domain/demo-registers.types.js';
import { assertDemoDataOptions, generateDossiers } from './domain/generate-demo-data.js';
import { demoZorgaanbieders } from './domain/zorgaanbiederbestand.js';
import { csvLines, jsonArray, RecordFile } from './record-file.js';

/** How many records went into each file. */
export interface DemoDataCounts {
  readonly zorgaanbieders: number;
  readonly indicaties: number;
  readonly bemiddelingen: number;
  readonly leveringen: number;
  readonly contactmomenten: number;
}

const CONTACT_COLUMNS = [
  'bemiddelingID',
  'datum',
  'instelling',
  'regierol',
  'met',
  'vorm',
  'gesproken',
] as const;

/** After how many clients the caller hears of it. */
const PROGRESS_EVERY = 5000;

function demoFiles(folder: string) {
  return {
    zorgaanbieders: new RecordFile(join(folder, 'zorgaanbieders.json'), jsonArray()),
    indicaties: new RecordFile(join(folder, 'indicaties.json'), jsonArray('wlzIndicatie')),
    bemiddelingen: new RecordFile(join(folder, 'bemiddelingen.json'), jsonArray('bemiddeling')),
    leveringen: new RecordFile(join(folder, 'leveringen.json'), jsonArray('levering')),
    contactmomenten: new RecordFile<DemoContactmoment>(
      join(folder, 'contactmomenten.csv'),
      csvLines(CONTACT_COLUMNS),
    ),
  };
}

type DemoFiles = ReturnType<typeof demoFiles>;

async function append(files: DemoFiles, dossier: DemoDossier): Promise<void> {
  await files.indicaties.append(dossier.indicatie);
  if (dossier.bemiddeling !== null) await files.bemiddelingen.append(dossier.bemiddeling);
  for (const levering of dossier.leveringen) await files.leveringen.append(levering);
  for (const contact of dossier.contactmomenten) await files.contactmomenten.append(contact);
}

/**
 * Writes the five files into `folder`, which is made when it does not exist. It goes client by client, so that the
 * memory it takes does not grow with the number of clients. Files of an earlier run are replaced only when all is done.
 * @param onProgress called now and then with the number of clients so far
 * @throws OngeldigeInvoer when an option is out of bounds, before anything is written
 */
export async function writeDemoData(
  options: DemoDataOptions,
  folder: string,
  onProgress: (clients: number) => void = () => undefined,
): Promise<DemoDataCounts> {
  assertDemoDataOptions(options);
  await mkdir(folder, { recursive: true });
  const files = demoFiles(folder);
  const all = Object.values(files);
  try {
    for (const zorgaanbieder of demoZorgaanbieders()) await files.zorgaanbieders.append(zorgaanbieder);
    for (const dossier of generateDossiers(options)) {
      await append(files, dossier);
      if (files.indicaties.records % PROGRESS_EVERY === 0) onProgress(files.indicaties.records);
    }
    for (const file of all) await file.finish();
  } catch (error) {
    for (const file of all) await file.discard();
    throw error;
  }
  return {
    zorgaanbieders: files.zorgaanbieders.records,
    indicaties: files.indicaties.records,
    bemiddelingen: files.bemiddelingen.records,
    leveringen: files.leveringen.records,
    contactmomenten: files.contactmomenten.records,
  };
}
