/**
 * A process that uses the embedded PostgreSQL and does what it is told: one JSON command per line on its input, one
 * JSON answer per line on its output. Runs on the compiled wrapper that project.ts put beside it.
 */
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers';
import pg from 'pg';
import {
  isEmbeddedPostgresAvailable,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from './embedded/index.js';

let server;
let pool;
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

const commands = {
  start: async (options) => {
    const began = performance.now();
    server = await startEmbeddedPostgres({
      ...options,
      onProgress: (text) => say({ progress: text }),
      onLost: () => say({ lost: true }),
    });
    const took = performance.now() - began;
    pool = new pg.Pool({ connectionString: server.url, max: 3, allowExitOnIdle: true });
    pool.on('error', () => undefined);
    const other = server.urlFor('someone', 'p@ss/word');
    return { port: server.port, url: server.url, password: server.superuserPassword, other, took };
  },
  query: async (sql) => (await pool.query(sql)).rows,
  stop: async () => {
    const began = performance.now();
    await Promise.all([server.stop(), server.stop()]);
    return performance.now() - began;
  },
  available: async () => isEmbeddedPostgresAvailable(),
  remove: async (folder) => removeEmbeddedPostgres(folder),
  /** On SIGINT: lets the query under way finish, then stops in an orderly way, as the server's main does. */
  drainOnInterrupt: async () => {
    process.once('SIGINT', () =>
      pool
        .end()
        .then(() => server.stop())
        .then(() => say({ drained: true })),
    );
  },
  /** Nothing more to do, and nothing is tidied up: the process may end by itself. */
  end: async () => setImmediate(() => process.stdin.destroy()),
};

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const { id, command, argument } = JSON.parse(line);
  commands[command](argument).then(
    (value) => say({ id, value: value ?? null }),
    (error) => say({ id, error: { name: error.name, message: error.message } }),
  );
});
