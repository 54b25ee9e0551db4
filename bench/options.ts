import { parseArgs } from 'node:util';

/** How large, how long and where a measurement is. */
export interface Options {
  /** Invented clients in the register. */
  readonly clients: number;
  /** Requests under way at the same time. */
  readonly connections: number;
  /** Every variant is measured this often, in turn with the others. */
  readonly rounds: number;
  /** How long one variant is measured in one round. */
  readonly seconds: number;
  /** Folder of the register; one that was filled before is used as it is. Without it: a temporary one. */
  readonly data: string | null;
}

/** Reads `--clients --connections --rounds --seconds --data`; a mistake ends the program with a sentence. */
export function readOptions(argv = process.argv.slice(2)): Options {
  const { values } = parseArgs({
    args: argv,
    options: {
      clients: { type: 'string', default: '20000' },
      connections: { type: 'string', default: '8' },
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '2' },
      data: { type: 'string' },
    },
  });
  return {
    clients: positive('clients', values.clients),
    connections: positive('connections', values.connections),
    rounds: positive('rounds', values.rounds),
    seconds: positive('seconds', values.seconds),
    data: values.data ?? null,
  };
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number <= 0) throw new Error(`--${name} is no number above 0`);
  return number;
}
