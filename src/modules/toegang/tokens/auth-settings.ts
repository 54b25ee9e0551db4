import { ConfigError, type Config } from '../../../config/index.js';

export type AuthConfig = Pick<
  Config,
  'production' | 'dataFolder' | 'AUTH_ISSUER' | 'AUTH_AUDIENCE' | 'AUTH_JWKS_URL'
>;

/** Whose tokens are taken, and for whom they must be meant. */
export interface AuthSettings {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer's public keys are; null means our own development key. */
  readonly jwksUrl: URL | null;
}

const DEVELOPMENT_ISSUER = 'wlz-regie-ontwikkeling';
const DEVELOPMENT_AUDIENCE = 'wlz-regie';

/** @throws ConfigError when an issuer is half set up, or missing in production */
export function authSettings({
  production,
  AUTH_ISSUER,
  AUTH_AUDIENCE,
  AUTH_JWKS_URL,
}: AuthConfig): AuthSettings {
  if (AUTH_JWKS_URL === undefined) {
    if (production) throw new ConfigError('Zet AUTH_JWKS_URL: in productie zijn er geen ontwikkelsleutels.');
    return {
      issuer: AUTH_ISSUER ?? DEVELOPMENT_ISSUER,
      audience: AUTH_AUDIENCE ?? DEVELOPMENT_AUDIENCE,
      jwksUrl: null,
    };
  }
  if (AUTH_ISSUER === undefined || AUTH_AUDIENCE === undefined) {
    throw new ConfigError('Zet bij AUTH_JWKS_URL ook AUTH_ISSUER en AUTH_AUDIENCE.');
  }
  if (!URL.canParse(AUTH_JWKS_URL)) throw new ConfigError('AUTH_JWKS_URL is geen webadres.');
  return { issuer: AUTH_ISSUER, audience: AUTH_AUDIENCE, jwksUrl: new URL(AUTH_JWKS_URL) };
}
