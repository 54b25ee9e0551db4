import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Configuration, KoaContextWithOIDC, default as Provider } from 'oidc-provider';
import { ConfigError } from '../../../config/index.js';
import { DEVELOPMENT_ALGORITHM, developmentKey } from '../tokens/development-key.js';
import { aanmeldpagina, PAGINA_HEADERS } from './aanmeldpagina.js';
import { mensen, VOORBEELD_AGB, type Persoon } from './mensen.js';
import { Probeerclient } from './probeerclient.js';

/** The client every web client in development may be. */
export const CLIENT = 'wlz-regie-web';
export const SCOPE = 'openid wlz';
const AUDIENCE = 'wlz-regie';
const RESOURCE = 'urn:wlz-regie';
const LIFETIME_SECONDS = 900;
const HOST = '127.0.0.1';
const INTERACTION = /^\/aanmelden\/[\w-]+$/;

export interface Aanmelddienstopties {
  readonly production: boolean;
  readonly dataFolder: string;
  readonly port: number;
  /** The provider that the invented provider people work for. */
  readonly agb?: string;
  /** Where a web client may be called back, beside GraphiQL. */
  readonly terug?: readonly string[];
}

/** A running OpenID provider. */
export interface Aanmelddienst {
  readonly issuer: string;
  readonly audience: string;
  close(): Promise<void>;
}

/**
 * Starts an OpenID provider with invented people, so that the login of a web client (authorization code with PKCE) can be
 * tried. It knows no password: whoever reaches it can be anybody, so it listens on this machine only.
 * @throws ConfigError in production
 */
export async function startAanmelddienst(opties: Aanmelddienstopties): Promise<Aanmelddienst> {
  if (opties.production)
    throw new ConfigError('De aanmelddienst is er alleen om te ontwikkelen, niet in productie.');
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(opties.port, HOST, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : opties.port;
  const issuer = `http://${HOST}:${port}`;
  const personen = mensen(opties.agb ?? VOORBEELD_AGB);
  // A development dependency: in production it is not there, and this line is never reached.
  const { Provider: OpenIDProvider } = await import('oidc-provider');
  const provider = new OpenIDProvider(issuer, await configuration(opties, personen));
  const callback = provider.callback();
  const probeer = new Probeerclient(issuer, CLIENT, SCOPE);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const address = request.url ?? '/';
    if (INTERACTION.test(address)) await aanmelden(provider, personen, request, response);
    else if (!(await probeer.answer(address, response))) await callback(request, response);
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('Dit aanmelden is verlopen. Begin opnieuw bij het programma.');
    });
  });
  return { issuer, audience: AUDIENCE, close: () => stop(server) };
}

/** Shows who one can be, and takes the choice. */
async function aanmelden(
  provider: Provider,
  personen: readonly Persoon[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.writeHead(200, PAGINA_HEADERS).end(aanmeldpagina(personen));
    return;
  }
  const form = new URLSearchParams(await text(request));
  const persoon = personen.find(({ sub }) => sub === form.get('sub'));
  if (persoon === undefined) throw new Error('nobody by that name');
  const amr = form.has('tweedeFactor') ? ['pwd', 'otp'] : ['pwd'];
  const login = { accountId: persoon.sub, amr, remember: false };
  await provider.interactionFinished(request, response, { login, consent: {} });
}

async function configuration(
  { dataFolder, terug = [] }: Aanmelddienstopties,
  personen: readonly Persoon[],
): Promise<Configuration> {
  return {
    jwks: { keys: [{ ...(await developmentKey(dataFolder)), alg: DEVELOPMENT_ALGORITHM, use: 'sig' }] },
    clients: [
      {
        client_id: CLIENT,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        // Of an address on this machine any port will do.
        redirect_uris: [
          `http://${HOST}/graphql`,
          'http://localhost/graphql',
          `http://${HOST}/klaar`,
          ...terug,
        ],
        id_token_signed_response_alg: DEVELOPMENT_ALGORITHM,
      },
    ],
    cookies: { keys: [randomUUID()] },
    scopes: ['openid'],
    pkce: { required: () => true },
    clientBasedCORS: (_ctx, origin) => ['127.0.0.1', 'localhost'].includes(new URL(origin).hostname),
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    extraTokenClaims: (ctx) => claimsOf(ctx, personen),
    loadExistingGrant,
    interactions: { url: (_ctx, { uid }) => `/aanmelden/${uid}` },
    ttl: {
      AccessToken: LIFETIME_SECONDS,
      IdToken: LIFETIME_SECONDS,
      Session: 3_600,
      Interaction: 600,
      Grant: 3_600,
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          audience: AUDIENCE,
          scope: 'wlz',
          accessTokenFormat: 'jwt',
          accessTokenTTL: LIFETIME_SECONDS,
          jwt: { sign: { alg: DEVELOPMENT_ALGORITHM } },
        }),
      },
    },
  };
}

/** What an access token says beside its subject: the roles, and how that person logged in. */
function claimsOf({ oidc }: KoaContextWithOIDC, personen: readonly Persoon[]): Record<string, unknown> {
  const code = oidc.entities.AuthorizationCode;
  const persoon = personen.find(({ sub }) => sub === code?.accountId);
  if (persoon === undefined) return {};
  const { rollen, uzovi, agb } = persoon;
  return { wlz_rollen: rollen, uzovi, ...(agb === null ? {} : { agb }), amr: code?.amr };
}

/** Nobody is asked whether the client may: it is ours. */
async function loadExistingGrant({ oidc }: KoaContextWithOIDC) {
  const grant = new oidc.provider.Grant({
    accountId: oidc.session?.accountId,
    clientId: oidc.client?.clientId,
  });
  grant.addOIDCScope('openid');
  grant.addResourceScope(RESOURCE, 'wlz');
  await grant.save();
  return grant;
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
