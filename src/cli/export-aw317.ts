import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Codelijsten } from '../modules/codelijst/index.js';
import { exportAw317, pseudoniemMet, type Aw317Opdracht } from '../modules/rapportage/index.js';
import { withRegister } from '../open-process.js';
import { processContext } from '../platform/context/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { DomainError } from '../platform/errors/index.js';
import { progress, UsageError } from './arguments.js';

export const AW317_USAGE =
  'npm run export -- aw317 --maand JJJJ-MM --regio UZOVI --out BESTAND.xml [--proef]';

/**
 * `npm run export -- aw317`: 0 written and equal to the waiting list, 2 written with a difference that is named, 1 not
 * written. The last line on stdout is the account of it.
 */
export async function exportBericht(argv: readonly string[]): Promise<number> {
  const opdracht = parse(argv);
  const verslag = await withRegister(progress, async ({ app, clock, config }) => {
    const ctx = processContext(clock, 'export', 'export aw317');
    if (!app.get(Codelijsten, { strict: false }).holds('COD001', opdracht.regio, ctx.today))
      throw new UsageError('Dit zorgkantoor is niet bekend (COD001).');
    const unitOfWork = app.get(UnitOfWork, { strict: false });
    return exportAw317(unitOfWork, ctx, pseudoniemMet(config), opdracht).catch(asUsageError);
  });
  for (const { clientID, bericht, wachtlijst } of verslag.verschil)
    progress(
      `verschil: cliënt ${clientID} bericht ${bericht ?? 'wacht niet'}, wachtlijst ${wachtlijst ?? 'wacht niet'}`,
    );
  process.stdout.write(`${JSON.stringify(verslag)}\n`);
  return verslag.verschil.length === 0 ? 0 : 2;
}

function parse(argv: readonly string[]): Aw317Opdracht {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      maand: { type: 'string' },
      regio: { type: 'string' },
      out: { type: 'string' },
      proef: { type: 'boolean', default: false },
    },
  });
  const { maand, regio, out, proef } = values;
  if (positionals.length > 0 || maand === undefined || regio === undefined || out === undefined || out === '')
    throw new UsageError(`Gebruik: ${AW317_USAGE}`);
  if (!/^\d{4}$/.test(regio)) throw new UsageError('Een zorgkantoor heeft een code van vier cijfers.');
  return { maand, regio, file: resolve(out), proef };
}

/** A refusal with the rule it rests on. */
function asUsageError(error: unknown): never {
  if (!(error instanceof DomainError)) throw error;
  const regel = [error.regel, error.bron].filter((part) => part !== null).join(' ');
  throw new UsageError(regel === '' ? error.melding : `${error.melding} [${regel}]`);
}
