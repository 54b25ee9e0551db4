import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { controleer, inzageXml, type Anker } from '../modules/logboek/index.js';
import { withRegister } from '../open-process.js';
import { isDay, type Clock } from '../platform/clock/index.js';
import { processContext, type RequestContext } from '../platform/context/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { command, progress, UsageError } from './arguments.js';

const USAGE = `Gebruik: npm run logboek -- verify [--anker VOLGNR:HASH]
  of: npm run logboek -- inzage --client UUID --van JJJJ-MM-DD --tot JJJJ-MM-DD --out BESTAND.xml`;

const OPDRACHTEN: Readonly<Record<string, (argv: readonly string[]) => Promise<number>>> = { verify, inzage };

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

async function inzage(argv: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { client: text, van: text, tot: text, out: text },
  });
  const { client = '', van = '', tot = '', out = '' } = values;
  if (!UUID.test(client) || !isDay(van) || !isDay(tot) || out === '') throw new UsageError(USAGE);
  const bestand = resolve(out);
  return withRegister(progress, async ({ app, clock }) => {
    const ctx = keeper(clock, 'inzage');
    const unitOfWork = app.get(UnitOfWork, { strict: false });
    const xml = await unitOfWork.read(ctx, (tx) => inzageXml(ctx, tx, client, { van, tot }));
    await writeFile(bestand, xml, { mode: 0o600 });
    console.log(JSON.stringify({ bestand }));
    return 0;
  });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function readAnker(text: string): Anker {
  const found = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text);
  if (found === null) throw new UsageError(`--anker is geen VOLGNR:HASH zoals verify die noemt.\n${USAGE}`);
  return { volgnr: found[1] ?? '', hash: found[2] ?? '' };
}
