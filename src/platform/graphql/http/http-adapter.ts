import helmet from '@fastify/helmet';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { fastifyOptions, type HttpServerSettings } from './fastify-options.js';
import { refusalBody } from './http-failure.js';

/** Nothing that leaves here may load, run or frame anything; GraphiQL's page says what it needs itself. */
const NOTHING = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};
const YEAR_SECONDS = 31_536_000;

/** The HTTP server under Nest, with the headers that browsers heed. */
export function createHttpAdapter(settings: HttpServerSettings = {}): FastifyAdapter {
  const adapter = new FastifyAdapter(fastifyOptions(settings));
  void adapter.getInstance().register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: NOTHING },
    strictTransportSecurity:
      settings.httpsOnly === true ? { maxAge: YEAR_SECONDS, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  refuseWhileClosing(adapter);
  return adapter;
}

/**
 * A connection that is still open when the server stops gets a plain refusal on what it asks next, and ends with the
 * answer it waited for: kept alive, it would hold the server up for more than a minute.
 */
function refuseWhileClosing(adapter: FastifyAdapter): void {
  let closing = false;
  const server = adapter.getInstance();
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  server.addHook('onRequest', async (_request, reply) => {
    if (!closing) return undefined;
    return reply
      .code(503)
      .header('retry-after', '5')
      .type('application/json; charset=utf-8')
      .send(refusalBody(503));
  });
}
