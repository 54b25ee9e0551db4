import { ConfigError, type Config } from '../../../config/index.js';
import { readAmr, readList, type SecondFactorRule } from './second-factor.js';

export type AuthConfig = Pick<
  Config,
  | 'production'
  | 'dataFolder'
  | 'AUTH_ISSUER'
  | 'AUTH_AUDIENCE'
  | 'AUTH_JWKS_URL'
  | 'AUTH_DISCOVERY_URL'
  | 'AUTH_TWEEDE_FACTOR'
  | 'AUTH_AMR'
  | 'AUTH_ACR'
  | 'AUTH_TOKENDUUR'
>;

/** Whose tokens are taken, for whom they must be meant, and what they must prove. */
export interface AuthSettings {
  readonly issuer: string;
  readonly audience: string;
  /** True for our own development key instead of an issuer's. */
  readonly development: boolean;
  /** Where the issuer's public keys are; null when its discovery document tells. */
  readonly jwksUrl: URL | null;
  readonly discoveryUrl: URL | null;
  /** What proves two factors; null when that is not asked for. */
  readonly secondFactor: SecondFactorRule | null;
  /** Seconds that a token may be valid for as a whole. */
  readonly longestLife: number;
}

const DEVELOPMENT_ISSUER = 'wlz-regie-ontwikkeling';
const DEVELOPMENT_AUDIENCE = 'wlz-regie';
/** Our own tokens are for a day of trying things out. */
const DEVELOPMENT_LIFE = 43_200;

/** @throws ConfigError when an issuer is half set up, or missing in production */
export function authSettings(config: AuthConfig): AuthSettings {
  const { production, AUTH_ISSUER, AUTH_AUDIENCE } = config;
  const jwksUrl = asUrl('AUTH_JWKS_URL', config.AUTH_JWKS_URL);
  const discoveryUrl = asUrl('AUTH_DISCOVERY_URL', config.AUTH_DISCOVERY_URL);
  const secondFactor = secondFactorRule(config);
  if (jwksUrl === null && discoveryUrl === null) {
    if (production) throw new ConfigError('Zet AUTH_JWKS_URL: in productie zijn er geen ontwikkelsleutels.');
    return {
      issuer: AUTH_ISSUER ?? DEVELOPMENT_ISSUER,
      audience: AUTH_AUDIENCE ?? DEVELOPMENT_AUDIENCE,
      development: true,
      jwksUrl,
      discoveryUrl,
      secondFactor,
      longestLife: DEVELOPMENT_LIFE,
    };
  }
  if (jwksUrl !== null && discoveryUrl !== null)
    throw new ConfigError('Zet AUTH_JWKS_URL of AUTH_DISCOVERY_URL, niet allebei.');
  if (AUTH_ISSUER === undefined || AUTH_AUDIENCE === undefined) {
    throw new ConfigError('Zet bij AUTH_JWKS_URL of AUTH_DISCOVERY_URL ook AUTH_ISSUER en AUTH_AUDIENCE.');
  }
  return {
    issuer: AUTH_ISSUER,
    audience: AUTH_AUDIENCE,
    development: false,
    jwksUrl,
    discoveryUrl,
    secondFactor,
    longestLife: config.AUTH_TOKENDUUR,
  };
}

/** Asked for in production always; elsewhere only when the setting says so. */
function secondFactorRule({
  production,
  AUTH_TWEEDE_FACTOR,
  AUTH_AMR,
  AUTH_ACR,
}: AuthConfig): SecondFactorRule | null {
  if (!production && AUTH_TWEEDE_FACTOR !== 'on') return null;
  const rule = { amr: readAmr(AUTH_AMR), acr: readList(AUTH_ACR) };
  if (rule.amr.length + rule.acr.length === 0)
    throw new ConfigError('Zet in AUTH_AMR of AUTH_ACR waaraan een tweede factor te zien is.');
  return rule;
}

function asUrl(name: string, text: string | undefined): URL | null {
  if (text === undefined) return null;
  if (!URL.canParse(text)) throw new ConfigError(`${name} is geen webadres.`);
  return new URL(text);
}
