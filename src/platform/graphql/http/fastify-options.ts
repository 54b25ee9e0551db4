import { randomUUID } from 'node:crypto';
import type { FastifyServerOptions } from 'fastify';

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
  };
}
