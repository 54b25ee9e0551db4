import { createServer, type Server, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

/** How the issuer behaves: as it should, or in one of the ways in which issuers fail. */
export type Gedrag =
  'GOED' | 'FOUT' | 'STIL' | 'GEEN_JSON' | 'LEEG' | 'DOORVERWIJZING' | 'EINDELOOS' | 'GEHEIM';

export interface Sleutel {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export interface Ondertekening {
  readonly sleutel: Sleutel;
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string | number;
  readonly issuedAt?: string | number;
  readonly notBefore?: string;
  readonly typ?: string;
}

/** Makes a key, which for RSA takes its time; it counts when it is put among the `sleutels` of an issuer. */
export async function maakSleutel(kid: string, alg = 'RS256'): Promise<Sleutel> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** An issuer of tokens over real HTTP, whose keys and behaviour a test changes, and which counts who asks. */
export class Uitgever {
  gedrag: Gedrag = 'GOED';
  sleutels: Sleutel[] = [];
  /** Questions for the keys so far. */
  vragen = 0;
  /** Issuer that the discovery document names; its own when null. */
  ontdektAls: string | null = null;

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async start(): Promise<Uitgever> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const uitgever = new Uitgever(server, `http://127.0.0.1:${port}`);
    server.on('request', ({ url }, response) => uitgever.answer(url ?? '', response));
    return uitgever;
  }

  get jwksUrl(): string {
    return `${this.origin}/jwks`;
  }

  get discoveryUrl(): string {
    return `${this.origin}/.well-known/openid-configuration`;
  }

  async token(claims: JWTPayload, ondertekening: Ondertekening): Promise<string> {
    const { sleutel, issuer = this.origin, audience = 'wlz-regie', notBefore, typ } = ondertekening;
    const jwt = new SignJWT(claims)
      .setProtectedHeader({ alg: sleutel.alg, kid: sleutel.kid, ...(typ === undefined ? {} : { typ }) })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(ondertekening.issuedAt)
      .setExpirationTime(ondertekening.expires ?? '30m');
    if (notBefore !== undefined) jwt.setNotBefore(notBefore);
    return jwt.sign(sleutel.privateKey);
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  private answer(url: string, response: ServerResponse): void {
    const keys = url === '/jwks' || url === '/elders';
    if (url === '/jwks') this.vragen += 1;
    const issuer = this.ontdektAls ?? this.origin;
    const body = keys ? { keys: this.sleutels.map(({ jwk }) => jwk) } : { issuer, jwks_uri: this.jwksUrl };
    response.setHeader('content-type', 'application/json');
    switch (this.gedrag) {
      case 'STIL':
        return;
      case 'FOUT':
        response.writeHead(500).end('kapot');
        return;
      case 'GEEN_JSON':
        response.end('<html>Onderhoud</html>');
        return;
      case 'LEEG':
        response.end('{"keys":[]}');
        return;
      case 'GEHEIM':
        response.end(JSON.stringify({ keys: [{ kty: 'oct', k: 'Z2VoZWlt', kid: 'g', alg: 'HS256' }] }));
        return;
      case 'DOORVERWIJZING':
        if (url === '/elders') response.end(JSON.stringify(body));
        else response.writeHead(302, { location: '/elders' }).end();
        return;
      case 'EINDELOOS':
        response.write('{"keys":[');
        this.pour(response);
        return;
      case 'GOED':
        response.end(JSON.stringify(body));
    }
  }

  /** Bytes for as long as somebody takes them. */
  private pour(response: ServerResponse): void {
    if (response.destroyed) return;
    response.write('{"kty":"RSA"},'.repeat(5_000), () => setImmediate(() => this.pour(response)));
  }
}
