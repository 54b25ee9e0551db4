import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { withRegister } from '../open-process.js';
import { isDay, type Day } from '../platform/clock/index.js';
import { Taakregister, Taakrunner, type Voortgang } from '../platform/scheduling/index.js';
import { command, progress, UsageError } from './arguments.js';

const USAGE = 'Gebruik: npm run job -- TAAK [--datum JJJJ-MM-DD]';

/**
 * `npm run job -- contactbewaking [--datum D]`: runs a task for a day, today unless told otherwise, whatever the run
 * table says. The last line on stdout is `{"taak","datum",…,"duurMs"}`. Exit 0 ok, 1 could not run.
 */
export function main(argv: readonly string[]): Promise<number> {
  return command(async () => {
    const { id, datum } = readArguments(argv);
    return run(id, datum);
  });
}

function readArguments(argv: readonly string[]): { id: string; datum: Day | undefined } {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], allowPositionals: true, options: { datum: { type: 'string' } } });
  } catch {
    throw new UsageError(`Onbekende optie, of een optie zonder waarde.\n${USAGE}`);
  }
  const [id, ...rest] = parsed.positionals;
  const { datum } = parsed.values;
  if (id === undefined || rest.length > 0) throw new UsageError(USAGE);
  if (datum !== undefined && !isDay(datum)) throw new UsageError(`--datum is geen bestaande dag.\n${USAGE}`);
  return { id, datum };
}

function run(id: string, datum: Day | undefined): Promise<number> {
  return withRegister(progress, async ({ app, clock }) => {
    const register = app.get(Taakregister, { strict: false });
    const taak = register.find(id);
    if (taak === null) {
      throw new UsageError(
        `Deze taak bestaat niet. Er is: ${register
          .all()
          .map((one) => one.id)
          .join(', ')}.\n${USAGE}`,
      );
    }
    const dag = datum ?? clock.today();
    if (dag > clock.today()) throw new UsageError('--datum ligt na vandaag; een taak kijkt niet vooruit.');
    progress(`${taak.omschrijving} (${dag})`);
    const bar = progressBar();
    const started = performance.now();
    const runner = app.get(Taakrunner, { strict: false });
    const resultaat = await runner.runDag(taak, dag, bar.show).finally(bar.stop);
    const duurMs = Math.round(performance.now() - started);
    console.log(JSON.stringify({ taak: id, datum: dag, ...resultaat, duurMs }));
    return 0;
  });
}

interface ProgressBar {
  readonly show: (voortgang: Voortgang) => void;
  readonly stop: () => void;
}

/** On stderr, and only where somebody watches: a terminal. It begins when the task knows how much there is to do. */
function progressBar(): ProgressBar {
  if (!process.stderr.isTTY) return { show: () => undefined, stop: () => undefined };
  const format = '[{bar}] {percentage}% · {value} van {total}';
  const bar = new SingleBar(
    { stream: process.stderr, clearOnComplete: true, format },
    Presets.shades_classic,
  );
  return {
    show: ({ gedaan, totaal }) => {
      if (totaal === null) return;
      if (!bar.isActive) bar.start(totaal, gedaan);
      bar.setTotal(totaal);
      bar.update(gedaan);
    },
    stop: () => bar.stop(),
  };
}
