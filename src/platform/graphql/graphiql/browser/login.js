/**
 * The login of a web client: authorization code with PKCE (RFC 7636). What only this tab knows lies in `storage` between
 * going and coming back, and works once. Touches nothing of the page, so that it can be tried without one.
 */
const BEGUN = 'wlz-regie:aanmelden';

/** @returns {Promise<string>} where to go to log in */
export async function beginLogin({ authorizationEndpoint, clientID, scope }, { origin, storage }) {
  const [state, verifier, redirectURI] = [random(16), random(32), `${origin}/graphql`];
  storage.setItem(BEGUN, JSON.stringify({ state, verifier, redirectURI }));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const url = new URL(authorizationEndpoint);
  url.search = new URLSearchParams({
    client_id: clientID,
    response_type: 'code',
    scope,
    redirect_uri: redirectURI,
    code_challenge: base64url(new Uint8Array(hash)),
    code_challenge_method: 'S256',
    prompt: 'login',
    state,
  }).toString();
  return url.href;
}

/** True when a login led to this address. */
export function isBack(address) {
  return new URL(address).searchParams.has('state');
}

/**
 * Changes what the provider sent back for a token.
 * @throws {Error} with a Dutch sentence for the person at the page
 */
export async function endLogin({ issuer, tokenEndpoint, clientID }, { address, storage }) {
  const back = new URL(address).searchParams;
  const begun = JSON.parse(storage.getItem(BEGUN) ?? 'null');
  storage.removeItem(BEGUN);
  // Somebody else's answer, or that of another provider, is not ours to use (RFC 9700, 4.4 and 4.7).
  if (begun === null || begun.state !== back.get('state') || back.get('iss') !== issuer)
    throw new Error('Dit aanmelden is niet op deze pagina begonnen.');
  if (!back.has('code')) throw new Error('Het aanmelden is afgebroken.');
  const response = await fetch(tokenEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: clientID,
      grant_type: 'authorization_code',
      code: back.get('code'),
      redirect_uri: begun.redirectURI,
      code_verifier: begun.verifier,
    }),
  });
  const { access_token: token } = await response.json();
  if (typeof token !== 'string') throw new Error('De aanmelddienst gaf geen token.');
  return token;
}

/** Who a token is of. Only to show: the server decides. */
export function subjectOf(token) {
  const [, claims = ''] = token.split('.');
  return JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))).sub;
}

function random(bytes) {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)));
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
