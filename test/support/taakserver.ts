/**
 * The whole program as a process of its own, for tests of scheduled work: it opens the register that the settings name,
 * adds the task `telwerk` to its own, and lets them tick. Says `klaar` when it does. Ends on SIGTERM.
 */
import 'reflect-metadata';
import { createClock, loadConfig } from '../../src/config/index.js';
import { createServer } from '../../src/main.js';
import { Contactbewaking } from '../../src/modules/contactbewaking/index.js';
import { openRegister } from '../../src/open-register.js';
import { createLog } from '../../src/platform/logging/index.js';
import { Scheduler, Taakregister } from '../../src/platform/scheduling/index.js';
import { telwerk } from './telwerk.js';

const config = loadConfig();
const clock = createClock(config);
const database = await openRegister(config, () => undefined);
const app = await createServer({
  config,
  clock,
  log: createLog(config.LOG_LEVEL),
  databaseUrl: database.url,
});
process.once('SIGTERM', () => {
  void app
    .close()
    .then(() => database.close())
    .then(() => process.exit(0));
});
await app.listen(0, '127.0.0.1');
app.get(Taakregister, { strict: false }).add(telwerk);
// Small batches, so that a test with few clients can interfere in the middle of a pass.
app.get(Contactbewaking, { strict: false }).regelsPerBatch = 10;
app.get(Scheduler, { strict: false }).start();
process.stdout.write('klaar\n');
