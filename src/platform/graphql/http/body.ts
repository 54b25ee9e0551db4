import { badInput } from '../errors/edge-error.js';

/** The GraphQL request inside an HTTP body. */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** @throws EdgeError 400 when the body is not a GraphQL request */
export function readBody(body: unknown): GraphqlRequest {
  if (Array.isArray(body)) throw badInput('Stuur één vraag per verzoek; een lijst van vragen kan niet.');
  if (!isObject(body)) throw badInput('De inhoud moet een JSON-object zijn met het veld query.');
  const { query, operationName = null, variables = null, extensions = null } = body;
  if (typeof query !== 'string' || query.trim() === '') {
    throw badInput('Het veld query moet een tekst zijn.', ['query']);
  }
  if (operationName !== null && typeof operationName !== 'string') {
    throw badInput('Het veld operationName moet een tekst zijn.', ['operationName']);
  }
  if (variables !== null && !isObject(variables)) {
    throw badInput('Het veld variables moet een object zijn.', ['variables']);
  }
  if (extensions !== null && !isObject(extensions)) {
    throw badInput('Het veld extensions moet een object zijn.', ['extensions']);
  }
  return { query, operationName, variables: variables ?? {} };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
