export * from './answer.js';
export * from './cursor.js';
export { EdgeError } from './errors/edge-error.js';
export {
  DevelopmentUsers,
  type DevelopmentUser,
  type Examples,
  type LoginService,
} from './graphiql/index.js';
export * from './graphql-context.js';
export * from './graphql.module.js';
export { Authenticator, type Credentials } from './http/authenticator.js';
export type { ReadRoute } from './http/read-route.js';
export type { HttpServerSettings } from './http/fastify-options.js';
export { createHttpAdapter } from './http/http-adapter.js';
export * from './pagination.js';
export * from './peiling-args.js';
export * from './peiling-loader.js';
export { Reden } from './reden.js';
export * from './refusal.types.js';
export { RepeatableInput } from './repeatable.input.js';
export * from './result-union.js';
export * from './scalars.js';
export * from './storable-text.js';
export { Vastlegger } from './vastlegger.js';
