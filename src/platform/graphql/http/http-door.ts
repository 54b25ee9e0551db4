import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import type {} from 'mercurius';
import type { UnitOfWork } from '../../database/index.js';
import type { Log } from '../../logging/index.js';
import {
  assertAffordable,
  assertVariables,
  costOf,
  Operations,
  type AllowList,
  type Operation,
  withDefaults,
} from '../document/index.js';
import { badDocument, badInput, EdgeError } from '../errors/edge-error.js';
import type { FailureContext } from '../errors/failure.js';
import { OperationContext } from '../graphql-context.js';
import type { Load } from '../load/index.js';
import { answerForm, UNASKED, type AnswerForm } from './accept.js';
import { executedAnswer, refusedAnswer, type HttpAnswer } from './answer-body.js';
import { readBody, type GraphqlRequest } from './body.js';
import { BODY_LIMIT } from './fastify-options.js';
import { httpRefusal, inOurWords } from './http-failure.js';
import { parseJson } from './parse-json.js';
import { registerReadRoute, type ReadRoute } from './read-route.js';
import { contextOf, type Reception } from './request-context.js';
import { QUESTION_LIMIT_MS, runToTheEnd } from './run-to-the-end.js';

export const GRAPHQL_PATH = '/graphql';

export interface DoorDependencies extends Reception {
  /** Leaves `__typename` and introspection open without a token. */
  readonly development: boolean;
  readonly unitOfWork: UnitOfWork;
  readonly log: Log;
  readonly load: Load;
  /** The only documents that are run; null runs any. */
  readonly allowList: AllowList | null;
  /** Answers a browser that asks for a page; null in production. */
  readonly page: ((reply: FastifyReply) => Promise<FastifyReply>) | null;
  /** What is read with a plain `GET` beside GraphQL. */
  readonly routes: readonly ReadRoute[];
}

const OTHER_METHODS = ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** Refusals that somebody who watches over the system wants to see. */
const WATCHED: ReadonlySet<number> = new Set([401, 403, 429]);
const NEUTRAL_HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * The one way in: `POST /graphql`, and the read routes that are named to it. In order: is this JSON, which operation, who asks, is it small enough, do the
 * variables fit; only then the driver runs it, in a frame that is committed before the answer leaves.
 */
export class HttpDoor {
  private readonly operations = new Operations();

  constructor(private readonly deps: DoorDependencies) {}

