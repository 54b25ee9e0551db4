import { createHash, randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { PAGINA_HEADERS, tokenpagina } from './aanmeldpagina.js';

const CALLBACK = '/klaar';
/** Logins that were begun and not finished; nobody begins more. */
const KEPT = 100;

/** A client of our own for who has none yet: logs in as a web client does, and shows the token to use in GraphiQL. */
export class Probeerclient {
  private readonly begun = new Map<string, string>();

  constructor(
    private readonly issuer: string,
    private readonly client: string,
    private readonly scope: string,
  ) {}

  /** Answers its two addresses. @returns false when the question is for somebody else */
  async answer(address: string, response: ServerResponse): Promise<boolean> {
    const url = new URL(address, this.issuer);
    if (url.pathname === '/') {
      response.writeHead(302, { location: this.begin() }).end();
      return true;
    }
    if (url.pathname !== CALLBACK) return false;
    const token = await this.exchange(url.searchParams);
    response.writeHead(200, PAGINA_HEADERS).end(tokenpagina(token));
    return true;
  }

  private begin(): string {
    const [state, verifier] = [randomBytes(16).toString('hex'), randomBytes(32).toString('base64url')];
    if (this.begun.size >= KEPT) this.begun.clear();
    this.begun.set(state, verifier);
    const url = new URL('/auth', this.issuer);
    url.search = new URLSearchParams({
      client_id: this.client,
      response_type: 'code',
      scope: this.scope,
      redirect_uri: `${this.issuer}${CALLBACK}`,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      prompt: 'login',
      state,
    }).toString();
    return url.href;
  }

  private async exchange(back: URLSearchParams): Promise<string> {
    const state = back.get('state') ?? '';
    const verifier = this.begun.get(state);
    this.begun.delete(state);
    if (verifier === undefined) throw new Error('no login was begun');
    const response = await fetch(new URL('/token', this.issuer), {
      method: 'POST',
      body: new URLSearchParams({
        client_id: this.client,
        grant_type: 'authorization_code',
        code: back.get('code') ?? '',
        redirect_uri: `${this.issuer}${CALLBACK}`,
        code_verifier: verifier,
      }),
    });
    const answer = (await response.json()) as { readonly access_token?: unknown };
    if (typeof answer.access_token !== 'string') throw new Error('no token was given');
    return answer.access_token;
  }
}
