import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../clock/index.js';
import type { RequestContext } from '../../context/index.js';
import type { Authenticator } from './authenticator.js';
import { originOf } from './origin.js';

export interface Reception {
  readonly authenticator: Authenticator;
  readonly clock: Clock;
}

/**
 * Who asks, when and from where, as the context that the answer is made in.
 * @param operatie name for the log
 * @throws EdgeError when nobody proves who it is
 */
export async function contextOf(
  request: FastifyRequest,
  operatie: string,
  { authenticator, clock }: Reception,
): Promise<RequestContext> {
  const { authorization } = request.headers;
  const rol = request.headers['x-wlz-rol'];
  const herkomst = originOf(request);
  const actor = await authenticator.authenticate({
    authorization,
    rol: typeof rol === 'string' ? rol : undefined,
    herkomst,
  });
  return { actor, requestId: request.id, operatie, now: clock.now(), today: clock.today(), ...herkomst };
}
