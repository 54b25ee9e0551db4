import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import config from '../stryker.config.mjs';
import { groups } from '../test/mutation/groups.mjs';

/**
 * Changes the decisions of the register one at a time and counts which changes the unit specs notice; fails when that
 * is less than a group's floor. Names of groups run only those; `--incremental` judges again only what changed.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { incremental: { type: 'boolean', default: false }, jest: { type: 'boolean', default: false } },
});

const FOLDER = '.data/mutation';
const NOTICED = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

async function mutate({ name, mutate, specs, coverage = config.coverageAnalysis }) {
  const stryker = new Stryker({
    mutate: [...mutate, '!**/*.spec.ts'],
    specs,
    coverageAnalysis: coverage,
    testRunner: values.jest ? 'jest' : config.testRunner,
    jest: { ...config.jest, config: { ...config.jest.config, testRegex: [specs] } },
    jsonReporter: { fileName: `${FOLDER}/${name}.json` },
    incremental: values.incremental,
    incrementalFile: `${FOLDER}/${name}.incremental.json`,
  });
  await stryker.runMutationTest();
}

/** What Stryker reported of a group. */
async function outcome({ name, floor }) {
  const { files } = JSON.parse(await readFile(`${FOLDER}/${name}.json`, 'utf8'));
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const [noticed, missed] = [count(NOTICED), count(MISSED)];
  const total = noticed + missed;
  // A group without mutants names files that are not there.
  const score = total === 0 ? 0 : (100 * noticed) / total;
  return { group: name, mutants: total, noticed, missed, score: Number(score.toFixed(1)), floor };
}

const unknown = positionals.filter((name) => !groups.some((group) => group.name === name));
if (unknown.length > 0) throw new Error(`there is no group ${unknown.join(', ')}`);
const chosen = groups.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const begin = performance.now();
for (const group of chosen) await mutate(group);
const outcomes = await Promise.all(chosen.map(outcome));
console.table(outcomes);
console.log(`${((performance.now() - begin) / 60_000).toFixed(1)} minutes`);
if (outcomes.some(({ score, floor }) => score < floor)) process.exitCode = 1;
