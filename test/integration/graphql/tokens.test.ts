import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importJWK, SignJWT, type JWTPayload } from 'jose';
import { ConfigError } from '../../../src/config/index.js';
import { issueDevelopmentToken } from '../../../src/modules/toegang/index.js';
import { developmentKey } from '../../../src/modules/toegang/tokens/development-key.js';
import { startEdgeApp, type EdgeApp } from './edge-app.js';

let app: EdgeApp;

beforeAll(async () => {
  app = await startEdgeApp();
});

afterAll(() => app.close());

const KANTOOR = { sub: 'a', wlz_rollen: ['ZORGKANTOOR'], uzovi: ['5516', '5517'] };
const IK = '{ ik { sub rol rollen uzovi agb organisatie } }';

interface Signing {
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string;
  readonly notBefore?: string;
}

/** A token signed with the real development key, with whatever claims a test wants. */
async function signed(claims: JWTPayload, signing: Signing = {}): Promise<string> {
  const key = await developmentKey(app.config.dataFolder);
  const jwt = new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: key.kid })
    .setIssuer(signing.issuer ?? 'wlz-regie-ontwikkeling')
    .setAudience(signing.audience ?? 'wlz-regie')
    .setExpirationTime(signing.expires ?? '1h');
  if (signing.notBefore !== undefined) jwt.setNotBefore(signing.notBefore);
  return jwt.sign(await importJWK(key, 'ES256'));
}

const askWith = (authorization: string, headers: Record<string, string> = {}) =>
  app.ask({ query: IK }, { authorization, ...headers });
const askAs = async (claims: JWTPayload, headers: Record<string, string> = {}, signing: Signing = {}) =>
  askWith(`Bearer ${await signed(claims, signing)}`, headers);

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('without a good token nothing runs', () => {
  it.each([
    ['none', async () => ''],
    ['another scheme', async () => 'Basic YTpi'],
    ['not a token', async () => 'Bearer abc'],
    ['more than 8 kB', async () => `Bearer ${await signed({ ...KANTOOR, vulling: 'x'.repeat(9_000) })}`],
    ['alg none', async () => `Bearer ${base64url({ alg: 'none' })}.${base64url(KANTOOR)}.`],
    ['expired', async () => `Bearer ${await signed(KANTOOR, { expires: '-5m' })}`],
    ['not valid yet', async () => `Bearer ${await signed(KANTOOR, { notBefore: '5m' })}`],
    ['another issuer', async () => `Bearer ${await signed(KANTOOR, { issuer: 'https://evil.example' })}`],
    ['another audience', async () => `Bearer ${await signed(KANTOOR, { audience: 'iets-anders' })}`],
    ['no subject', async () => `Bearer ${await signed({ ...KANTOOR, sub: undefined })}`],
    ['a shared secret made of the public key', async () => `Bearer ${await signedWithPublicKey()}`],
    ['a changed payload', async () => `Bearer ${await tampered()}`],
    ['a key id that is a path', async () => `Bearer ${await withKeyId('../../../etc/passwd')}`],
  ])('%s: 401 with errors, no data, and a line for who watches (B34)', async (_what, authorization) => {
    const given = await authorization();
    const before = app.logged().length;
    const answer = await askWith(given);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(answer.body.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(answer.body).not.toHaveProperty('data');
    const line = app.logged().slice(before);
    expect(JSON.parse(line)).toMatchObject({
      msg: 'access refused',
      status: 401,
      adres: '127.0.0.1',
      requestId: answer.headers.get('x-request-id'),
    });
    expect(given === '' || !line.includes(given.slice(-40))).toBe(true);
  });

  it('a document that does not fit the schema is 401 too: who is unknown learns nothing', async () => {
    expect(await app.ask({ query: '{ bestaatNiet }' }, { authorization: '' })).toMatchObject({ status: 401 });
  });

  it('__typename is open in development, not together with anything else', async () => {
    const open = await app.ask({ query: '{ __typename }' }, { authorization: '' });
    expect(open).toMatchObject({ status: 200, body: { data: { __typename: 'Query' } } });
    expect(await app.ask({ query: '{ __typename stand }' }, { authorization: '' })).toMatchObject({
      status: 401,
    });
    const hidden = '{ __typename ...F } fragment F on Query { stand }';
    expect(await app.ask({ query: hidden }, { authorization: '' })).toMatchObject({ status: 401 });
  });
});

describe('who is asking', () => {
  it('an employee of two zorgkantoren, by name', async () => {
    const { body } = await askAs(KANTOOR);
    expect(body.data?.ik).toMatchObject({ sub: 'a', rol: 'ZORGKANTOOR', uzovi: ['5516', '5517'], agb: null });
    expect((body.data?.ik as { organisatie: string }).organisatie).toContain('Amstelland');
  });

  it('a provider, and only as a provider', async () => {
    const { body } = await askAs({
      sub: 'b',
      wlz_rollen: ['ZORGAANBIEDER'],
      agb: '99000001',
      uzovi: ['5516'],
    });
    expect(body.data?.ik).toMatchObject({ rol: 'ZORGAANBIEDER', uzovi: [], agb: '99000001' });
  });

  it('acts under the first role, or under the one asked for', async () => {
    const both = { ...KANTOOR, wlz_rollen: ['ZORGAANBIEDER', 'ZORGKANTOOR'], agb: '99000001' };
    expect((await askAs(both)).body.data?.ik).toMatchObject({ rol: 'ZORGAANBIEDER', uzovi: [] });
    const asked = await askAs(both, { 'x-wlz-rol': 'ZORGKANTOOR' });
    expect(asked.body.data?.ik).toMatchObject({ rol: 'ZORGKANTOOR', agb: null, uzovi: ['5516', '5517'] });
  });

  it('unknown roles are passed over', async () => {
    const { body } = await askAs({ ...KANTOOR, wlz_rollen: ['KOK', 'ZORGKANTOOR'] });
    expect(body.data?.ik).toMatchObject({ rol: 'ZORGKANTOOR', rollen: ['ZORGKANTOOR'] });
  });

  it.each([
    ['no roles', { sub: 'a' }, {}],
    ['only unknown roles', { ...KANTOOR, wlz_rollen: ['KOK'] }, {}],
    ['the role of our own processes', { ...KANTOOR, wlz_rollen: ['SYSTEEM'] }, {}],
    ['roles that are no list', { ...KANTOOR, wlz_rollen: 'ZORGKANTOOR' }, {}],
    ['a zorgkantoor without uzovi', { ...KANTOOR, uzovi: [] }, {}],
    ['a zorgkantoor outside 55xx', { ...KANTOOR, uzovi: ['9999'] }, {}],
    ['a provider without agb', { sub: 'a', wlz_rollen: ['ZORGAANBIEDER'] }, {}],
    ['a provider with half an agb', { sub: 'a', wlz_rollen: ['ZORGAANBIEDER'], agb: '9900' }, {}],
    ['a role that is not in the token', KANTOOR, { 'x-wlz-rol': 'ZORGAANBIEDER' }],
    ['a role that does not exist', KANTOOR, { 'x-wlz-rol': 'KOK' }],
  ])('%s: 403', async (_what, claims, headers) => {
    const answer = await askAs(claims, headers);
    expect(answer).toMatchObject({ status: 403, body: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } });
    expect(answer.body).not.toHaveProperty('data');
  });

  it('a root field of another role is FORBIDDEN', async () => {
    const answer = await app.ask({ query: '{ alleenAanbieder }' });
    expect(answer).toMatchObject({
      status: 200,
      body: { data: null, errors: [{ extensions: { code: 'FORBIDDEN' } }] },
    });
  });
});

