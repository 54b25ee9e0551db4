import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../logging/index.js';
import { asFailure } from './errors/failure.js';
import { inOurWords } from './http/http-failure.js';

/**
 * Gives everything outside GraphQL (an unknown address, a body too large) the error shape of GraphQL. Errors of
 * resolvers pass through: the door answers and logs them, Nest's own filter would log what they quote.
 */
@Catch()
export class EdgeExceptionFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { id } = host.switchToHttp().getRequest<FastifyRequest>();
    const { status, answered, headers = {} } = asFailure(inOurWords(error), { log: this.log, requestId: id });
    void reply
      .code(status)
      .headers({ ...headers, 'x-request-id': id, 'x-content-type-options': 'nosniff' })
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ errors: [answered] }));
  }
}
