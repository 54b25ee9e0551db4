import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Codelijsten } from '../modules/codelijst/index.js';
import { grafiekvraag, wachtlijstgrafiek } from '../modules/rapportage/index.js';
import { withRegister } from '../open-process.js';
import { processContext } from '../platform/context/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { progress, UsageError } from './arguments.js';
import { writeWhole } from './whole-file.js';

export const GRAFIEK_USAGE =
  'npm run export -- wachtlijstgrafiek --regio UZOVI [--instelling AGB] [--op DAG] [--maanden 12] --out BESTAND.svg';

/** `npm run export -- wachtlijstgrafiek`: the picture of a waiting list as an SVG file; 0 written, 1 not. */
export async function exportGrafiek(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      regio: { type: 'string' },
      instelling: { type: 'string' },
      op: { type: 'string' },
      maanden: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { regio, out, ...opgave } = values;
  if (positionals.length > 0 || regio === undefined || out === undefined || out === '')
    throw new UsageError(`Gebruik: ${GRAFIEK_USAGE}`);
  const file = resolve(out);
  await withRegister(progress, async ({ app, clock }) => {
    const ctx = processContext(clock, 'export', 'export wachtlijstgrafiek');
    const { vraag, maanden } = grafiekvraag(ctx, { ...opgave, zorgkantoor: regio });
    if (!app.get(Codelijsten, { strict: false }).holds('COD001', regio, ctx.today))
      throw new UsageError('Dit zorgkantoor is niet bekend (COD001).');
    const unitOfWork = app.get(UnitOfWork, { strict: false });
    await writeWhole(file, await unitOfWork.read(ctx, (tx) => wachtlijstgrafiek(ctx, tx, vraag, maanden)));
  });
  process.stdout.write(`${JSON.stringify({ soort: 'wachtlijstgrafiek', bestand: file })}\n`);
  return 0;
}
