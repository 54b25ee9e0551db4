import { randomUUID } from 'node:crypto';
import type { ServerOptions, ServerResponse } from 'node:http';
import type { ServerOptions as SecureServerOptions } from 'node:https';
import type { Socket } from 'node:net';
import type { SecureVersion } from 'node:tls';
import type { FastifyServerOptions } from 'fastify';
import { httpRefusal, refusalBody, type HttpStatus } from './http-failure.js';

/** The largest body taken: a hundred reported statuses are a tenth of this. */
export const BODY_LIMIT = 262_144;

/** A request that is not in by then is cut off; a connection is looked at this often. */
const REQUEST_TIMEOUT_MS = 15_000;
const CHECK_INTERVAL_MS = 5_000;

/** Forward secrecy and authenticated encryption only, for TLS 1.2; those of TLS 1.3 are all so. */
const CIPHERS = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
].join(':');

export interface HttpServerSettings {
  /** Addresses and ranges of servers before this one; only they can say for whom they ask. */
  readonly proxies?: readonly string[];
  /** Certificate and key (PEM); without them whoever stands before this server speaks TLS. */
  readonly tls?: { readonly cert: string; readonly key: string; readonly minimum: SecureVersion } | null;
  /** Tells browsers never to come without TLS again. */
  readonly httpsOnly?: boolean;
  readonly requestTimeoutMs?: number;
}

interface Options extends FastifyServerOptions {
  readonly http?: ServerOptions;
  readonly https?: SecureServerOptions;
}

/** How the HTTP server under Nest is set up. */
export function fastifyOptions({
  proxies = [],
  tls = null,
  requestTimeoutMs = REQUEST_TIMEOUT_MS,
}: HttpServerSettings): Options {
  // Node looks at the time of a whole request only when the time for its headers is no longer than that.
  const patience = {
    requestTimeout: requestTimeoutMs,
    headersTimeout: requestTimeoutMs,
    connectionsCheckingInterval: Math.min(CHECK_INTERVAL_MS, requestTimeoutMs),
  };
  const { cert, key, minimum } = tls ?? {};
  const secure = { cert, key, minVersion: minimum, ciphers: CIPHERS, honorCipherOrder: true };
  const options = {
    bodyLimit: BODY_LIMIT,
    // The number a person can quote; a client cannot choose it.
    genReqId: () => randomUUID(),
    requestTimeout: requestTimeoutMs,
    // Addresses in forwarding headers are claims of the client, unless a server of ours says so.
    trustProxy: proxies.length === 0 ? false : [...proxies],
    forceCloseConnections: 'idle' as const,
    // We say it ourselves, in the shape of all our errors.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: (_error: Error, { id }: { id: string }, { raw }: { raw: ServerResponse }) =>
      answerUnreadableAddress(raw, id),
    clientErrorHandler: answerBrokenRequest,
  };
  return tls === null ? { ...options, http: patience } : { ...options, https: { ...secure, ...patience } };
}

/** An address that is none never reaches a route or a filter of ours, and Fastify's own answer would quote it. */
function answerUnreadableAddress(response: ServerResponse, requestId: string): void {
  response
    .writeHead(404, {
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-request-id': requestId,
    })
    .end(refusalBody(404));
}

/** What came in is no HTTP, or too slowly, or with too many headers: answered in our shape, and the line is cut. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status: HttpStatus =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const body = refusalBody(status);
  socket.end(
    [
      `HTTP/1.1 ${status} ${httpRefusal(status).code}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
