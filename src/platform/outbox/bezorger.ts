import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Webhook } from 'standardwebhooks';
import type { Instant } from '../clock/index.js';
import { bezwaarTegen, openbareLookup, type Adresregels } from './adres.js';

/** A message on its way out. */
export interface Zending {
  readonly berichtID: string;
  readonly soort: string;
  readonly url: string;
  readonly inhoud: unknown;
  readonly aangemaaktOp: Instant;
  /** The secrets that hold now: after a rotation the old one signs along for a while. */
  readonly geheimen: readonly string[];
}

/**
 * `AANGEKOMEN`: the receiver answered 2xx. `GEWEIGERD`: it answered otherwise, to this message. `ONBEREIKBAAR`: it does
 * not answer at all, or asks for patience, so there is no use in offering it the next one now.
 */
export type Bezorging =
  | { readonly uitkomst: 'AANGEKOMEN' }
  | { readonly uitkomst: 'GEWEIGERD' | 'ONBEREIKBAAR'; readonly fout: string };

/** Answers by which a receiver says that it is the moment, not the message. */
const NOT_NOW = new Set([408, 425, 429, 502, 503, 504]);

/** Offers a message once, signed, following no redirect. Never throws: what went wrong is the answer. */
export function bezorg(
  zending: Zending,
  nu: Instant,
  wachttijd: number,
  regels: Adresregels,
): Promise<Bezorging> {
  const bezwaar = bezwaarTegen(zending.url, regels);
  if (bezwaar !== null) return Promise.resolve({ uitkomst: 'ONBEREIKBAAR', fout: 'ADRES' });
  const body = JSON.stringify({
    type: zending.soort,
    timestamp: zending.aangemaaktOp,
    data: zending.inhoud,
  });
  const signed = new Date(nu);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'Wlz-regie',
    'webhook-id': zending.berichtID,
    'webhook-timestamp': String(Math.floor(signed.getTime() / 1000)),
    'webhook-signature': zending.geheimen
      .map((geheim) => new Webhook(geheim).sign(zending.berichtID, signed, body))
      .join(' '),
  };
  const send = zending.url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const request = send(zending.url, {
      method: 'POST',
      headers,
      agent: false,
      signal: AbortSignal.timeout(wachttijd),
      ...(regels.alleenOpenbaar ? { lookup: openbareLookup } : {}),
    });
    request.on('response', (response) => {
      resolve(judge(response.statusCode ?? 0));
      response.destroy();
    });
    request.on('error', (error) => resolve({ uitkomst: 'ONBEREIKBAAR', fout: codeOf(error) }));
    request.end(body);
  });
}

function judge(status: number): Bezorging {
  if (status >= 200 && status < 300) return { uitkomst: 'AANGEKOMEN' };
  return { uitkomst: NOT_NOW.has(status) ? 'ONBEREIKBAAR' : 'GEWEIGERD', fout: `HTTP ${status}` };
}

/** A kind of failure that may be kept and shown; the text of an error can hold the address. */
function codeOf(error: Error): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'GEEN_ANTWOORD';
  return 'code' in error && typeof error.code === 'string' ? error.code : 'VERBINDING';
}
