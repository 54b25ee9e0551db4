import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { TestProject } from './project.js';

export interface Started {
  readonly port: number;
  readonly url: string;
  readonly password: string;
  readonly other: string;
  /** Milliseconds until the server answered. */
  readonly took: number;
}

export interface AgentOptions {
  readonly uid?: number;
  readonly gid?: number;
  readonly env?: Record<string, string>;
  /** A shell command before the process begins, such as `umask 077`. */
  readonly first?: string;
}

interface Answer {
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: { name: string; message: string };
  readonly progress?: string;
  readonly lost?: boolean;
  readonly drained?: boolean;
}

const running = new Set<Agent>();

/** A child process of the test that uses the embedded PostgreSQL; in a process group of its own. */
export class Agent {
  readonly progress: string[] = [];
  readonly exited: Promise<unknown>;
  lost = false;
  drained = false;
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private errors = '';
  private asked = 0;

  constructor(
    private readonly project: TestProject,
    { uid, gid, env, first }: AgentOptions = {},
  ) {
    const script = `${first ?? ':'}; exec "$0" "$1"`;
    this.child = spawn('/bin/sh', ['-c', script, process.execPath, project.agent], {
      detached: true,
      cwd: project.root,
      env: { PATH: process.env['PATH'], ...env },
      ...(uid === undefined ? {} : { uid, gid }),
    });
    running.add(this);
    this.exited = once(this.child, 'exit').then((result: unknown[]) => {
      running.delete(this);
      const error = { name: 'Gone', message: `The agent ended. ${this.errors}` };
      for (const resolve of this.waiting.values()) resolve({ error });
      return result[0];
    });
    this.child.stderr.on('data', (data: Buffer) => (this.errors += data.toString()));
    this.child.stdin.on('error', () => undefined);
    createInterface({ input: this.child.stdout }).on('line', (line) => this.hear(JSON.parse(line) as Answer));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** A start with the settings of tests, as these are about processes and not about discs. */
  async start(folder: string, options: Record<string, unknown> = {}): Promise<Started> {
    const { systemFolder } = this.project;
    return (await this.ask('start', {
      folder,
      systemFolder,
      settings: { fsync: 'off' },
      ...options,
    })) as Started;
  }

  async query(sql: string): Promise<unknown> {
    return this.ask('query', sql);
  }

  /** Milliseconds. */
  async stop(): Promise<number> {
    return (await this.ask('stop')) as number;
  }

  async ask(command: string, argument?: unknown): Promise<unknown> {
    const id = ++this.asked;
    const answered = new Promise<Answer>((resolve) => this.waiting.set(id, resolve));
    this.child.stdin.write(`${JSON.stringify({ id, command, argument })}\n`);
    const { value, error } = await answered;
    if (error) throw Object.assign(new Error(error.message), { name: error.name });
    return value;
  }

  /** Node alone, or everything in its process group. */
  async kill(signal: NodeJS.Signals, whom: 'node' | 'group' = 'node'): Promise<void> {
    process.kill(whom === 'node' ? this.pid : -this.pid, signal);
    if (signal === 'SIGKILL') await this.exited;
  }

  private hear(answer: Answer): void {
    if (answer.progress !== undefined) this.progress.push(answer.progress);
    this.lost ||= answer.lost ?? false;
    this.drained ||= answer.drained ?? false;
    if (answer.id !== undefined) this.waiting.get(answer.id)?.(answer);
  }
}

/** For afterEach: no test leaves a process behind. */
export async function killAgents(): Promise<void> {
  await Promise.all([...running].map((agent) => agent.kill('SIGKILL')));
}
