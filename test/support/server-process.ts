import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The program as people start it: a process of its own, from the built sources. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** Address of `/graphql`. */
  readonly url: string;
  readonly port: number;
  /** What it said on its way down; empty while all is well. */
  readonly complaints: readonly string[];
  /** Ends it the polite way and waits. */
  stop(): Promise<void>;
  /** Ends it at once, as a power cut would, and waits. */
  kill(): Promise<void>;
}

const READY = /luistert op (https?:\/\/127\.0\.0\.1:(\d+)\/graphql)/;

/**
 * Starts the server on a free port and waits until it says that it is ready.
 * @param launcher of another version than this one
 */
export async function startServerProcess(
  environment: NodeJS.ProcessEnv,
  launcher = 'bin/run.mjs',
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [launcher, 'start'], {
    env: { ...process.env, NODE_OPTIONS: '', PORT: '0', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const complaints: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line));
  const [, url = '', port = ''] = await readyLine(child, complaints);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  };
  return {
    child,
    url,
    port: Number(port),
    complaints,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

function readyLine(child: ChildProcess, complaints: readonly string[]): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`The server ended (${String(code)}):\n${complaints.join('\n')}`)),
    );
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = READY.exec(line);
      if (match !== null) resolve(match);
    });
  });
}
