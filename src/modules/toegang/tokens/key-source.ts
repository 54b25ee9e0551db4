import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';

const TIMEOUT_MS = 3_000;
/** Some hundred keys; an issuer has a few. */
const LONGEST_ANSWER = 256_000;
/** Kinds with a public half. A shared secret (`oct`) is never a key of an issuer. */
const PUBLIC_KINDS = ['RSA', 'EC', 'OKP'];

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(200) });
const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

/** The keys of the issuer cannot be had now. Says nothing about the token; its message is for our own log. */
export class KeysUnavailable extends Error {}

/** Where the keys of an issuer are: at an address, or at one that its discovery document names. */
export interface KeyLocation {
  readonly issuer: string;
  readonly jwksUrl: URL | null;
  readonly discoveryUrl: URL | null;
  /** Keys that came over an open line are worth nothing in production. */
  readonly httpsOnly: boolean;
}

/**
 * Gets the issuer's public keys, over HTTP.
 * @throws KeysUnavailable when there is no answer in time, or not one with keys
 */
export async function fetchKeys(location: KeyLocation): Promise<JSONWebKeySet> {
  const url = location.jwksUrl ?? (await discovered(location));
  const parsed = keySetSchema.safeParse(await fetchJson(url, location));
  if (!parsed.success) throw new KeysUnavailable('the answer is no key set');
  const keys = parsed.data.keys.filter(({ kty }) => PUBLIC_KINDS.includes(kty));
  if (keys.length === 0) throw new KeysUnavailable('the key set holds no public key');
  return { keys };
}

/** OpenID Connect Discovery: the document must be the issuer's own, or somebody else's keys would count. */
async function discovered(location: KeyLocation): Promise<URL> {
  if (location.discoveryUrl === null) throw new KeysUnavailable('no address is set');
  const parsed = discoverySchema.safeParse(await fetchJson(location.discoveryUrl, location));
  if (!parsed.success) throw new KeysUnavailable('the discovery document names no keys');
  if (parsed.data.issuer !== location.issuer)
    throw new KeysUnavailable('the discovery document is of another issuer');
  return new URL(parsed.data.jwks_uri);
}

/** What an issuer says at this address, in JSON. @throws KeysUnavailable */
export async function fetchJson(url: URL, { httpsOnly }: Pick<KeyLocation, 'httpsOnly'>): Promise<unknown> {
  if (httpsOnly && url.protocol !== 'https:') throw new KeysUnavailable('the address is not https');
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new KeysUnavailable(`the answer has status ${response.status}`);
    }
    return JSON.parse(await limitedText(response));
  } catch (cause) {
    if (cause instanceof KeysUnavailable) throw cause;
    throw new KeysUnavailable('no answer, or not in JSON', { cause });
  }
}

async function limitedText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST_ANSWER) throw new KeysUnavailable('the answer is too long');
  }
  return text + decoder.decode();
}
