import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext, Rol } from '../../context/index.js';
import type { Tx, UnitOfWork } from '../../database/index.js';
import { DomainError, NietToegestaan, OngeldigeInvoer } from '../../errors/index.js';
import { EdgeError, type ErrorCode } from '../errors/edge-error.js';
import type { Load } from '../load/index.js';
import { contextOf, type Reception } from './request-context.js';

/** Something that is read with a plain `GET` because it is no JSON, such as a picture. Who asks comes in the headers. */
export interface ReadRoute {
  /** Address, beginning with a slash. */
  readonly pad: string;
  /** Name for the log. */
  readonly operatie: string;
  /** Who may ask; nobody else gets in. */
  readonly rollen: readonly [Rol, ...Rol[]];
  /** Media type of the answer; its text is UTF-8. */
  readonly type: string;
  /** Makes the answer in a read frame that is logged and committed before it leaves. Throws DomainErrors. */
  answer(ctx: RequestContext, tx: Tx, vraag: Readonly<Record<string, string>>): Promise<string>;
}

export interface ReadRouteDependencies extends Reception {
  readonly unitOfWork: UnitOfWork;
  readonly load: Load;
  /** Headers that every answer of the door carries. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What such an answer counts for in the budget of a person: as much as a page of a list. */
const COST = 500;

/** An answer that is opened as a page of its own loads nothing and runs nothing. */
const NOTHING_LOADED = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

const STATUS: Readonly<Partial<Record<DomainError['code'], readonly [number, ErrorCode]>>> = {
  NIET_GEVONDEN: [404, 'NOT_FOUND'],
  NIET_TOEGESTAAN: [403, 'FORBIDDEN'],
};

/** Adds a route to a door that has its own error handler. */
export function registerReadRoute(
  scope: FastifyInstance,
  route: ReadRoute,
  deps: ReadRouteDependencies,
): void {
  scope.route({
    method: 'GET',
    url: route.pad,
    handler: async (request, reply) => {
      const ctx = await contextOf(request, route.operatie, deps);
      await deps.load.charge(ctx.actor.sub, COST);
      const text = await deps.load.inTurn(ctx.actor.sub, () => answered(ctx, request, route, deps));
      return send(reply, text, route, deps);
    },
  });
}

async function answered(
  ctx: RequestContext,
  request: FastifyRequest,
  route: ReadRoute,
  { unitOfWork }: ReadRouteDependencies,
): Promise<string> {
  try {
    if (!route.rollen.includes(ctx.actor.rol))
      throw new NietToegestaan('Met uw rol kunt u dit niet vragen of doen.');
    const vraag = single(request.query);
    return await unitOfWork.read(ctx, (tx) => route.answer(ctx, tx, vraag));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await unitOfWork.recordRefusal(ctx, error);
    const [status, code] = STATUS[error.code] ?? [400, 'BAD_USER_INPUT'];
    throw new EdgeError(status, code, error.melding, { pad: error.pad });
  }
}

/** A name that stands twice in an address would be a list; nothing here takes one. */
function single(query: unknown): Record<string, string> {
  const entries = Object.entries(query ?? {}) as [string, unknown][];
  return Object.fromEntries(
    entries.map(([naam, value]) => {
      if (typeof value !== 'string') throw new OngeldigeInvoer('Geef elk gegeven één keer op.');
      return [naam, value];
    }),
  );
}

function send(
  reply: FastifyReply,
  text: string,
  { type }: ReadRoute,
  { headers }: ReadRouteDependencies,
): FastifyReply {
  return reply
    .code(200)
    .headers({ ...headers, 'content-security-policy': NOTHING_LOADED, 'x-request-id': reply.request.id })
    .type(`${type}; charset=utf-8`)
    .send(text);
}
