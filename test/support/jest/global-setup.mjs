import { startServer } from './server-process.mjs';

/**
 * Before integration and e2e tests: one PostgreSQL with a migrated template database. Everything that needs
 * TypeScript or decorators happens in child processes: metadata set here would leak into every test file.
 */
export default async function globalSetup() {
  const { superuserUrl, template, run } = await startServer();
  process.env.WLZ_TEST_SUPERUSER_URL = superuserUrl;
  process.env.WLZ_TEST_TEMPLATE = template;
  process.env.WLZ_TEST_RUN = run;
}
