import { describe, expect, it } from '@jest/globals';
import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';

/** The rules about time, environment and terminal; they need no types, so a line of text is enough to try them. */
const HOUSE_RULES = [
  'no-restricted-syntax',
  'no-restricted-properties',
  'no-restricted-imports',
  'no-console',
  '@typescript-eslint/no-explicit-any',
];

const eslint = new ESLint();
const linter = new Linter();

/** The house rules that this file would break by containing this code. */
async function broken(file: string, code: string): Promise<(string | null)[]> {
  const { rules } = (await eslint.calculateConfigForFile(file)) as { rules: Linter.RulesRecord };
  const houseRules = Object.fromEntries(Object.entries(rules).filter(([name]) => HOUSE_RULES.includes(name)));
  const config = {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: houseRules,
  } as Linter.Config;
  return linter.verify(code, [config], file).map(({ ruleId }) => ruleId);
}

const SERVICE = 'src/modules/client/client.service.ts';
const TEST = 'test/e2e/tour.test.ts';

describe('lint', () => {
  it.each([
    [SERVICE, 'export const now = new Date();'],
    [SERVICE, 'export const now = Date.now();'],
    [SERVICE, 'export const now = Date();'],
    [SERVICE, 'export const now = Temporal.Now.instant();'],
    [TEST, 'export const now = Date.now();'],
    ['src/platform/database/frame.ts', 'export const now = new Date();'],
    [SERVICE, 'export const port = process.env.PORT;'],
    [SERVICE, 'export const { env } = process;'],
    [SERVICE, `import { env } from 'node:process';`],
    ['src/platform/clock/clock.ts', 'export const port = process.env.PORT;'],
    [SERVICE, `console.log('x');`],
    ['src/platform/logging/logger.ts', `console.error('x');`],
    [SERVICE, 'export const x: any = 1;'],
    [TEST, 'export const x: any = 1;'],
  ])('refuses in %s: %s', async (file, code) => {
    expect(await broken(file, code)).toHaveLength(1);
  });

  it.each([
    ['src/platform/clock/clock.ts', 'export const now = Temporal.Now.instant();'],
    ['src/config/config.ts', 'export const port = process.env.PORT;'],
    [SERVICE, `export const day = new Date('2026-11-01');`],
    ['src/cli/token.ts', `console.log('x');`],
    [TEST, 'export const path = process.env.PATH;'],
  ])('allows in %s: %s', async (file, code) => {
    expect(await broken(file, code)).toEqual([]);
  });

  it.each(['@typescript-eslint/no-floating-promises', '@typescript-eslint/no-unused-vars'])(
    '%s is on',
    async (rule) => {
      const { rules } = (await eslint.calculateConfigForFile(SERVICE)) as { rules: Linter.RulesRecord };
      expect([rules[rule]].flat()[0]).toBe(2);
    },
  );
});
