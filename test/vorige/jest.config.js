/** `npm run test:vorige`: apart from `npm test`, because it needs the history of the repository. */
import { fileURLToPath } from 'node:url';
import config from '../../jest.config.js';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));
const { projects, ...base } = config;
const e2e = projects.find(({ displayName }) => displayName === 'e2e');

export default {
  ...base,
  rootDir,
  projects: [{ ...e2e, rootDir, displayName: 'vorige', testMatch: ['<rootDir>/test/vorige/**/*.test.ts'] }],
};
