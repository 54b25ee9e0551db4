import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { loadConfig } from '../../../src/config/index.js';
import { TokenVerifier } from '../../../src/modules/toegang/tokens/token-verifier.js';
import {
  maakSleutel,
  Uitgever,
  type Gedrag,
  type Ondertekening,
  type Sleutel,
} from '../../support/uitgever.js';

const KANTOOR: JWTPayload = { sub: 'a', wlz_rollen: ['ZORGKANTOOR'], uzovi: ['5516'] };
const GEEN_OORDEEL = { status: 503, message: expect.stringContaining('kan nu niet worden gecontroleerd') };
const ONGELDIG = { status: 401, code: 'UNAUTHENTICATED', message: 'Uw token is niet geldig.' };

let folder: string;
let uitgever: Uitgever;
let rs: Sleutel;
let es: Sleutel;
let nieuw: Sleutel;
let verifier: TokenVerifier;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wlz-uitgever-'));
  [rs, es, nieuw] = await Promise.all([maakSleutel('rs'), maakSleutel('es', 'ES256'), maakSleutel('nieuw')]);
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  uitgever = await Uitgever.start();
  uitgever.sleutels = [rs, es];
  verifier = await verifierWith({});
});
afterEach(() => uitgever.stop());

function verifierWith(environment: Record<string, string>, production = false): Promise<TokenVerifier> {
  const config = loadConfig({
    NODE_ENV: 'test',
    WLZ_DATA: folder,
    AUTH_ISSUER: uitgever.origin,
    AUTH_AUDIENCE: 'wlz-regie',
    AUTH_JWKS_URL: uitgever.jwksUrl,
    ...environment,
  });
  return TokenVerifier.create({ ...config, production });
}

const admit = (token: string, by = verifier) =>
  by.authenticate({ authorization: `Bearer ${token}`, rol: undefined });
const token = (signing: Partial<Ondertekening> = {}, claims = KANTOOR) =>
  uitgever.token(claims, { sleutel: rs, ...signing });
const now = (): number => Math.floor((performance.timeOrigin + performance.now()) / 1000);

