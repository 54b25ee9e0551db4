import type { SourceLocation } from 'graphql';

/** The codes clients can meet in `extensions.code`; a subset of the list in RFC0040. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'INTERNAL_SERVER_ERROR';

export interface EdgeErrorDetails {
  /** Path of the offending field in the input, outermost first. */
  readonly pad?: readonly string[];
  readonly locations?: readonly SourceLocation[];
  readonly headers?: Readonly<Record<string, string>>;
  /** True when the text could not be parsed or validated: then `application/json` clients get status 200. */
  readonly isGraphqlAnswer?: boolean;
}

/** A request that is turned away at the door, before anything of it ran. Its message never echoes what came in. */
export class EdgeError extends Error {
  readonly details: EdgeErrorDetails;

  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    melding: string,
    details: EdgeErrorDetails = {},
  ) {
    super(melding);
    this.name = 'EdgeError';
    this.details = details;
  }
}

/** The request's GraphQL is not something we run (HTTP 400). */
export function badDocument(melding: string, details: EdgeErrorDetails = {}): EdgeError {
  return new EdgeError(400, 'GRAPHQL_VALIDATION_FAILED', melding, details);
}

/** The request carries a value we do not take (HTTP 400). */
export function badInput(melding: string, pad: readonly string[] = []): EdgeError {
  return new EdgeError(400, 'BAD_USER_INPUT', melding, { pad });
}
