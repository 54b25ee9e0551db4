import type { SourceLocation } from 'graphql';

/** The codes clients can meet in `extensions.code`; a subset of the list in RFC0040. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
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

/** This person asked more than one may in a minute (HTTP 429). */
export function rateLimited(seconds: number): EdgeError {
  return new EdgeError(429, 'RATE_LIMITED', 'U vraagt te veel achter elkaar. Probeer het zo opnieuw.', {
    headers: { 'retry-after': String(seconds) },
  });
}

/** Everybody together asks more than this server can do (HTTP 503). */
export function busy(): EdgeError {
  return new EdgeError(
    503,
    'RATE_LIMITED',
    'Het is nu te druk. Probeer het over een paar seconden opnieuw.',
    {
      headers: { 'retry-after': '2' },
    },
  );
}

/** The whole of an operation took longer than one may wait (HTTP 503). */
export function tookTooLong(): EdgeError {
  return new EdgeError(
    503,
    'INTERNAL_SERVER_ERROR',
    'Dit duurde te lang en is afgebroken. Probeer het zo opnieuw.',
    { headers: { 'retry-after': '5' } },
  );
}
