/**
 * `npm run test:wanden [woord]`: drops every policy, check, key and exclusion of the migrated database, one at a time,
 * opens every policy wide as well, and says of which nobody noticed; exit 1 when there is one. The proofs are those of
 * test/integration/wanden, which run with `npm test`.
 */
import globalSetup from '../support/jest/global-setup.mjs';
import globalTeardown from '../support/jest/global-teardown.mjs';

await globalSetup();
try {
  const { main } = await import('./loop.ts');
  process.exitCode = await main(process.argv[2]);
} finally {
  await globalTeardown();
}
