import { readdirSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import jest from '../../../jest.config.js';

/**
 * Judges a mutant in the process that is already there. Jest begins anew for each, which takes it from a fifth of a second
 * to three; this takes milliseconds, so that thousands of mutants can be judged in minutes. It knows as much of Jest as
 * pure specs use: `describe`, `it`, `each` and `expect`. With `--jest` Jest is the judge.
 */
class InProcess {
  static inject = ['options'];
  #specs;
  #collect;
  #version = 0;

  constructor({ specs }) {
    this.#specs = new RegExp(specs);
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const globals = new URL('./globals.mjs', import.meta.url).href;
    const [, { jsc }] = jest.projects[0].transform['^.+\\.ts$'];
    register('./hooks.mjs', import.meta.url, { data: { globals, typescript: { jsc, swcrc: false } } });
    ({ collect: this.#collect } = await import(globals));
  }

  async dryRun() {
    const stryker = (globalThis.__stryker__ ??= {});
    stryker.mutantCoverage = { static: {}, perTest: {} };
    const tests = [];
    for (const { id, file, run } of await this.#tests(this.#files())) {
      stryker.currentTestId = id;
      const begin = performance.now();
      const failureMessage = await failureOf(run);
      const timeSpentMs = performance.now() - begin;
      const status = failureMessage === null ? 0 : 1;
      tests.push({ id, name: id, fileName: file, timeSpentMs, status, failureMessage });
    }
    stryker.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const stryker = (globalThis.__stryker__ ??= {});
    Object.assign(stryker, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit && 0 });
    const wanted = testFilter && new Set(testFilter);
    const files = this.#files().filter(
      (file) => !testFilter || testFilter.some((id) => id.startsWith(`${file} `)),
    );
    let tests;
    try {
      tests = await this.#tests(files);
    } catch (error) {
      return { status: 'error', errorMessage: String(error) };
    }
    let nrOfTests = 0;
    for (const { id, run } of tests) {
      if (wanted && !wanted.has(id)) continue;
      nrOfTests += 1;
      const failureMessage = await failureOf(run);
      if (stryker.hitCount > hitLimit) return { status: 'timeout', reason: 'hit limit' };
      if (failureMessage !== null) return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }

  /** The working directory is a copy of the repository in which the mutants are. */
  #files() {
    return ['src', 'test/architecture']
      .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, file)))
      .filter((file) => this.#specs.test(`/${file}`))
      .sort();
  }

  async #tests(files) {
    this.#version += 1;
    const tests = [];
    for (const file of files) {
      const { href } = pathToFileURL(file);
      tests.push(...(await this.#collect(file, () => import(`${href}?${this.#version}`))));
    }
    return tests;
  }
}

async function failureOf(run) {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcess }];
