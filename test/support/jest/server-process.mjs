import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const script = fileURLToPath(new URL('./postgres-server.ts', import.meta.url));

/** @type {import('node:child_process').ChildProcess | undefined} */
let server;

/**
 * Starts postgres-server.ts and waits for its one line of JSON.
 * @returns {Promise<{ superuserUrl: string, template: string, run: string }>}
 */
export async function startServer() {
  server = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', script], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`The test database did not start (exit ${String(code)}); its log is above.`);
  });
  ended.catch(() => undefined);
  const [line] = await Promise.race([once(createInterface({ input: server.stdout }), 'line'), ended]);
  return JSON.parse(line);
}

/** Closes the server's stdin, on which it stops PostgreSQL, and waits until it is gone. */
export async function stopServer() {
  if (server === undefined || server.exitCode !== null) return;
  const exit = once(server, 'exit');
  server.stdin.end();
  await exit;
}
