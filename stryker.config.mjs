import jest from './jest.config.js';

const unit = jest.projects.find(({ displayName }) => displayName === 'unit');

/** How mutants are made and judged. `test/mutation/groups.mjs` says which ones; `bin/mutation.mjs` runs those. */
export default {
  testRunner: 'in-process',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    projectType: 'custom',
    config: {
      ...unit,
      projects: [],
      testMatch: [],
      roots: ['<rootDir>/src', '<rootDir>/test/architecture', '<rootDir>/test/support'],
    },
  },
  coverageAnalysis: 'perTest',
  plugins: [
    '@stryker-mutator/jest-runner',
    './test/mutation/in-process/runner.mjs',
    './test/mutation/ignore-prose.mjs',
  ],
  ignorers: ['prose'],
  concurrency: 2,
  // A mutant that loops is told by the number of its steps; this is for the few that hang otherwise, on a busy machine.
  timeoutMS: 10_000,
  // swc reads the sources; types are not its business.
  disableTypeChecks: false,
  tempDirName: '.data/mutation/sandbox',
  ignorePatterns: ['.data', 'dist', 'bench', 'test/integration', 'test/e2e', 'test/faults'],
  reporters: ['json', 'progress-append-only'],
  warnings: { slow: false, unknownOptions: false },
  allowConsoleColors: false,
};
