import { badInput } from '../errors/edge-error.js';

/** The GraphQL request inside an HTTP body. */
export interface GraphqlRequest {
  /** The document; null when it is named by its hash only. */
  readonly query: string | null;
  /** SHA-256 of a document that the server has already. */
  readonly hash: string | null;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** @throws EdgeError 400 when the body is not a GraphQL request */
export function readBody(body: unknown): GraphqlRequest {
  if (Array.isArray(body)) throw badInput('Stuur één vraag per verzoek; een lijst van vragen kan niet.');
  if (!isObject(body)) throw badInput('De inhoud moet een JSON-object zijn met het veld query.');
  const { query = null, operationName = null, variables = null, extensions = null } = body;
  if (operationName !== null && typeof operationName !== 'string') {
    throw badInput('Het veld operationName moet een tekst zijn.', ['operationName']);
  }
  if (variables !== null && !isObject(variables)) {
    throw badInput('Het veld variables moet een object zijn.', ['variables']);
  }
  if (extensions !== null && !isObject(extensions)) {
    throw badInput('Het veld extensions moet een object zijn.', ['extensions']);
  }
  const hash = hashIn(extensions);
  if (query === null ? hash === null : typeof query !== 'string' || query.trim() === '') {
    throw badInput('Het veld query moet een tekst zijn.', ['query']);
  }
  return { query: typeof query === 'string' ? query : null, hash, operationName, variables: variables ?? {} };
}

/** The hash of a persisted operation, as clients have come to send it. */
function hashIn(extensions: Record<string, unknown> | null): string | null {
  const persisted = extensions?.persistedQuery;
  const hash = isObject(persisted) ? persisted.sha256Hash : null;
  return typeof hash === 'string' ? hash.toLowerCase() : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
