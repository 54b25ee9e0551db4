import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  CONTACTVERPLICHTING_KOLOMMEN,
  exportContactverplichtingen,
} from '../modules/contactbewaking/index.js';
import { Codelijsten } from '../modules/codelijst/index.js';
import { exportWachtlijst, WACHTLIJST_KOLOMMEN } from '../modules/wachtlijst/index.js';
import { findZorgaanbieders } from '../modules/zorgaanbieder/index.js';
import { withRegister } from '../open-process.js';
import { processContext, type RequestContext } from '../platform/context/index.js';
import { UnitOfWork, type Tx } from '../platform/database/index.js';
import { command, progress, UsageError } from './arguments.js';
import { writeCsv } from './csv-file.js';
import { AW317_USAGE, exportBericht } from './export-aw317.js';
import { exportGrafiek, GRAFIEK_USAGE } from './export-grafiek.js';

/** What an export is limited to. */
interface Selection {
  /** The responsible zorgkantoor (UZOVI). */
  readonly regio: string;
  /** AGB; every provider when null. */
  readonly instelling: string | null;
}

/** Reads an export in a logged frame and writes it. Returns the number of rows. */
type Export = (read: ReadFrame, selection: Selection, file: string) => Promise<number>;
type ReadFrame = <T>(work: (ctx: RequestContext, tx: Tx) => Promise<T>) => Promise<T>;

/** An export: its columns, and the query that gives its rows. */
function exportOf<Row extends object>(
  columns: readonly (keyof Row & string)[],
  rowsOf: (ctx: RequestContext, tx: Tx, selection: Selection) => Promise<readonly Row[]>,
): Export {
  return async (read, selection, file) => {
    const rows = await read((ctx, tx) => rowsOf(ctx, tx, selection));
    await writeCsv(file, columns, rows);
    return rows.length;
  };
}

const EXPORTS: Readonly<Record<string, Export>> = {
  wachtlijst: exportOf(WACHTLIJST_KOLOMMEN, exportWachtlijst),
  contactverplichtingen: exportOf(CONTACTVERPLICHTING_KOLOMMEN, exportContactverplichtingen),
};

/** Exports that are no list, with options of their own. */
const OTHERS: Readonly<Record<string, (argv: readonly string[]) => Promise<number>>> = {
  aw317: exportBericht,
  wachtlijstgrafiek: exportGrafiek,
};

const USAGE = `Gebruik: npm run export -- ${Object.keys(EXPORTS).join('|')} --regio UZOVI [--instelling AGB] --out BESTAND.csv
  of: ${AW317_USAGE}
  of: ${GRAFIEK_USAGE}`;

/** `npm run export`: 0 written, 1 not. The rows are logged as shown before the file appears. */
export function main(argv: readonly string[]): Promise<number> {
  const other = OTHERS[argv[0] ?? ''];
  if (other !== undefined) return command(() => other(argv.slice(1)));
  return command(async () => {
    const { soort, run, selection, file } = parse(argv);
    const rijen = await withRegister(progress, async ({ app, clock }) => {
      const ctx = processContext(clock, 'export', `export ${soort}`);
      const unitOfWork = app.get(UnitOfWork, { strict: false });
      const read: ReadFrame = (work) => unitOfWork.read(ctx, (tx) => work(ctx, tx));
      if (!app.get(Codelijsten, { strict: false }).holds('COD001', selection.regio, ctx.today))
        throw new UsageError('Dit zorgkantoor is niet bekend (COD001).');
      await assertKnown(read, selection);
      return run(read, selection, file);
    });
    process.stdout.write(`${JSON.stringify({ soort, rijen, bestand: file })}\n`);
    return 0;
  });
}

/** As with the zorgkantoor: a slip in a code would give an empty list, as if nobody waited there. @throws UsageError */
async function assertKnown(read: ReadFrame, { instelling }: Selection): Promise<void> {
  if (instelling === null) return;
  const found = await read((_ctx, tx) => findZorgaanbieders(tx, [instelling]));
  if (!found.has(instelling)) throw new UsageError('Deze zorgaanbieder is niet bekend.');
}

function parse(argv: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { regio: { type: 'string' }, instelling: { type: 'string' }, out: { type: 'string' } },
  });
  const [soort = '', ...others] = positionals;
  const run = EXPORTS[soort];
  const { regio, instelling = null, out } = values;
  if (run === undefined || others.length > 0 || regio === undefined || out === undefined || out === '') {
    throw new UsageError(USAGE);
  }
  if (!/^\d{4}$/.test(regio)) throw new UsageError('Een zorgkantoor heeft een code van vier cijfers.');
  if (instelling !== null && !/^\d{8}$/.test(instelling))
    throw new UsageError('Een AGB-code heeft acht cijfers.');
  return { soort, run, selection: { regio, instelling }, file: resolve(out) };
}
