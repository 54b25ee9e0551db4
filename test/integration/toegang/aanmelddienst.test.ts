import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from '../../../src/config/index.js';
import { startAanmelddienst, WEBCLIENT, WEBSCOPE } from '../../../src/modules/toegang/index.js';
import { TokenVerifier } from '../../../src/modules/toegang/tokens/token-verifier.js';
import { Browser } from '../../support/browser.js';

const TERUG = 'http://127.0.0.1:3000/graphql';

let folder: string;
let dienst: Awaited<ReturnType<typeof startAanmelddienst>>;
let verifier: TokenVerifier;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wlz-aanmelddienst-'));
  dienst = await startAanmelddienst({ production: false, dataFolder: folder, port: 0, agb: '99000007' });
  verifier = await TokenVerifier.create(
    loadConfig({
      NODE_ENV: 'test',
      WLZ_DATA: folder,
      AUTH_ISSUER: dienst.issuer,
      AUTH_AUDIENCE: dienst.audience,
      AUTH_DISCOVERY_URL: `${dienst.issuer}/.well-known/openid-configuration`,
      AUTH_TWEEDE_FACTOR: 'on',
    }),
  );
});
afterAll(async () => {
  await dienst.close();
  await rm(folder, { recursive: true });
});

function authorizationUrl(parameters: Record<string, string>): URL {
  const url = new URL('/auth', dienst.issuer);
  const all = {
    client_id: WEBCLIENT,
    response_type: 'code',
    scope: WEBSCOPE,
    redirect_uri: TERUG,
    ...parameters,
  };
  url.search = new URLSearchParams(all).toString();
  return url;
}

/** Logs somebody in by code and PKCE, as a web client does; gives the access token. */
async function login(sub: string, form: Record<string, string>): Promise<string> {
  const verifierText = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifierText).digest('base64url');
  const back = new URL(
    await new Browser().logIn(
      authorizationUrl({ code_challenge: challenge, code_challenge_method: 'S256', state: 'staat' }),
      { sub, ...form },
    ),
  );
  expect(back.href.startsWith(TERUG)).toBe(true);
  expect(back.searchParams.get('state')).toBe('staat');
  const response = await fetch(new URL('/token', dienst.issuer), {
    method: 'POST',
    headers: { origin: 'http://127.0.0.1:3000' },
    body: new URLSearchParams({
      client_id: WEBCLIENT,
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: TERUG,
      code_verifier: verifierText,
    }),
  });
  expect(response.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:3000');
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}

const admit = (token: string, rol?: string) =>
  verifier.authenticate({ authorization: `Bearer ${token}`, rol });

describe('the OpenID provider for development', () => {
  it('logs an invented employee in, by code and PKCE, with two factors', async () => {
    const token = await login('oidc-medewerker', { tweedeFactor: 'on' });
    await expect(admit(token)).resolves.toMatchObject({
      sub: 'oidc-medewerker',
      uitgever: dienst.issuer,
      rol: 'ZORGKANTOOR',
      uzovi: ['5516', '5517'],
    });
  });

  it('lets one try what happens without a second factor', async () => {
    const token = await login('oidc-medewerker', {});
    await expect(admit(token)).rejects.toMatchObject({ status: 401 });
  });

  it('has somebody with two roles, of which one acts, and somebody without any', async () => {
    const token = await login('oidc-twee-rollen', { tweedeFactor: 'on' });
    await expect(admit(token)).resolves.toMatchObject({ rol: 'ZORGKANTOOR', agb: null });
    await expect(admit(token, 'ZORGAANBIEDER')).resolves.toMatchObject({ uzovi: [], agb: '99000007' });
    const nobody = await login('oidc-niemand', { tweedeFactor: 'on' });
    await expect(admit(nobody)).rejects.toMatchObject({ status: 403 });
  });

  it('gives who has no client a token for GraphiQL', async () => {
    const browser = new Browser();
    const start = await browser.open((await browser.open(dienst.issuer)).location);
    const chosen = await browser.open(start.location, { sub: 'oidc-beheerder', tweedeFactor: 'on' });
    const { text } = await browser.open((await browser.open(chosen.location)).location);
    const token = /Bearer ([\w.-]+)/.exec(text)?.[1] ?? '';
    await expect(admit(token)).resolves.toMatchObject({ rol: 'BEHEERDER' });
    expect((await browser.open(`${dienst.issuer}/klaar?code=x&state=y`)).text).toContain('Begin opnieuw');
  });

  it('gives nothing without PKCE, and leads nobody to a page it does not know', async () => {
    const { location } = await new Browser().open(authorizationUrl({}));
    expect(new URL(location).searchParams.get('error')).toBe('invalid_request');
    const elsewhere = await new Browser().open(
      authorizationUrl({ redirect_uri: 'https://elders.example/graphql', code_challenge: 'x'.repeat(43) }),
    );
    expect(elsewhere.location).toBe('');
  });

  it('takes nobody that is not on the page', async () => {
    const browser = new Browser();
    const challenge = createHash('sha256').update('x'.repeat(43)).digest('base64url');
    const { location } = await browser.open(
      authorizationUrl({ code_challenge: challenge, code_challenge_method: 'S256' }),
    );
    expect((await browser.open(location, { sub: 'iemand anders' })).text).toContain('Begin opnieuw');
    expect((await new Browser().open(location)).text).toContain('Begin opnieuw');
  });

  it('does not exist in production', async () => {
    await expect(
      startAanmelddienst({ production: true, dataFolder: folder, port: 0 }),
    ).rejects.toBeInstanceOf(ConfigError);
  });
});
