import { ConfigError } from '../config/index.js';

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
    if (error instanceof UsageError || error instanceof ConfigError || isArgumentError(error)) {
      progress(error.message);
      return 1;
    }
    progress(`Niet gelukt: ${error instanceof Error ? error.message : 'onbekende fout'}`);
    return 1;
  }
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
