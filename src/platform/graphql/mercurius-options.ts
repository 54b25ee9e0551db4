import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { stripTrivialResolvers } from './strip-trivial-resolvers.js';

/** Documents whose validation and compiled form are kept; clients have a fixed set of a few dozen. */
const KEPT_DOCUMENTS = 250;

export interface SchemaFile {
  /** Where the schema is written at start, sorted; null keeps it in memory (production). */
  readonly schemaFile: string | null;
}

/**
 * Settings of the driver. It has no route of its own: `HttpDoor` decides what it may run and how answers look, so its
 * errors pass through untouched. A document is compiled the second time it is asked.
 */
export function mercuriusOptions({ schemaFile }: SchemaFile): MercuriusDriverConfig {
  return {
    driver: MercuriusDriver,
    autoSchemaFile: schemaFile ?? true,
    sortSchema: true,
    buildSchemaOptions: { addNewlineAtEnd: true },
    transformSchema: stripTrivialResolvers,
    routes: false,
    graphiql: false,
    allowBatchedQueries: false,
    jit: 1,
    cache: KEPT_DOCUMENTS,
    graphql: { validateOptions: { maxErrors: 5 } },
    errorFormatter: ({ data, errors }) => ({
      statusCode: 200,
      response: { data: data ?? null, errors: [...errors] },
    }),
  };
}
