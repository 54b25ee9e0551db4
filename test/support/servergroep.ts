import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const PATIENCE_MS = 120_000;
const LOOK_MS = 20;

/**
 * Several server processes on one database server of their own, which a test can take down as well. The register is
 * empty when it opens, with its tables and code lists.
 */
export interface Servergroep {
  /** Starts the program (test/support/taakserver.ts) with these settings on top; ready when it ticks. */
  start(environment?: NodeJS.ProcessEnv): Promise<ChildProcess>;
  /** The process that holds a run of this task now, other than those named. Waits for it, with a bound. */
  houder(taak: string, behalve?: readonly number[]): Promise<number>;
  /** Rows of the database, as its owner. A lost connection is made again. */
  sql<Row extends object>(text: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Waits, with a bound, until the statement gives a row. */
  until(text: string): Promise<void>;
  /** Ends the database server the hard way. The servers bring it back on its port by themselves. */
  databaseValtUit(): Promise<void>;
  close(): Promise<void>;
}

export async function openServergroep(environment: NodeJS.ProcessEnv): Promise<Servergroep> {
  const folder = await mkdtemp(join(tmpdir(), 'wlz-regie-groep-'));
  await chmod(folder, 0o755);
  const database = program('databaseserver', [folder], process.env);
  const url = await firstLine(database);
  const children: ChildProcess[] = [];

  let connection: Promise<pg.Client> | null = null;
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const disconnect = async (): Promise<void> => {
    const former = connection;
    connection = null;
    await former?.then((client) => client.end()).catch(() => undefined);
  };
  const sql = async <Row extends object>(text: string, params: readonly unknown[] = []): Promise<Row[]> => {
    try {
      connection ??= connect();
      return (await (await connection).query<Row>(text, [...params])).rows;
    } catch (error) {
      await disconnect();
      throw error;
    }
  };
  const found = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
    const end = performance.now() + PATIENCE_MS;
    while (performance.now() < end) {
      const result = await look().catch(() => undefined);
      if (result !== undefined) return result;
      await pause(LOOK_MS);
    }
    throw new Error(`did not come true: ${what}`);
  };

  return {
    sql,
    start: async (more = {}) => {
      const child = program('taakserver', [], {
        ...process.env,
        NODE_ENV: 'test',
        LOG_LEVEL: 'silent',
        WLZ_DATA: folder,
        ...environment,
        ...more,
      });
      children.push(child);
      await firstLine(child);
      return child;
    },
    houder: (taak, behalve = []) =>
      found(`somebody holds ${taak}`, async () => {
        const [row] = await sql<{ door: string }>(
          `select uitgevoerd_door as door from taakrun where taak = $1 and status = 'LOOPT' and gedaan > 0
             and lease_tot > clock_timestamp()`,
          [taak],
        );
        const pid = Number(row?.door.split(':').at(-1) ?? NaN);
        return Number.isNaN(pid) || behalve.includes(pid) ? undefined : pid;
      }),
    until: async (text) => {
      await found(text, async () => (await sql(text))[0]);
    },
    databaseValtUit: async () => {
      const [row] = await sql<{ pid: string }>(
        `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`,
      );
      process.kill(Number(row?.pid), 'SIGQUIT');
    },
    close: async () => {
      for (const child of children) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        const exit = once(child, 'exit');
        child.kill('SIGCONT');
        child.kill('SIGKILL');
        await exit;
      }
      await disconnect();
      const gone = once(database, 'exit');
      database.stdin.end();
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Program = ChildProcessByStdio<Writable, Readable, null>;

/** A program of this folder, as a process of its own. */
function program(name: string, argv: readonly string[], env: NodeJS.ProcessEnv): Program {
  const loader = ['--import', '@swc-node/register/esm-register', '--import', './test/support/gebouwd.mjs'];
  return spawn(process.execPath, [...loader, `test/support/${name}.ts`, ...argv], {
    env: { ...env, NODE_OPTIONS: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

async function firstLine(child: Program): Promise<string> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`a process did not start (${String(code)})`);
  });
  ended.catch(() => undefined);
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended])) as [
    string,
  ];
  return line;
}
