import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The hand-written server in a process of its own, as the program has one. */
export interface ByHandProcess {
  readonly url: string;
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

export async function startByHand(environment: NodeJS.ProcessEnv): Promise<ByHandProcess> {
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', 'bench/by-hand.ts'], {
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`bench/by-hand.ts ended (${String(code)})`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, address] = /luistert op (\S+)/.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
  const stop = async (): Promise<void> => {
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
  };
  return { url, pid: child.pid, stop };
}
