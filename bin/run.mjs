/**
 * The one launcher: `node bin/run.mjs <opdracht> [argumenten]`. Builds when the sources changed since the last
 * build, then runs the command in this very process, so that signals and exit codes need no forwarding.
 * A command is a file in src/cli that exports `main(argv): Promise<number>`; `start` is src/main.ts.
 * Plain JavaScript without dependencies: it must work before anything is built.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BuildFailed, buildIfChanged } from './build.mjs';

const COMMANDS =
  'start|build|import|export|job|token|demo-data|migrate|backup|restore|logboek|opschonen|oidc';

const root = fileURLToPath(new URL('..', import.meta.url));
const [command = '', ...argv] = process.argv.slice(2);

const code = await run();
if (typeof code === 'number') process.exitCode = code;

/** The exit code, or nothing when the command leaves that to its own process. */
async function run() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    return fail(`Wlz-regie heeft Node 20.19 of nieuwer nodig; dit is ${process.versions.node}.`);
  }
  if (!/^[a-z][a-z-]*$/.test(command)) return fail(`Gebruik: node bin/run.mjs <${COMMANDS}> [argumenten]`);
  try {
    await buildIfChanged(root, (line) => process.stderr.write(`${line}\n`));
  } catch (error) {
    if (error instanceof BuildFailed) return fail(error.message);
    throw error;
  }
  if (command === 'build') return 0;

  const file = join(root, 'dist', 'src', command === 'start' ? 'main.js' : join('cli', `${command}.js`));
  if (!existsSync(file)) return fail(`De opdracht "${command}" bestaat niet.`);
  process.setSourceMapsEnabled(true);
  const { main } = await import(pathToFileURL(file).href);
  if (typeof main !== 'function') return fail(`"${command}" is geen opdracht.`);
  return main(argv);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
