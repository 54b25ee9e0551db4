import { createRequire } from 'node:module';
import fc from 'fast-check';

const require = createRequire(import.meta.url);

/** Jest's own, so that a spec means the same here as there. */
export const { jestExpect: expect } = createRequire(require.resolve('@jest/globals'))('@jest/expect');

// The same examples for every mutant, or a score would be a matter of luck; and one that fails says enough.
fc.configureGlobal({ seed: 1, endOnFailure: true });

let tests = [];
let path = [];

/** Reads a spec file. @returns its tests, in order: `{ id, file, run }` */
export async function collect(file, load) {
  tests = [];
  path = [];
  await load();
  return tests.map(({ name, run }, index) => ({ id: `${file} ${index} ${name}`, file, run }));
}

export function describe(name, declare) {
  path.push(name);
  declare();
  path.pop();
}

export function it(name, run) {
  tests.push({ name: [...path, name].join(' '), run });
}

it.each = each(it);
describe.each = each(describe);

function each(declare) {
  return (rows) => (name, run) => {
    for (const row of rows) declare(name, () => (Array.isArray(row) ? run(...row) : run(row)));
  };
}
