import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { intakeFor, SOORTEN } from '../intakes.js';
import { withRegister } from '../open-process.js';
import { processContext } from '../platform/context/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { DomainError } from '../platform/errors/index.js';
import { IntakeFileError, runIntake, type IntakeReport } from '../platform/intake/index.js';
import { command, progress, UsageError } from './arguments.js';

const USAGE = `Gebruik: npm run import -- ${SOORTEN.join('|')} BESTAND [--dry-run] [--bekend-op vaststelling]`;

/** `npm run import`: 0 all taken in, 2 something was refused, 1 it could not run. */
export function main(argv: readonly string[]): Promise<number> {
  return command(async () => {
    const order = parse(argv);
    const text = await readText(order.file);
    const report = await withRegister(progress, ({ app, clock }) =>
      runIntake(
        app.get(UnitOfWork, { strict: false }),
        processContext(clock, 'import', `import ${order.soort}`),
        intakeFor(app, order.soort),
        text,
        {
          dryRun: order.dryRun,
          bekendOp: order.bekendOp,
          onRefusal: printRefusal,
          onProgress: printProgress,
        },
      ).catch(asUsageError),
    );
    process.stdout.write(`${JSON.stringify(report)}\n`);
    return report.geweigerd > 0 ? 2 : 0;
  });
}

interface Order {
  readonly soort: string;
  readonly file: string;
  readonly dryRun: boolean;
  readonly bekendOp: 'NU' | 'VASTSTELLING';
}

function parse(argv: readonly string[]): Order {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, 'bekend-op': { type: 'string' } },
  });
  const [soort, file] = positionals;
  const bekendOp = values['bekend-op'];
  if (soort === undefined || file === undefined || positionals.length > 2 || !SOORTEN.includes(soort)) {
    throw new UsageError(USAGE);
  }
  if (bekendOp !== undefined && bekendOp !== 'vaststelling') throw new UsageError(USAGE);
  return { soort, file, dryRun: values['dry-run'], bekendOp: bekendOp === undefined ? 'NU' : 'VASTSTELLING' };
}

/** The text of a file in UTF-8, with or without a byte order mark. Read loosely, names in another encoding would be maimed. */
async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`Het bestand ${file} is niet te lezen.`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`Het bestand ${file} is geen tekst in UTF-8.`);
  }
}

function asUsageError(error: unknown): IntakeReport {
  if (error instanceof IntakeFileError) throw new UsageError(error.message);
  throw error;
}

function printRefusal(label: string, { regel, bron, pad, melding }: DomainError): void {
  const rule = [regel, bron].filter((part) => part !== null).join(' ');
  process.stdout.write(
    `geweigerd: ${label}${rule === '' ? '' : ` [${rule}]`} ${pad.join('.')}: ${melding}\n`,
  );
}

function printProgress(done: number, total: number): void {
  progress(`${done} van ${total} records`);
}