describe('a token of the issuer (B34)', () => {
  it.each(['RS256', 'PS256', 'ES256', 'ES384'])('signed by %s is taken', async (alg) => {
    const sleutel = await maakSleutel('nieuw', alg);
    uitgever.sleutels.push(sleutel);
    await expect(admit(await token({ sleutel }))).resolves.toMatchObject({ sub: 'a', uzovi: ['5516'] });
  });

  it.each<[string, Partial<Ondertekening>]>([
    ['that ended 50 seconds ago', { expires: '-50s', issuedAt: '-5m' }],
    ['that begins in 50 seconds', { notBefore: '50s' }],
    ['made in 50 seconds', { issuedAt: '50s' }],
    ['that is an access token by its own word', { typ: 'at+jwt' }],
    ['of an hour', { expires: '1h' }],
  ])('%s is taken: clocks may differ a minute', async (_what, signing) => {
    await expect(admit(await token(signing))).resolves.toMatchObject({ sub: 'a' });
  });

  it.each<[string, Partial<Ondertekening>]>([
    ['that begins in 70 seconds', { notBefore: '70s' }],
    ['made in 70 seconds', { issuedAt: '70s' }],
    ['of two hours', { expires: '2h' }],
    ['of two hours, half of which is over', { issuedAt: '-61m', expires: '61m' }],
    ['of another issuer', { issuer: 'https://elders.example' }],
    ['of a part of the issuer', { issuer: 'http://127.0.0.1' }],
    ['for another audience', { audience: 'iets-anders' }],
    ['that is a logout token', { typ: 'logout+jwt' }],
    ['that is a proof of possession', { typ: 'dpop+jwt' }],
  ])('%s is not', async (_what, signing) => {
    await expect(admit(await token(signing))).rejects.toMatchObject(ONGELDIG);
  });

  it('that ended 70 seconds ago is not, and says why', async () => {
    const late = await token({ expires: '-70s', issuedAt: '-5m' });
    await expect(admit(late)).rejects.toMatchObject({ status: 401, message: 'Uw token is verlopen.' });
  });

  it('without an end, or without a beginning and with a far end, is not', async () => {
    const header = { alg: 'RS256', kid: 'rs' };
    const base = { ...KANTOOR, iss: uitgever.origin, aud: 'wlz-regie' };
    const endless = await new SignJWT(base).setProtectedHeader(header).sign(rs.privateKey);
    await expect(admit(endless)).rejects.toMatchObject(ONGELDIG);
    const long = { ...base, exp: now() + 7_200 };
    const far = await new SignJWT(long).setProtectedHeader(header).sign(rs.privateKey);
    await expect(admit(far)).rejects.toMatchObject(ONGELDIG);
  });

  it('without a signature, or signed with the public key as if it were a secret, is not', async () => {
    const unsigned = new UnsecuredJWT(KANTOOR).setIssuer(uitgever.origin).setAudience('wlz-regie');
    await expect(admit(unsigned.setExpirationTime('5m').encode())).rejects.toMatchObject(ONGELDIG);
    for (const secret of [JSON.stringify(rs.jwk), rs.jwk.n ?? '', Buffer.from(rs.jwk.n ?? '', 'base64url')]) {
      const forged = await new SignJWT(KANTOOR)
        .setProtectedHeader({ alg: 'HS256', kid: 'rs' })
        .setIssuer(uitgever.origin)
        .setAudience('wlz-regie')
        .setExpirationTime('5m')
        .sign(Buffer.from(secret));
      await expect(admit(forged)).rejects.toMatchObject(ONGELDIG);
    }
  });

  it.each(['../../../etc/passwd', 'file:///etc/passwd', "' or 1=1 --", '\u0000', 'x'.repeat(3_000)])(
    'whose key id is %p is not, and nothing but the keys is asked for',
    async (kid) => {
      await expect(admit(await token({ sleutel: { ...rs, kid } }))).rejects.toMatchObject(ONGELDIG);
      expect(uitgever.vragen).toBe(2);
    },
  );

  it('that brings its own key along is not', async () => {
    const own = await maakSleutel('rs');
    const forged = await new SignJWT(KANTOOR)
      .setProtectedHeader({ alg: 'RS256', kid: 'rs', jwk: own.jwk, jku: `${uitgever.origin}/eigen` })
      .setIssuer(uitgever.origin)
      .setAudience('wlz-regie')
      .setExpirationTime('5m')
      .sign(own.privateKey);
    await expect(admit(forged)).rejects.toMatchObject(ONGELDIG);
  });

  it('of more than 8 kB is not even looked at', async () => {
    await expect(admit(await token({}, { ...KANTOOR, x: 'y'.repeat(8_200) }))).rejects.toMatchObject(
      ONGELDIG,
    );
    expect(uitgever.vragen).toBe(0);
  });

  it('of one of our own processes, by its subject, gets no role', async () => {
    const forged = await token({}, { ...KANTOOR, sub: 'proces:import' });
    await expect(admit(forged)).rejects.toMatchObject({ status: 403 });
  });
});

describe('new keys (F28)', () => {
  it('come in once for a hundred tokens at the same moment, and the tokens of the old one stay good', async () => {
    await admit(await token());
    uitgever.sleutels = [nieuw, rs];
    const fresh = await token({ sleutel: nieuw });
    await Promise.all(Array.from({ length: 100 }, () => admit(fresh)));
    expect(uitgever.vragen).toBe(2);
    await expect(admit(await token())).resolves.toBeDefined();
  });

  it('are asked for once, however many invented key ids come in', async () => {
    await admit(await token());
    const invented = await Promise.all(
      Array.from({ length: 50 }, (_, i) => token({ sleutel: { ...rs, kid: `verzonnen-${i}` } })),
    );
    for (const one of invented) await expect(admit(one)).rejects.toMatchObject(ONGELDIG);
    expect(uitgever.vragen).toBe(2);
  });
});

