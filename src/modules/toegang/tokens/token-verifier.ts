import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { Actor } from '../../../platform/context/index.js';
import { Authenticator, EdgeError, type Credentials } from '../../../platform/graphql/index.js';
import { authSettings, type AuthConfig, type AuthSettings } from './auth-settings.js';
import { actorOf } from './claims.js';
import { DEVELOPMENT_ALGORITHM, developmentKey, publicHalf } from './development-key.js';

/** Only signatures with a public key: with a shared secret anybody who can verify could also sign. */
const ISSUER_ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'];
const MAX_TOKEN_LENGTH = 8_192;
/** Clocks of issuer and server may differ this much. */
const LEEWAY_SECONDS = 30;
const JWKS_TIMEOUT_MS = 3_000;
const JWKS_CACHE_MS = 600_000;
const BEARER = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;

/** Verifies bearer tokens (RFC 9068 shape) against the issuer's keys, or against our development key. */
export class TokenVerifier extends Authenticator {
  private constructor(
    private readonly settings: AuthSettings,
    private readonly keys: JWTVerifyGetKey,
    private readonly algorithms: string[],
  ) {
    super();
  }

  static async create(config: AuthConfig): Promise<TokenVerifier> {
    const settings = authSettings(config);
    if (settings.jwksUrl !== null) {
      const keys = createRemoteJWKSet(settings.jwksUrl, {
        timeoutDuration: JWKS_TIMEOUT_MS,
        cacheMaxAge: JWKS_CACHE_MS,
      });
      return new TokenVerifier(settings, keys, ISSUER_ALGORITHMS);
    }
    const keys = createLocalJWKSet({ keys: [publicHalf(await developmentKey(config.dataFolder))] });
    return new TokenVerifier(settings, keys, [DEVELOPMENT_ALGORITHM]);
  }

  async authenticate({ authorization, rol }: Credentials): Promise<Actor> {
    if (authorization === undefined)
      throw unauthenticated('Meld u aan: stuur een token mee (Authorization: Bearer …).');
    const token = authorization.length > MAX_TOKEN_LENGTH ? undefined : BEARER.exec(authorization)?.[1];
    if (token === undefined) throw unauthenticated('Uw token is niet geldig.');
    return actorOf(await this.verify(token), rol);
  }

  private async verify(token: string): Promise<unknown> {
    const { issuer, audience } = this.settings;
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer,
        audience,
        algorithms: this.algorithms,
        clockTolerance: LEEWAY_SECONDS,
        requiredClaims: ['sub', 'exp'],
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw unauthenticated('Uw token is verlopen.');
      if (error instanceof errors.JOSEError && !isIssuerDown(error))
        throw unauthenticated('Uw token is niet geldig.');
      throw new EdgeError(
        503,
        'INTERNAL_SERVER_ERROR',
        'Uw token kan nu niet worden gecontroleerd. Probeer het zo opnieuw.',
        {
          headers: { 'retry-after': '5' },
        },
      );
    }
  }
}

function isIssuerDown(error: errors.JOSEError): boolean {
  return (
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    error.code === 'ERR_JOSE_GENERIC'
  );
}

function unauthenticated(melding: string): EdgeError {
  return new EdgeError(401, 'UNAUTHENTICATED', melding, { headers: { 'www-authenticate': 'Bearer' } });
}
