/**
 * `npm run test:wanden [woord]`: drops every policy, check, key, exclusion and guarding trigger of the migrated database,
 * one at a time, opens what can be opened, and says of which nobody noticed; exit 1 when there is one. The proofs are
 * those of test/integration/wanden, which run with `npm test`. With a word only the things with that word in their name.
 * `npm run test:wanden <woord> <pad>…` runs the tests with that path instead, once per thing: minutes each.
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
