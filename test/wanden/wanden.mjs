/**
 * `npm run test:wanden [woord]`: takes every wall, policy, check, key, exclusion, reference and trigger of the migrated
 * database away, one at a time, opens every policy wide as well, and says of which nobody noticed; exit 1 when there is
 * one. The proofs are those of test/integration/wanden, which run with `npm test`; the test there that compares the list
 * with the catalog has no say. With a word only the things with that word in their name.
 * `npm run test:wanden <woord> <pad>…` runs the tests with that path instead, on databases without the thing: once per
 * thing, which takes as long as those tests do.
 */
import globalSetup from '../support/jest/global-setup.mjs';
import globalTeardown from '../support/jest/global-teardown.mjs';

const [word, ...paths] = process.argv.slice(2);
await globalSetup();
try {
  const { main } = await import('./loop.ts');
  process.exitCode = await main(word, paths);
} finally {
  await globalTeardown();
}
