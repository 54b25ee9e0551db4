import { createLocalJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { Temporal } from 'temporal-polyfill';
import { SystemClock } from '../../../platform/clock/index.js';
import type { Actor } from '../../../platform/context/index.js';
import { Authenticator, EdgeError, type Credentials } from '../../../platform/graphql/index.js';
import { authSettings, type AuthConfig, type AuthSettings } from './auth-settings.js';
import { actorOf } from './claims.js';
import { DEVELOPMENT_ALGORITHM, developmentKey, publicHalf } from './development-key.js';
import { IssuerKeys } from './issuer-keys.js';
import { fetchKeys, KeysUnavailable } from './key-source.js';
import { provesSecondFactor, type SecondFactorRule } from './second-factor.js';

/** Only signatures with a public key: with a shared secret anybody who can verify could also sign. */
const ISSUER_ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'];
/** An access token says one of these, or nothing (RFC 9068); a logout token or a proof of possession is none. */
const TOKEN_TYPES = ['jwt', 'at+jwt', 'application/at+jwt'];
const MAX_TOKEN_LENGTH = 8_192;
/** Clocks of issuer and server may differ this much. */
const LEEWAY_SECONDS = 60;
const BEARER = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i;

/** A person whose token was verified, and until when that token counts. */
export interface Admission {
  readonly actor: Actor;
  /** Seconds since 1970. */
  readonly expires: number;
  readonly token: string;
}

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
    if (!settings.development) {
      const location = { ...settings, httpsOnly: config.production };
      const keys = new IssuerKeys(() => fetchKeys(location));
      return new TokenVerifier(settings, keys.find, ISSUER_ALGORITHMS);
    }
    const keys = createLocalJWKSet({ keys: [publicHalf(await developmentKey(config.dataFolder))] });
    return new TokenVerifier(settings, keys, [DEVELOPMENT_ALGORITHM]);
  }

  async authenticate(credentials: Credentials): Promise<Actor> {
    return (await this.admit(credentials)).actor;
  }

  async admit({ authorization, rol }: Credentials): Promise<Admission> {
    if (authorization === undefined)
      throw unauthenticated('Meld u aan: stuur een token mee (Authorization: Bearer …).');
    const token = authorization.length > MAX_TOKEN_LENGTH ? undefined : BEARER.exec(authorization)?.[1];
    if (token === undefined) throw unauthenticated('Uw token is niet geldig.');
    const claims = await this.verify(token);
    const actor = actorOf(claims, rol);
    const { secondFactor } = this.settings;
    if (secondFactor !== null && !provesSecondFactor(claims, secondFactor)) throw oneFactor(secondFactor);
    return { actor, expires: claims.exp, token };
  }

  private async verify(token: string): Promise<JWTPayload & { readonly exp: number }> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, this.keys, {
        issuer: this.settings.issuer,
        audience: this.settings.audience,
        algorithms: this.algorithms,
        clockTolerance: LEEWAY_SECONDS,
        requiredClaims: ['sub', 'exp'],
      });
      const { exp, iat } = payload;
      const { typ = 'jwt' } = protectedHeader;
      if (exp !== undefined && this.isShort(exp, iat) && TOKEN_TYPES.includes(typ.toLowerCase()))
        return { ...payload, exp };
    } catch (error) {
      if (error instanceof KeysUnavailable) throw issuerDown(error);
      if (error instanceof errors.JWTExpired) throw unauthenticated('Uw token is verlopen.');
    }
    throw unauthenticated('Uw token is niet geldig.');
  }

  /** Token times are real, whatever day the rest of the program thinks it is. Roles and blocks of the issuer reach us with the next token, so one may not last; and none is from the future. */
  private isShort(exp: number, iat: number | undefined): boolean {
    const now = Temporal.Instant.from(new SystemClock().now()).epochMilliseconds / 1000;
    const begin = iat ?? now;
    return begin <= now + LEEWAY_SECONDS && exp - begin <= this.settings.longestLife + LEEWAY_SECONDS;
  }
}

function issuerDown(cause: KeysUnavailable): EdgeError {
  const error = new EdgeError(
    503,
    'INTERNAL_SERVER_ERROR',
    'Uw token kan nu niet worden gecontroleerd. Probeer het zo opnieuw.',
    { headers: { 'retry-after': '5' } },
  );
  error.cause = cause;
  return error;
}

/** Asks the client to let its user log in again, better (RFC 9470). */
function oneFactor({ acr }: SecondFactorRule): EdgeError {
  const levels = acr.length === 0 ? '' : `, acr_values="${acr.join(' ')}"`;
  return unauthenticated(
    'Meld u aan met een tweede factor: zonder die geeft Wlz-regie geen gegevens.',
    `Bearer error="insufficient_user_authentication"${levels}`,
  );
}

function unauthenticated(melding: string, challenge = 'Bearer'): EdgeError {
  return new EdgeError(401, 'UNAUTHENTICATED', melding, { headers: { 'www-authenticate': challenge } });
}
