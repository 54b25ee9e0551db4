import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { FastifyServerOptions } from 'fastify';
import { httpRefusal } from './http-failure.js';

/** The largest body taken: a hundred reported statuses are a tenth of this. */
export const BODY_LIMIT = 262_144;

/** How the HTTP server under Nest is set up: `new FastifyAdapter(fastifyOptions())`. */
export function fastifyOptions(): FastifyServerOptions {
  return {
    bodyLimit: BODY_LIMIT,
    // The number a person can quote; a client cannot choose it.
    genReqId: () => randomUUID(),
    // Who trickles a request in is cut off.
    requestTimeout: 15_000,
    // Addresses in forwarding headers are claims of the client.
    trustProxy: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: (_error, { id }, { raw }) => answerUnreadableAddress(raw, id),
  };
}

/** An address that is none never reaches a route or a filter of ours, and Fastify's own answer would quote it. */
function answerUnreadableAddress(response: ServerResponse, requestId: string): void {
  const { status, code, message } = httpRefusal(404);
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-request-id': requestId,
    })
    .end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
