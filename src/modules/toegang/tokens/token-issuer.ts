import { importJWK, SignJWT } from 'jose';
import { ConfigError } from '../../../config/index.js';
import { authSettings, type AuthConfig } from './auth-settings.js';
import type { RolVanMens } from './claims.js';
import { DEVELOPMENT_ALGORITHM, developmentKey } from './development-key.js';

const LIFETIME = '12h';

/** For whom a development token is. */
export interface TokenRequest {
  readonly sub: string;
  /** In order: without `x-wlz-rol` the first one acts. */
  readonly rollen: readonly RolVanMens[];
  readonly uzovi: readonly string[];
  readonly agb: string | null;
}

/**
 * Signs a token with the development key, for trying things out and for tests. Token times are real, whatever day the
 * rest of the program thinks it is.
 * @throws ConfigError in production, or when the tokens of somebody else count here
 */
export async function issueDevelopmentToken(config: AuthConfig, request: TokenRequest): Promise<string> {
  if (config.production) throw new ConfigError('In productie geeft Wlz-regie geen tokens uit.');
  const { issuer, audience, development } = authSettings(config);
  if (!development) {
    throw new ConfigError(
      'Er is een uitgever ingesteld (AUTH_JWKS_URL of AUTH_DISCOVERY_URL): vraag een token aan die uitgever, ontwikkeltokens gelden niet.',
    );
  }
  const key = await developmentKey(config.dataFolder);
  const { sub, rollen, uzovi, agb } = request;
  const claims = {
    wlz_rollen: rollen,
    ...(uzovi.length > 0 ? { uzovi } : {}),
    ...(agb === null ? {} : { agb }),
    amr: ['pwd', 'otp'],
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: DEVELOPMENT_ALGORITHM, kid: key.kid, typ: 'JWT' })
    .setSubject(sub)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(LIFETIME)
    .sign(await importJWK(key, DEVELOPMENT_ALGORITHM));
}
