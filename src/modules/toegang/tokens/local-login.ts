import { z } from 'zod';
import type { LoginService } from '../../../platform/graphql/index.js';
import { CLIENT, SCOPE } from '../aanmelddienst/aanmelddienst.js';
import { authSettings, type AuthConfig } from './auth-settings.js';
import { fetchJson, KeysUnavailable } from './key-source.js';

/** The only machines on which somebody without a password may be believed: this one. */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

const endpoints = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
});

/**
 * The provider for development (`npm run oidc`), when it is the issuer that is set and it runs; null otherwise. Its
 * addresses count only when they are its own.
 */
export async function localLogin(config: AuthConfig): Promise<LoginService | null> {
  const { issuer, discoveryUrl } = authSettings(config);
  if (config.production || discoveryUrl === null || !isLocal(issuer)) return null;
  try {
    const parsed = endpoints.safeParse(await fetchJson(discoveryUrl, { httpsOnly: false }));
    if (!parsed.success || parsed.data.issuer !== issuer) return null;
    const { authorization_endpoint: authorizationEndpoint, token_endpoint: tokenEndpoint } = parsed.data;
    const { origin } = new URL(issuer);
    if ([authorizationEndpoint, tokenEndpoint].some((url) => new URL(url).origin !== origin)) return null;
    return { issuer, authorizationEndpoint, tokenEndpoint, clientID: CLIENT, scope: SCOPE };
  } catch (error) {
    if (error instanceof KeysUnavailable) return null;
    throw error;
  }
}

function isLocal(issuer: string): boolean {
  return URL.canParse(issuer) && LOOPBACK.includes(new URL(issuer).hostname);
}
