import { ConfigError } from '../config/index.js';
import { LogboekOnbereikbaar, sqlState } from '../platform/database/index.js';

/** The command line is not understood; the message says how it should be. */
export class UsageError extends Error {}

/** Where people read along: logs and progress. Results go to stdout. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Runs a command and turns what goes wrong before it could work into one sentence and exit code 1. */
export async function command(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    progress(reasonOf(error));
    return 1;
  }
}

/** One sentence for the person at the keyboard. What PostgreSQL says of a value may quote it, so only its code is told. */
function reasonOf(error: unknown): string {
  if (error instanceof UsageError || error instanceof ConfigError) return error.message;
  if (error instanceof LogboekOnbereikbaar)
    return 'Niet gelukt: het logboek kan niet worden geschreven, en zonder regel in het logboek gebeurt er niets.';
  const code = sqlState(error) ?? '';
  if (code.startsWith('ERR_PARSE_ARGS')) return 'Onbekende optie, of een optie zonder waarde.';
  if (!(error instanceof Error)) return 'Niet gelukt: onbekende fout';
  if ('severity' in error || 'driverError' in error) return `Niet gelukt: de database meldt fout ${code}`;
  return `Niet gelukt: ${error.message}`;
}
