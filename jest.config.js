/**
 * Three projects: `unit` (specs beside the source, and the architecture tests), `integration` (use cases and
 * queries on real PostgreSQL) and `e2e` (journeys over HTTP). The last two share one embedded PostgreSQL per run.
 * NestJS 12 is ESM only, so Jest runs with --experimental-vm-modules; `npm run jest -- <path>` sets that.
 */
const typescript = [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
  },
];

/** What all projects share; `roots` keeps Jest out of build output and database folders. */
const base = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/migrations'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': typescript },
  // nodenext names the output in relative imports; the source beside it is TypeScript.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1.ts'] },
};

const withPostgres = {
  ...base,
  globalSetup: '<rootDir>/test/support/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/jest/global-teardown.mjs',
};

export default {
  maxWorkers: 2,
  // Node keeps the modules of a test file that is done (some 25 MB); a worker begins anew before that becomes a burden.
  workerIdleMemoryLimit: '1GB',
  // Generous: real processes start in these tests, on machines that are busy with others.
  testTimeout: 120_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/architecture/**/*.test.ts'],
    },
    { ...withPostgres, displayName: 'integration', testMatch: ['<rootDir>/test/integration/**/*.test.ts'] },
    {
      ...withPostgres,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts', '<rootDir>/test/faults/**/*.test.ts'],
    },
  ],
};