describe('an issuer that is down (F28)', () => {
  it.each<Gedrag>(['FOUT', 'GEEN_JSON', 'LEEG', 'DOORVERWIJZING', 'EINDELOOS', 'GEHEIM', 'STIL'])(
    'by answering %s lets nobody in that it could not before, and everybody that it could',
    async (gedrag) => {
      await admit(await token());
      uitgever.gedrag = gedrag;
      await expect(admit(await token())).resolves.toMatchObject({ sub: 'a' });
      await expect(admit(await token({ sleutel: nieuw }))).rejects.toMatchObject(GEEN_OORDEEL);
      const late = await verifierWith({});
      await expect(admit(await token(), late)).rejects.toMatchObject(GEEN_OORDEEL);
      const asked = uitgever.vragen;
      await expect(admit(await token(), late)).rejects.toMatchObject(GEEN_OORDEEL);
      expect(uitgever.vragen).toBe(asked);
    },
  );

  it('altogether is 503 with a time to come back, and no word about the issuer', async () => {
    await uitgever.stop();
    const failure = await admit(await token()).catch((error: unknown) => error);
    expect(failure).toMatchObject({ ...GEEN_OORDEEL, details: { headers: { 'retry-after': '5' } } });
    expect(String(failure)).not.toContain('127.0.0.1');
    uitgever = await Uitgever.start();
  });
});

describe('the discovery document of the issuer', () => {
  const discovering = () => verifierWith({ AUTH_JWKS_URL: '', AUTH_DISCOVERY_URL: uitgever.discoveryUrl });

  it('tells where the keys are', async () => {
    await expect(admit(await token(), await discovering())).resolves.toMatchObject({ sub: 'a' });
  });

  it('of another issuer is not believed', async () => {
    uitgever.ontdektAls = 'https://elders.example';
    await expect(admit(await token(), await discovering())).rejects.toMatchObject(GEEN_OORDEEL);
  });

  it('is not enough in production when the keys it names come over an open line', async () => {
    const strict = await verifierWith({ AUTH_AMR: 'pwd' }, true);
    await expect(admit(await token({}, { ...KANTOOR, amr: ['pwd'] }), strict)).rejects.toMatchObject(
      GEEN_OORDEEL,
    );
    expect(uitgever.vragen).toBe(0);
  });
});

describe('a second factor (B36, N10)', () => {
  const strict = (extra: Record<string, string> = {}) => verifierWith({ AUTH_TWEEDE_FACTOR: 'on', ...extra });
  const withClaims = (claims: JWTPayload) => token({}, { ...KANTOOR, ...claims });

  it.each([{}, { amr: ['pwd'] }, { amr: ['otp'] }, { amr: 'mfa' }, { acr: '1' }])(
    'that %p does not prove is asked for, in words a client understands',
    async (claims) => {
      await expect(admit(await withClaims(claims), await strict())).rejects.toMatchObject({
        status: 401,
        code: 'UNAUTHENTICATED',
        details: { headers: { 'www-authenticate': 'Bearer error="insufficient_user_authentication"' } },
      });
    },
  );

  it.each([{ amr: ['pwd', 'otp'] }, { amr: ['mfa'] }, { amr: ['hwk', 'pin'] }])(
    'that %p proves is enough',
    async (claims) => {
      await expect(admit(await withClaims(claims), await strict())).resolves.toMatchObject({ sub: 'a' });
    },
  );

  it('can be a level of this issuer, which the refusal then names', async () => {
    const leveled = await strict({ AUTH_AMR: 'hwk', AUTH_ACR: 'urn:hoog, urn:hoger' });
    await expect(admit(await withClaims({ acr: 'urn:hoger' }), leveled)).resolves.toBeDefined();
    await expect(admit(await withClaims({ amr: ['mfa'] }), leveled)).rejects.toMatchObject({
      details: {
        headers: { 'www-authenticate': expect.stringContaining('acr_values="urn:hoog urn:hoger"') },
      },
    });
  });

  it('is not asked for outside production unless one says so', async () => {
    await expect(admit(await withClaims({}))).resolves.toMatchObject({ sub: 'a' });
  });

  it('cannot be asked for without saying what proves it', async () => {
    await expect(strict({ AUTH_AMR: '+' })).rejects.toThrow('AUTH_AMR');
  });
});

it('one address for the keys, not two', async () => {
  await expect(verifierWith({ AUTH_DISCOVERY_URL: uitgever.discoveryUrl })).rejects.toThrow('niet allebei');
});
