import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

const PEAK_MEMORY = pathToFileURL(join(import.meta.dirname, 'peak-memory.mjs')).href;

/** What a command did and what it took. */
export interface CommandRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly wallSeconds: number;
  /** Most memory the node process held, in MB. */
  readonly peakMB: number;
}

/** Runs a command of the program as people do: `bin/run.mjs <command>` in a process of its own. */
export async function runCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<CommandRun> {
  const folder = await mkdtemp(join(tmpdir(), 'wlz-regie-bench-'));
  const peakFile = join(folder, 'peak');
  const started = performance.now();
  try {
    const child = spawn(process.execPath, ['--import', PEAK_MEMORY, 'bin/run.mjs', ...args], {
      env: { ...process.env, NODE_OPTIONS: '', ...environment, WLZ_BENCH_PEAK_FILE: peakFile },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    const wallSeconds = (performance.now() - started) / 1000;
    const peakMB = Number(await readFile(peakFile, 'utf8')) / 1024;
    return { code, stdout: await stdout, stderr: await stderr, wallSeconds, peakMB };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

/** Kernel clock ticks per second; 100 on every Linux that Node runs on. */
const TICKS = 100;

/** CPU time in ms that a process has used so far; NaN where /proc does not say. */
export async function cpuMilliseconds(pid: number | undefined): Promise<number> {
  try {
    const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
    const [user = '', system = ''] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    return ((Number(user) + Number(system)) * 1000) / TICKS;
  } catch {
    return Number.NaN;
  }
}
