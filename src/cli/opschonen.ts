import { parseArgs } from 'node:util';
import { proefOpschoning, schoonOp } from '../modules/taakbeheer/index.js';
import { withRegister } from '../open-process.js';
import { processContext } from '../platform/context/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { command, progress, UsageError } from './arguments.js';

const USAGE = 'Gebruik: npm run opschonen [-- --uitvoeren CODE]';

/**
 * `npm run opschonen`: counts what is over its term and gives a code. With `-- --uitvoeren CODE` it is removed, if the
 * count is still the same. Exit 0 ok, 1 not done.
 */
export function main(argv: readonly string[]): Promise<number> {
  return command(async () => {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { uitvoeren: { type: 'string' } },
    });
    if (positionals.length > 0) throw new UsageError(USAGE);
    const { uitvoeren: code } = values;
    return withRegister(progress, async ({ app, clock }) => {
      const ctx = processContext(clock, 'opschonen', 'opschonen');
      const unitOfWork = app.get(UnitOfWork, { strict: false });
      if (code !== undefined) {
        console.log(JSON.stringify({ verwijderd: await schoonOp(unitOfWork, ctx, code) }));
        return 0;
      }
      const proef = await proefOpschoning(unitOfWork, ctx);
      progress(`Er is niets verwijderd. Uitvoeren: npm run opschonen -- --uitvoeren ${proef.code}`);
      console.log(JSON.stringify(proef));
      return 0;
    });
  });
}
