import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { decodeJwt } from 'jose';
import { main } from '../../../src/cli/token.js';

const folder = mkdtempSync(join(tmpdir(), 'wlz-token-'));
const environment = { ...process.env };
const out: string[] = [];
const told: string[] = [];

beforeAll(() => {
  process.env.WLZ_DATA = join(folder, 'map met spatie');
});

afterAll(() => {
  process.env = environment;
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  out.length = 0;
  told.length = 0;
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
});

afterEach(() => {
  jest.restoreAllMocks();
  delete process.env.AUTH_JWKS_URL;
  process.env.NODE_ENV = 'test';
});

describe('npm run token', () => {
  it('prints a token for twelve hours, and only that', async () => {
    expect(await main(['--rol', 'ZORGKANTOOR', '--zorgkantoor', '5516,5517'])).toBe(0);
    expect(out).toHaveLength(1);
    expect(told.filter((text) => !text.includes('Warning'))).toEqual([]);
    const { iat = 0, exp = 0, ...claims } = decodeJwt(out[0]?.trim() ?? '');
    expect(exp - iat).toBe(12 * 3600);
    expect(claims).toMatchObject({ wlz_rollen: ['ZORGKANTOOR'], uzovi: ['5516', '5517'] });
  });

  it('takes more roles and a subject', async () => {
    const argv = [
      '--rol',
      'ZORGAANBIEDER',
      '--agb',
      '99000001',
      '--rol',
      'ZORGKANTOOR',
      '--zorgkantoor',
      '5516',
      '--sub',
      'piet',
    ];
    expect(await main(argv)).toBe(0);
    expect(decodeJwt(out[0]?.trim() ?? '')).toMatchObject({
      sub: 'piet',
      wlz_rollen: ['ZORGAANBIEDER', 'ZORGKANTOOR'],
      agb: '99000001',
    });
  });

  it.each([
    ['no role', []],
    ['a role that does not exist', ['--rol', 'KOK']],
    ['the role of our own processes', ['--rol', 'SYSTEEM']],
    ['a zorgkantoor without its code', ['--rol', 'ZORGKANTOOR']],
    ['a zorgkantoor outside 55xx', ['--rol', 'ZORGKANTOOR', '--zorgkantoor', '5516,9999']],
    ['a provider without its code', ['--rol', 'ZORGAANBIEDER']],
    ['half an AGB code', ['--rol', 'ZORGAANBIEDER', '--agb', '9900']],
    ['an option nobody knows', ['--rol', 'BEHEERDER', '--lang', 'leve']],
  ])('with %s says in Dutch what is wrong', async (_what, argv) => {
    expect(await main(argv)).toBe(1);
    expect(out).toEqual([]);
    expect(told.join('')).toMatch(/Geef|Onbekende|zorgkantoor is|AGB-code is/);
  });

  it('refuses where tokens come from somebody else', async () => {
    Object.assign(process.env, {
      AUTH_JWKS_URL: 'http://127.0.0.1:9/',
      AUTH_ISSUER: 'i',
      AUTH_AUDIENCE: 'a',
    });
    expect(await main(['--rol', 'BEHEERDER'])).toBe(1);
    expect(out).toEqual([]);
  });

  it('refuses in production', async () => {
    process.env.NODE_ENV = 'production';
    expect(await main(['--rol', 'BEHEERDER'])).toBe(1);
    expect(out).toEqual([]);
  });
});
