import { parseArgs } from 'node:util';
import { loadConfig } from '../config/index.js';
import { AGB_PATTERN, startAanmelddienst } from '../modules/toegang/index.js';
import { command, progress, UsageError } from './arguments.js';

const USAGE = 'Gebruik: npm run oidc -- [--port 3001] [--agb 99000001] [--terug http://localhost:5173/terug]';

/** `oidc`: an OpenID provider with invented people, for development. Runs until it is told to stop. */
export function main(argv: string[]): Promise<number> {
  return command(async () => {
    const { port, agb, terug } = readOptions(argv);
    const { production, dataFolder } = loadConfig();
    const dienst = await startAanmelddienst({
      production,
      dataFolder,
      port,
      terug,
      ...(agb === undefined ? {} : { agb }),
    });
    progress(`De aanmelddienst luistert op ${dienst.issuer}. Start Wlz-regie daarnaast zo:

  AUTH_ISSUER=${dienst.issuer} AUTH_AUDIENCE=${dienst.audience} AUTH_TWEEDE_FACTOR=on \\
  AUTH_DISCOVERY_URL=${dienst.issuer}/.well-known/openid-configuration npm start

In GraphiQL staat dan een knop Inloggen. Een token om zelf te gebruiken krijgt u op ${dienst.issuer}/.
`);
    await untilStopped();
    await dienst.close();
    return 0;
  });
}

function readOptions(argv: string[]): { port: number; agb: string | undefined; terug: string[] } {
  const { values } = parseArgs({
    args: argv,
    options: {
      port: { type: 'string', default: '3001' },
      agb: { type: 'string' },
      terug: { type: 'string', multiple: true, default: [] },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`Dat is geen poort.\n${USAGE}`);
  if (values.agb !== undefined && !AGB_PATTERN.test(values.agb))
    throw new UsageError(`Een AGB-code is acht cijfers.\n${USAGE}`);
  if (values.terug.some((url) => !URL.canParse(url))) throw new UsageError(`Dat is geen webadres.\n${USAGE}`);
  return { port, agb: values.agb, terug: values.terug };
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
