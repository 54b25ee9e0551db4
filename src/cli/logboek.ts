import { parseArgs } from 'node:util';
import { controleer, type Anker } from '../modules/logboek/index.js';
import { withRegister } from '../open-process.js';
import type { Clock } from '../platform/clock/index.js';
import { processContext, type RequestContext } from '../platform/context/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { command, progress, UsageError } from './arguments.js';

const USAGE = 'Gebruik: npm run logboek -- verify [--anker VOLGNR:HASH]';

const OPDRACHTEN: Readonly<Record<string, (argv: readonly string[]) => Promise<number>>> = { verify };

/** `npm run logboek -- verify`: 0 the chain holds, 1 it could not be checked, 2 it does not hold. */
export function main(argv: readonly string[]): Promise<number> {
  return command(async () => {
    const [naam = '', ...rest] = argv;
    const opdracht = OPDRACHTEN[naam];
    if (opdracht === undefined) throw new UsageError(USAGE);
    return opdracht(rest);
  });
}

/** The keeper of the log, as a program: sees the log and no client data, and is in the log itself. */
function keeper(clock: Clock, opdracht: string): RequestContext {
  const ctx = processContext(clock, 'logboek', `logboek ${opdracht}`);
  return { ...ctx, actor: { ...ctx.actor, rol: 'LOGBEHEERDER', rollen: ['LOGBEHEERDER'] } };
}

async function verify(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { anker: { type: 'string' } } });
  const anker = values.anker === undefined ? null : readAnker(values.anker);
  return withRegister(progress, async ({ app, clock }) => {
    const unitOfWork = app.get(UnitOfWork, { strict: false });
    const controle = await controleer(unitOfWork, keeper(clock, 'verify'), anker);
    const heel = controle.afwijkingen.length === 0;
    progress(
      heel
        ? `De keten klopt: ${controle.gecontroleerd} regels, daarna ${controle.onverzegeld.aantal} nog zonder zegel.`
        : `De keten klopt NIET: ${controle.afwijkingen.length} afwijkingen.`,
    );
    console.log(JSON.stringify(controle));
    return heel ? 0 : 2;
  });
}

function readAnker(text: string): Anker {
  const found = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text);
  if (found === null) throw new UsageError(`--anker is geen VOLGNR:HASH zoals verify die noemt.\n${USAGE}`);
  return { volgnr: found[1] ?? '', hash: found[2] ?? '' };
}
