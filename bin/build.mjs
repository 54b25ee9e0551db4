import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { withLock } from './lock.mjs';

/** The build could not be made; the message is a Dutch sentence for the user, details went to stderr. */
export class BuildFailed extends Error {}

const SOURCE_FOLDERS = ['src', 'migrations'];
const SOURCE_FILES = ['ormconfig.ts', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];

/**
 * Brings dist/ in step with the sources. Without the TypeScript compiler (a production image) dist/ is taken as
 * it is. Several starts at once build once: the others wait and find it done.
 * @param {string} root folder of the project
 * @param {(line: string) => void} onProgress takes Dutch lines
 */
export async function buildIfChanged(root, onProgress) {
  const compiler = join(root, 'node_modules', 'typescript-native', 'bin', 'tsc');
  if (!existsSync(compiler)) {
    if (existsSync(entryPoint(root))) return;
    throw new BuildFailed('Er is nog niets gebouwd en de compiler ontbreekt. Draai eerst: npm ci');
  }
  if (isFresh(root)) return;
  const lockFile = join(root, 'node_modules', '.cache', 'wlz-regie', 'build.lock');
  const onWait = () => onProgress('Een ander proces bouwt al; even wachten.');
  await withLock(lockFile, { onWait }, async () => {
    if (!isFresh(root)) await build(root, compiler, onProgress);
  });
}

function entryPoint(root) {
  return join(root, 'dist', 'src', 'main.js');
}

function stampFile(root) {
  return join(root, 'dist', 'build.json');
}

function isFresh(root) {
  const stamp = stampFile(root);
  if (!existsSync(stamp) || !isComplete(root)) return false;
  return JSON.parse(readFileSync(stamp, 'utf8')).sources === fingerprint(root);
}

/** False when output is missing, whatever the compiler remembers about having written it. */
function isComplete(root) {
  return expectedOutput(root).every((file) => existsSync(join(root, 'dist', file)));
}

/** What a build leaves in dist/, relative to it. */
function expectedOutput(root) {
  return listSources(root).flatMap((file) => {
    if (isAsset(file)) return [file];
    const script = file.replace(/\.ts$/, '.js');
    return file.endsWith('.ts') ? [script, `${script}.map`] : [];
  });
}

async function build(root, compiler, onProgress) {
  const started = performance.now();
  const sources = fingerprint(root);
  const stamp = stampFile(root);
  onProgress(existsSync(stamp) ? 'De broncode is gewijzigd: bouwen…' : 'De eerste keer: bouwen…');
  // A build that was cut short left no stamp: what it wrote cannot be trusted, so nothing of it is reused.
  if (!existsSync(stamp)) removeOutput(root);
  rmSync(stamp, { force: true });
  await writeOutput(root, compiler);
  if (!isComplete(root)) {
    removeOutput(root);
    await writeOutput(root, compiler);
  }
  writeFileSync(stamp, `${JSON.stringify({ sources })}\n`);
  onProgress(`Gebouwd in ${((performance.now() - started) / 1000).toFixed(1).replace('.', ',')} s.`);
}

function removeOutput(root) {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
}

async function writeOutput(root, compiler) {
  await compile(root, compiler);
  removeOutputWithoutSource(root);
  for (const file of listSources(root).filter(isAsset)) {
    const target = join(root, 'dist', file);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(root, file), target);
  }
}

/**
 * Runs tsc with its messages on our stderr. It writes nothing when it finds an error, so the old output stays. The native
 * compiler (TypeScript 7) writes the same code in a sixth of the time; libraries and lint still ask for TypeScript 6.
 */
async function compile(root, compiler) {
  const pretty = String(process.stderr.isTTY === true);
  const args = [compiler, '-p', 'tsconfig.build.json', '--noEmitOnError', '--pretty', pretty];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new BuildFailed('Bouwen is mislukt; de fouten staan hierboven.');
}

/** Everything that is not TypeScript goes along unchanged: code lists, pages, styles, scripts. */
function isAsset(file) {
  return SOURCE_FOLDERS.includes(file.split(sep)[0]) && !/\.(ts|md)$/.test(file);
}

/** A renamed or deleted source must not live on in dist/. */
function removeOutputWithoutSource(root) {
  const expected = new Set(expectedOutput(root));
  for (const folder of SOURCE_FOLDERS) {
    for (const file of listFiles(join(root, 'dist', folder))) {
      if (!expected.has(relative(join(root, 'dist'), file))) rmSync(file);
    }
  }
}

/** One hash over names and contents: it does not depend on times, which a clone or a copy changes. */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of listSources(root)) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** The files a build is made from, relative to the root, in a fixed order. */
function listSources(root) {
  const inFolders = SOURCE_FOLDERS.flatMap((folder) => listFiles(join(root, folder)));
  const single = SOURCE_FILES.map((file) => join(root, file)).filter((file) => existsSync(file));
  return [...inFolders, ...single]
    .filter((file) => !/\.(spec|d)\.ts$/.test(file))
    .map((file) => relative(root, file))
    .sort();
}

function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
