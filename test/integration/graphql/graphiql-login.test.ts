import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfig } from '../../../src/config/index.js';
import { startAanmelddienst } from '../../../src/modules/toegang/index.js';
import { localLogin } from '../../../src/modules/toegang/tokens/local-login.js';
import type { LoginService } from '../../../src/platform/graphql/index.js';
import { Browser } from '../../support/browser.js';
import { startEdgeApp, type EdgeApp } from './edge-app.js';

/** What the page's own script exports; it runs here as it does in a browser. */
interface LoginScript {
  beginLogin(login: LoginService, tab: { origin: string; storage: Storage }): Promise<string>;
  endLogin(login: LoginService, back: { address: string; storage: Storage }): Promise<string>;
  isBack(address: string): boolean;
  subjectOf(token: string): string;
}
/** What a browser keeps for one tab. */
interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const SCRIPT = '../../../src/platform/graphql/graphiql/browser/login.js';
const HTML = { headers: { accept: 'text/html' } };
const FORM = { sub: 'oidc-medewerker', tweedeFactor: 'on' };

let script: LoginScript;
let folder: string;
let dienst: Awaited<ReturnType<typeof startAanmelddienst>>;
let settings: NodeJS.ProcessEnv;
let app: EdgeApp;
let storage: Storage;

beforeAll(async () => {
  script = (await import(SCRIPT)) as LoginScript;
  folder = await mkdtemp(join(tmpdir(), 'wlz-inloggen-'));
  dienst = await startAanmelddienst({ production: false, dataFolder: folder, port: 0 });
  settings = {
    AUTH_ISSUER: dienst.issuer,
    AUTH_AUDIENCE: dienst.audience,
    AUTH_TWEEDE_FACTOR: 'on',
    AUTH_DISCOVERY_URL: `${dienst.issuer}/.well-known/openid-configuration`,
  };
  app = await startEdgeApp({ settings });
});

beforeEach(() => {
  const kept = new Map<string, string>();
  storage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
});

afterAll(async () => {
  await app.close();
  await dienst.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the page knows. */
async function page(): Promise<{ login: LoginService; users: readonly object[]; policy: string }> {
  const { text, headers } = await app.send('/graphql', HTML);
  const json = /<script id="gegevens" type="application\/json">(.*?)<\/script>/s.exec(text)?.[1] ?? '{}';
  const data = JSON.parse(json) as { login: LoginService; users: readonly object[] };
  return { ...data, policy: headers.get('content-security-policy') ?? '' };
}

/** Begins on the page and logs in at the provider. @returns the address one comes back to */
async function goAndComeBack(login: LoginService, form: Record<string, string> = FORM): Promise<string> {
  return new Browser().logIn(await script.beginLogin(login, { origin: app.url, storage }), form);
}

describe('logging in on the page of GraphiQL', () => {
  it('gives a token by code and PKCE that the server takes, with who it is of', async () => {
    const { login, users } = await page();
    expect(users).toEqual([]);
    const address = await goAndComeBack(login);
    expect(address.startsWith(`${app.url}/graphql?`)).toBe(true);
    expect(script.isBack(address)).toBe(true);
    expect((await app.send(address.slice(app.url.length), HTML)).status).toBe(200);
    const token = await script.endLogin(login, { address, storage });
    expect(script.subjectOf(token)).toBe('oidc-medewerker');
    const { body } = await app.ask({ query: '{ ik { sub rol } }' }, { authorization: `Bearer ${token}` });
    expect(body).toEqual({ data: { ik: { sub: 'oidc-medewerker', rol: 'ZORGKANTOOR' } } });
    expect(app.logged()).not.toContain(new URL(address).searchParams.get('code'));
  });

  it('shows what happens without a second factor: the server says what it misses', async () => {
    const { login } = await page();
    const address = await goAndComeBack(login, { sub: 'oidc-medewerker' });
    const token = await script.endLogin(login, { address, storage });
    const answer = await app.ask({ query: '{ ik { sub } }' }, { authorization: `Bearer ${token}` });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('insufficient_user_authentication');
  });

  it('works once, and only for the tab that began it, with this provider’s own answer', async () => {
    const { login } = await page();
    const address = await goAndComeBack(login);
    const not = 'Dit aanmelden is niet op deze pagina begonnen.';
    const changed = (name: string, value: string): string => {
      const url = new URL(address);
      url.searchParams.set(name, value);
      return url.href;
    };
    const remembered = storage.getItem('wlz-regie:aanmelden') ?? '';
    for (const wrong of [changed('state', 'x'), changed('iss', 'https://elders.example')]) {
      storage.setItem('wlz-regie:aanmelden', remembered);
      await expect(script.endLogin(login, { address: wrong, storage })).rejects.toThrow(not);
    }
    await expect(script.endLogin(login, { address, storage })).rejects.toThrow(not);
    // Somebody who has the code and not the secret of the tab gets nothing for it.
    const { state } = JSON.parse(remembered) as { state: string };
    const stolen = { state, verifier: 'x'.repeat(43), redirectURI: `${app.url}/graphql` };
    storage.setItem('wlz-regie:aanmelden', JSON.stringify(stolen));
    await expect(script.endLogin(login, { address, storage })).rejects.toThrow('gaf geen token');
  });

  it('says so when it was broken off', async () => {
    const { login } = await page();
    const begun = new URL(await script.beginLogin(login, { origin: app.url, storage }));
    const address = `${app.url}/graphql?${new URLSearchParams({
      error: 'access_denied',
      state: begun.searchParams.get('state') ?? '',
      iss: login.issuer,
    }).toString()}`;
    await expect(script.endLogin(login, { address, storage })).rejects.toThrow('afgebroken');
    expect(script.isBack(`${app.url}/graphql`)).toBe(false);
  });

  it('lets the page speak to that one provider besides its own server, and to nobody else', async () => {
    const { policy } = await page();
    expect(policy).toContain(`connect-src 'self' ${dienst.issuer};`);
    expect(policy.replace(dienst.issuer, '')).not.toMatch(/https?:|unsafe|\*/);
  });
});

describe('the login', () => {
  const at = (more: NodeJS.ProcessEnv) => localLogin(loadConfig({ NODE_ENV: 'test', ...settings, ...more }));

  it('is offered only for the issuer that is set, on this machine, while it runs', async () => {
    expect(await at({})).toMatchObject({ issuer: dienst.issuer, clientID: 'wlz-regie-web' });
    expect(await localLogin(loadConfig({ NODE_ENV: 'test' }))).toBeNull();
    expect(await at({ AUTH_DISCOVERY_URL: '', AUTH_JWKS_URL: `${dienst.issuer}/jwks` })).toBeNull();
    expect(await at({ AUTH_ISSUER: 'https://aanmelden.example' })).toBeNull();
    expect(await at({ AUTH_ISSUER: dienst.issuer.replace('127.0.0.1', 'localhost') })).toBeNull();
    expect(await at({ AUTH_DISCOVERY_URL: 'http://127.0.0.1:9/x' })).toBeNull();
  });

  it('is not offered in production', async () => {
    const development = loadConfig({ NODE_ENV: 'test', ...settings });
    expect(await localLogin({ ...development, production: true })).toBeNull();
  });
});
