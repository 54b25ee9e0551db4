import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, createClock, loadConfig } from '../config/index.js';
import { asKeeper } from '../open-beheer.js';
import { assertSeesEverything, writeBackup } from '../platform/backup/index.js';
import { processContext } from '../platform/context/index.js';
import { createLogbron, logAsKeeper } from '../platform/database/index.js';
import { command, progress, UsageError } from './arguments.js';

const USAGE = 'Gebruik: npm run backup -- --out BESTAND';

/** `npm run backup`: 0 written, 1 not. Beside a running server too. */
export function main(argv: readonly string[]): Promise<number> {
  return command(async () => {
    const { out } = parseArgs({ args: [...argv], options: { out: { type: 'string' } } }).values;
    if (out === undefined || out === '') throw new UsageError(USAGE);
    const file = resolve(out);
    const config = loadConfig();
    if (config.production && config.WLZ_BACKUPSLEUTEL === undefined) {
      throw new ConfigError(
        'Zet WLZ_BACKUPSLEUTEL (openssl rand -base64 32) en bewaar hem elders: in productie is een back-up versleuteld.',
      );
    }
    const key = backupKey(config.WLZ_BACKUPSLEUTEL);
    const clock = createClock(config);
    const ctx = processContext(clock, 'backup', 'backup');
    const bron = createLogbron(config.WLZ_VERANTWOORDELIJKE);
    const report = await asKeeper(config, progress, async (client) => {
      await assertSeesEverything(client);
      // First, so that there is no copy that the log does not know of; and so the copy tells of itself.
      const bijzonderheden = { versleuteld: key !== null };
      await logAsKeeper(client, ctx, bron, { gebeurtenis: 'B10', bijzonderheden });
      try {
        return await writeBackup(client, { file, key, now: ctx.now });
      } catch (error) {
        const failed = { gebeurtenis: 'B10', bijzonderheden, resultaat: 3 } as const;
        // When this cannot be said any more, the line of its beginning still stands.
        await logAsKeeper(client, ctx, bron, failed).catch(() => undefined);
        throw error;
      }
    });
    process.stdout.write(`${JSON.stringify({ bestand: file, versleuteld: key !== null, ...report })}\n`);
    return 0;
  });
}

/** The key in bytes; null when none is set. */
export function backupKey(text: string | undefined): Buffer | null {
  return text === undefined ? null : Buffer.from(text, 'base64');
}
