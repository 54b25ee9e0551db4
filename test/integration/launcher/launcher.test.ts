import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const BUILT = /Gebouwd in/;
const ECHO = `
  export async function main(argv: string[]): Promise<number> {
    process.stdout.write(argv.join('|') + '\\n');
    return argv.length;
  }
`;

let project: string;

function write(file: string, content: string): void {
  const path = join(project, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

async function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [join(project, 'bin', 'run.mjs'), ...args], { cwd: tmpdir() });
  const exit = new Promise<number | null>((done) => child.once('exit', done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { code, stdout, stderr };
}

/** A small project with our launcher and compiler settings, in a folder with a space in its name. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'wlz regie '));
  for (const file of ['bin', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']) {
    cpSync(resolve(file), join(project, file), { recursive: true });
  }
  for (const dependency of ['typescript-native', '@typescript', '@types']) {
    mkdirSync(join(project, 'node_modules'), { recursive: true });
    symlinkSync(resolve('node_modules', dependency), join(project, 'node_modules', dependency));
  }
  write('package.json', '{ "type": "module" }');
  write('src/main.ts', 'export async function main(): Promise<void> { process.exitCode = 7; }');
  write('src/cli/echo.ts', ECHO);
  write('src/cli/words.ts', 'export const words = 3;');
  write('src/modules/codelijst/lijst.csv', 'code;omschrijving\n');
  write('src/modules/codelijst/lijst.spec.ts', 'export const spec = true;');
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the launcher', () => {
  it('builds once when two commands start at the same time, and passes arguments and exit codes', async () => {
    const [one, two] = await Promise.all([run('echo', 'a b', 'c'), run('echo', 'd')]);

    expect([one.stdout, one.code]).toEqual(['a b|c\n', 2]);
    expect([two.stdout, two.code]).toEqual(['d\n', 1]);
    expect(`${one.stderr}${two.stderr}`.match(new RegExp(BUILT, 'g'))).toHaveLength(1);
  });

  it('takes what is not TypeScript along, and leaves specs behind', () => {
    expect(readFileSync(join(project, 'dist/src/modules/codelijst/lijst.csv'), 'utf8')).toContain('code;');
    expect(existsSync(join(project, 'dist/src/modules/codelijst/lijst.spec.js'))).toBe(false);
  });

  it('does not build again while the sources stay the same', async () => {
    expect((await run('echo')).stderr).toBe('');
  });

  it('runs main for start and leaves the exit code to it', async () => {
    expect((await run('start')).code).toBe(7);
  });

  it('builds after a change and drops what has no source any more', async () => {
    rmSync(join(project, 'src/cli/words.ts'));
    write('src/cli/echo.ts', ECHO.replace("'|'", "'+'"));

    const result = await run('echo', 'a', 'b');

    expect(result.stdout).toBe('a+b\n');
    expect(result.stderr).toMatch(BUILT);
    expect(existsSync(join(project, 'dist/src/cli/words.js'))).toBe(false);
  });

  it('builds again when part of the output was thrown away', async () => {
    rmSync(join(project, 'dist/src'), { recursive: true });
    expect((await run('echo')).stderr).toMatch(BUILT);
  });

  it('takes over the lock of a builder that was killed', async () => {
    const killed = spawn(process.execPath, ['--version']);
    await new Promise((done) => killed.once('exit', done));
    write('node_modules/.cache/wlz-regie/build.lock', String(killed.pid));
    write('src/cli/words.ts', 'export const words = 4;');

    expect((await run('build')).stderr).toMatch(BUILT);
  });

  it('refuses a command that does not exist or is not one', async () => {
    expect(await run('onbekend')).toMatchObject({ code: 1, stdout: '' });
    expect(await run('words')).toMatchObject({ code: 1, stdout: '' });
    expect(await run('../main')).toMatchObject({ code: 1, stdout: '' });
    expect((await run()).stderr).toMatch(/^Gebruik:/);
  });

  it('stops with exit 1 on a type error and keeps the last good output', async () => {
    write('src/cli/echo.ts', `${ECHO}\nexport const wrong: number = 'text';`);

    const result = await run('echo', 'a');

    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toMatch(/TS2322/);
    expect(result.stderr).toMatch(/Bouwen is mislukt/);
    expect(existsSync(join(project, 'dist/src/cli/echo.js'))).toBe(true);
  });

  it('runs what is there when the compiler is not installed', async () => {
    rmSync(join(project, 'node_modules/typescript-native'));
    expect(await run('echo', 'a', 'b')).toMatchObject({ code: 2, stdout: 'a+b\n', stderr: '' });
    rmSync(join(project, 'dist'), { recursive: true });
    expect((await run('echo')).code).toBe(1);
  });
});
