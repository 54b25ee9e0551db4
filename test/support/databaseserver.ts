/**
 * A database server for one test, as a process of its own: keeps one in the folder it is given, says its address in one
 * line, and throws everything away when its input closes.
 */
import { once } from 'node:events';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';

const [folder = ''] = process.argv.slice(2);
// What is written survives the end of a process, which is what the tests are about; no power is cut.
const settings = { fsync: 'off', max_connections: '100' };
const server = await startEmbeddedPostgres({ folder, settings });
process.stdout.write(`${server.url}\n`);
await once(process.stdin.resume(), 'end');
await server.stop();
await removeEmbeddedPostgres(folder);
