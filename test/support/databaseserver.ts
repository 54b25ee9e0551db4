/**
 * A database server with an empty register in it, for one test, as a process of its own: keeps it in the folder it is
 * given, says its address in one line, and throws everything away when its input closes.
 */
import { once } from 'node:events';
import { loadConfig } from '../../src/config/index.js';
import { openRegister } from '../../src/open-register.js';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';

const [folder = ''] = process.argv.slice(2);
// What is written survives the end of a process, which is what the tests are about; no power is cut.
const settings = { fsync: 'off', max_connections: '100' };
const server = await startEmbeddedPostgres({ folder, settings });
const register = await openRegister(loadConfig({ NODE_ENV: 'test', WLZ_DATA: folder }), () => undefined);
process.stdout.write(`${server.url}\n`);
await once(process.stdin.resume(), 'end');
await register.close();
await server.stop();
// What a killed server left running may still be tidying up in there; the test throws the folder away as well.
await removeEmbeddedPostgres(folder).catch(() => undefined);
