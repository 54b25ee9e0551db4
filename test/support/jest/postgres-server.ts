/**
 * The test server as a process of its own: starts (or joins) the embedded PostgreSQL of the tests, makes sure that
 * a migrated template database stands ready, says so in one line of JSON on stdout and lives until stdin closes.
 * Cluster and template stay in .data/test, so that the next run with the same migrations starts at once.
 * `WLZ_TEST_DATABASE_URL` names a superuser's database on another PostgreSQL, for systems without the embedded one.
 */
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  isEmbeddedPostgresAvailable,
  startEmbeddedPostgres,
} from '../../../src/platform/database/embedded/index.js';
import { dropLeftovers, ensureTemplate } from './template.js';

/** Nothing in here needs to survive a power cut. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
};

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function openServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const url = process.env.WLZ_TEST_DATABASE_URL;
  if (url !== undefined && url !== '') return { url, stop: () => Promise.resolve() };
  if (!isEmbeddedPostgresAvailable()) {
    throw new Error('There is no embedded PostgreSQL for this system: set WLZ_TEST_DATABASE_URL.');
  }
  const systemFolder = join(tmpdir(), 'wlz-regie-test');
  return startEmbeddedPostgres({ folder: '.data/test', settings: SETTINGS, onProgress: say, systemFolder });
}

const server = await openServer();
try {
  await dropLeftovers(server.url);
  const template = await ensureTemplate(server.url, say);
  const input = process.stdin.resume();
  process.stdout.write(
    `${JSON.stringify({ superuserUrl: server.url, template: template.name, run: template.run })}\n`,
  );
  await once(input, 'end');
  await template.release();
} finally {
  await server.stop();
}
