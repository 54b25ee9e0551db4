import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The one place that reads the clock; everybody else takes the moment as data. */
export const CLOCK = ['src/platform/clock/**'];
/** The places that read the environment; `src/config` is the schema everything else goes through. */
export const ENVIRONMENT_READERS = ['src/config/**', 'ormconfig.ts', 'bin/**', 'test/**', 'bench/**'];
/** Programs that talk to a terminal. */
export const CONSOLE_USERS = ['src/cli/**', 'bin/**', 'test/support/jest/**', 'bench/**'];

/** What the scripts of the page of GraphiQL find in a browser. */
const BROWSER = [
  ...['window', 'document', 'localStorage', 'sessionStorage', 'fetch', 'crypto'],
  ...['URLSearchParams', 'TextEncoder', 'atob', 'btoa'],
];

const noClock = 'Take the time from the Clock (src/platform/clock) or from the RequestContext.';
const timeSyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: noClock },
  { selector: "CallExpression[callee.name='Date']", message: noClock },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: noClock },
];
const timeProperty = { object: 'Date', property: 'now', message: noClock };
const environmentProperty = {
  object: 'process',
  property: 'env',
  message: 'The environment is read once, in src/config; take the setting from there.',
};
const environmentImport = {
  paths: ['process', 'node:process'].map((name) => ({
    name,
    importNames: ['env'],
    message: environmentProperty.message,
  })),
};

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', '.data/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { args: 'after-used', argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A Nest module is an empty class under a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // An implementation of an asynchronous interface need not wait for anything itself.
      '@typescript-eslint/require-await': 'off',
      // Nest declares its options as classes and takes plain objects.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Words of this project are ASCII or Dutch; codes are taken apart by character.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'performance', 'URL', 'setInterval', 'clearInterval', 'setImmediate'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  {
    files: ['src/**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(BROWSER.map((name) => [name, 'readonly'])),
    },
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...timeSyntax],
      'no-restricted-properties': ['error', timeProperty, environmentProperty],
      'no-restricted-imports': ['error', environmentImport],
    },
  },
  { files: CONSOLE_USERS, rules: { 'no-console': 'off' } },
  {
    files: ENVIRONMENT_READERS,
    rules: { 'no-restricted-properties': ['error', timeProperty], 'no-restricted-imports': 'off' },
  },
  {
    files: CLOCK,
    rules: { 'no-restricted-syntax': 'off', 'no-restricted-properties': ['error', environmentProperty] },
  },
);
