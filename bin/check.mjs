/**
 * `npm run check:static`: format, lint and types beside each other, for none of them needs the others. Each says what it has
 * to say as a whole when it is done; the exit code is 0 when all are content.
 */
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// The longest first.
const CHECKS = ['lint', 'format:check', 'types'];

const results = await Promise.all(CHECKS.map(check));
process.exitCode = results.every(Boolean) ? 0 : 1;

/** True when the script found nothing. */
async function check(script) {
  const child = spawn('npm', ['run', '-s', script], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
  const [code] = await once(child, 'close');
  const text = Buffer.concat(said).toString().trim();
  if (text !== '') process.stderr.write(`${text}\n`);
  if (code !== 0) process.stderr.write(`npm run ${script}: niet in orde\n`);
  return code === 0;
}