describe('the development key', () => {
  it('is one key for all who need it at the same moment, and for its owner only', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wlz-sleutel-'));
    try {
      const keys = await Promise.all(Array.from({ length: 8 }, () => developmentKey(join(folder, 'nieuw'))));
      expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
      const file = join(folder, 'nieuw', 'ontwikkelsleutel.json');
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ kid: keys[0]?.kid });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('signs nothing in production, nor beside another issuer', async () => {
    const request = { sub: 'a', rollen: ['ZORGKANTOOR' as const], uzovi: ['5516'], agb: null };
    await expect(issueDevelopmentToken({ ...app.config, production: true }, request)).rejects.toThrow(
      ConfigError,
    );
    const elsewhere = {
      ...app.config,
      AUTH_ISSUER: 'i',
      AUTH_AUDIENCE: 'a',
      AUTH_JWKS_URL: 'http://127.0.0.1:1/',
    };
    await expect(issueDevelopmentToken(elsewhere, request)).rejects.toThrow(ConfigError);
  });
});

async function signedWithPublicKey(): Promise<string> {
  const { x } = await developmentKey(app.config.dataFolder);
  return new SignJWT(KANTOOR)
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(Buffer.from(x));
}

async function tampered(): Promise<string> {
  const [header = '', , signature = ''] = (await signed(KANTOOR)).split('.');
  return `${header}.${base64url({ ...KANTOOR, sub: 'iemand anders' })}.${signature}`;
}

async function withKeyId(kid: string): Promise<string> {
  const [, payload = '', signature = ''] = (await signed(KANTOOR)).split('.');
  return `${base64url({ alg: 'ES256', kid })}.${payload}.${signature}`;
}
