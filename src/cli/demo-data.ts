import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BSNS_IN_TEST_RANGE, writeDemoData, type DemoDataOptions } from '../modules/demodata/index.js';
import { DomainError, OngeldigeInvoer } from '../platform/errors/index.js';

const USAGE =
  'Gebruik: npm run demo-data -- --seed 42 --asof JJJJ-MM-DD --clients 200 --out MAP\n' +
  '  --seed     geheel getal; dezelfde seed geeft dezelfde bestanden (standaard 42)\n' +
  '  --asof     peildatum waarop de gegevens betrekking hebben (verplicht)\n' +
  '  --clients  aantal cliënten (standaard 200)\n' +
  '  --out      map voor de vijf bestanden; wordt zo nodig gemaakt (verplicht)';

interface Opdracht {
  readonly options: DemoDataOptions;
  readonly folder: string;
}

/** Only digits: `Number` would also take an empty text, 1e3 and 0x10. */
function wholeNumber(text: string): number {
  return /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
}

function readArguments(argv: readonly string[]): Opdracht {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        seed: { type: 'string', default: '42' },
        asof: { type: 'string' },
        clients: { type: 'string', default: '200' },
        out: { type: 'string' },
      },
    }));
  } catch {
    throw new OngeldigeInvoer(`Onbekende optie, of een optie zonder waarde.\n${USAGE}`);
  }
  const { seed, asof, clients, out } = values;
  if (asof === undefined) throw new OngeldigeInvoer(`De peildatum ontbreekt: geef --asof.\n${USAGE}`);
  if (out === undefined || out === '') {
    throw new OngeldigeInvoer(`De map voor de bestanden ontbreekt: geef --out.\n${USAGE}`);
  }
  return { options: { seed: wholeNumber(seed), asof, clients: wholeNumber(clients) }, folder: resolve(out) };
}

async function assertNoFile(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found !== null && !found.isDirectory()) {
    throw new OngeldigeInvoer('Op de plaats van --out staat al een bestand; geef een map.', { pad: ['out'] });
  }
}

/** Dutch for what can go wrong with a folder; anything else is a defect and goes on as it is. */
const FILE_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'Er mag niet in de map van --out geschreven worden.',
  EPERM: 'Er mag niet in de map van --out geschreven worden.',
  EROFS: 'Er mag niet in de map van --out geschreven worden.',
  ENOTDIR: 'Een deel van het pad van --out is een bestand, geen map.',
  EEXIST: 'Op de plaats van --out staat al een bestand; geef een map.',
  EISDIR: 'In de map van --out staat een map met de naam van een van de bestanden.',
  ENOSPC: 'De schijf is vol.',
};

function explain(error: unknown): string | null {
  if (error instanceof DomainError) return error.melding;
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    return FILE_ERRORS[error.code] ?? null;
  }
  return null;
}

/**
 * `demo-data`: writes a synthetic set in the shapes of the national registers. The last line on stdout is
 * `{"map", "clienten", …}` with the number of records per file.
 * @returns the exit code: 0 written, 1 not
 */
export async function main(argv: string[]): Promise<number> {
  try {
    const { options, folder } = readArguments(argv);
    await assertNoFile(folder);
    if (options.clients > BSNS_IN_TEST_RANGE) {
      console.error(
        `Let op: er zijn ${BSNS_IN_TEST_RANGE} BSN's 9999xxxxx; de overige cliënten krijgen 9998xxxxx en lager.`,
      );
    }
    const { indicaties, ...others } = await writeDemoData(options, folder, (clients) => {
      console.error(`${clients} van ${options.clients} cliënten geschreven`);
    });
    console.log(JSON.stringify({ map: folder, clienten: indicaties, indicaties, ...others }));
    return 0;
  } catch (error) {
    const message = explain(error);
    if (message === null) throw error;
    console.error(message);
    return 1;
  }
}