  /** Adds the route to the server, with an error shape and a body parser of its own. */
  async register(server: FastifyInstance): Promise<void> {
    await server.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      const parser = parseJson(scope.getDefaultJsonParser('remove', 'remove'));
      scope.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, parser);
      scope.setErrorHandler((error, request, reply) => this.refuse(error, request, reply));
      scope.route({
        method: 'POST',
        url: GRAPHQL_PATH,
        onRequest: async (request) => assertPlainJson(request),
        handler: (request, reply) => this.answer(request, reply),
      });
      scope.route({
        method: OTHER_METHODS,
        url: GRAPHQL_PATH,
        onRequest: (request, reply) => this.answerOtherMethod(request, reply),
        handler: () => Promise.reject(httpRefusal(405)),
      });
      for (const route of this.deps.routes)
        registerReadRoute(scope, route, { ...this.deps, headers: NEUTRAL_HEADERS });
    });
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const form = answerForm(request.headers.accept);
    const asked = readBody(request.body);
    const operation = this.operations.select(this.textOf(asked), asked.operationName);
    const context = await this.admit(request, operation);
    await this.weigh(request, operation, asked.variables, context);
    const execute = (driverContext: object) =>
      request.server.graphql(operation.text, driverContext, withDefaults(operation, asked.variables));
    if (context === null)
      return send(reply, executedAnswer(await execute({}), form, this.failureContext(request)), form);
    const limit = operation.definition.operation === OperationTypeNode.QUERY ? QUESTION_LIMIT_MS : null;
    const execution = await this.deps.load.inTurn(context.request.actor.sub, async () =>
      reply.raw.destroyed ? null : runToTheEnd(context, reply.raw, limit, execute),
    );
    if (execution === null || reply.raw.destroyed) return this.leave(request, reply, context);
    return send(reply, executedAnswer(execution, form, this.failureContext(request, context)), form);
  }

  private textOf({ query, hash }: GraphqlRequest): string {
    const { allowList } = this.deps;
    if (allowList !== null) return allowList.textOf(query, hash);
    if (query === null) throw badInput('Het veld query moet een tekst zijn.', ['query']);
    return query;
  }

  /**
   * May this run, and does the person still have that much to ask? What is refused counts by its length, so that a
   * hundred guesses in one request are a hundred.
   */
  private async weigh(
    { server }: FastifyRequest,
    operation: Operation,
    variables: GraphqlRequest['variables'],
    context: OperationContext | null,
  ): Promise<void> {
    const { schema } = server.graphql;
    const charge = async (cost: number): Promise<void> => {
      if (context !== null) await this.deps.load.charge(context.request.actor.sub, cost);
    };
    let cost: number;
    try {
      if (operation.problem !== null) throw operation.problem;
      assertVariables(schema, operation, variables);
      cost = operation.schemaOnly ? operation.size : costOf(schema, operation, variables);
      if (!operation.schemaOnly) assertAffordable(cost);
    } catch (error) {
      await charge(operation.size);
      throw error;
    }
    await charge(cost);
  }

  /** Nobody waits for the answer any more; what the operation ran into because of that is no defect. */
  private leave(request: FastifyRequest, reply: FastifyReply, context: OperationContext): FastifyReply {
    const { operatie } = context.request;
    this.deps.log.info({ requestId: request.id, operatie }, 'client left before its answer');
    return reply.hijack();
  }

  /** Who asks, as the context the operation runs in; null for a question about the schema from somebody unknown. */
  private async admit(request: FastifyRequest, operation: Operation): Promise<OperationContext | null> {
    const { development, unitOfWork } = this.deps;
    if (operation.schemaOnly && development) return null;
    const context = await contextOf(request, operation.rootFields.join(',').slice(0, 200), this.deps);
    if (operation.introspection && !development) throw badDocument('Introspectie staat uit.');
    return new OperationContext(context, unitOfWork);
  }

  private async answerOtherMethod(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (request.headers.upgrade !== undefined)
      throw badInput('Wlz-regie kent geen verbinding die open blijft.');
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (!wantsPage) throw httpRefusal(405);
    if (this.deps.page === null) throw httpRefusal(404);
    return this.deps.page(reply);
  }

  private async refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const form = formOrDefault(request.headers.accept);
    const cause = inOurWords(error);
    if (cause instanceof EdgeError && WATCHED.has(cause.status)) {
      this.deps.log.warn(
        { requestId: request.id, status: cause.status, reden: cause.message, adres: request.ip },
        'access refused',
      );
    }
    return send(reply, refusedAnswer(cause, form, this.failureContext(request)), form);
  }

  private failureContext(request: FastifyRequest, context?: OperationContext): FailureContext {
    const base = { log: this.deps.log, requestId: request.id };
    return context === undefined ? base : { ...base, operatie: context.request.operatie };
  }
}

/** Forms and plain text can be posted by any web page; JSON cannot without asking first, and is never allowed to. */
function assertPlainJson(request: FastifyRequest): void {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((one) => one.startsWith('charset='));
  const encoding = request.headers['content-encoding'] ?? 'identity';
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  if (type.trim() !== 'application/json' || !isUtf8 || encoding !== 'identity') throw httpRefusal(415);
}

function formOrDefault(accept: string | undefined): AnswerForm {
  try {
    return answerForm(accept);
  } catch {
    return UNASKED;
  }
}

function send(
  reply: FastifyReply,
  { status, body, headers = {} }: HttpAnswer,
  { type }: AnswerForm,
): FastifyReply {
  return reply
    .code(status)
    .headers({ ...NEUTRAL_HEADERS, ...headers, 'x-request-id': reply.request.id })
    .type(`${type}; charset=utf-8`)
    .send(JSON.stringify(body));
}
