import { GraphQLError, type SourceLocation } from 'graphql';
import { LogboekOnbereikbaar } from '../../database/index.js';
import { DomainError, type WeigeringCode } from '../../errors/index.js';
import type { Log } from '../../logging/index.js';
import { EdgeError, type ErrorCode } from './edge-error.js';
import { isDatabaseGone, isTooSlow } from './unavailable.js';

/** One error as a client sees it. */
export interface AnsweredError {
  readonly message: string;
  readonly locations?: readonly SourceLocation[];
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: ErrorCode;
    readonly regel?: string | null;
    readonly bron?: string | null;
    readonly pad?: readonly string[];
  };
}

/** An error as it may leave, with the HTTP status it deserves when there is nothing else to answer. */
export interface Failure {
  readonly status: number;
  readonly answered: AnsweredError;
  readonly headers?: Readonly<Record<string, string>>;
}

const CODES: Readonly<Record<WeigeringCode, ErrorCode>> = {
  REGEL_GESCHONDEN: 'BAD_USER_INPUT',
  ONGELDIGE_INVOER: 'BAD_USER_INPUT',
  NIET_GEVONDEN: 'NOT_FOUND',
  NIET_TOEGESTAAN: 'FORBIDDEN',
  VERSIE_VEROUDERD: 'CONFLICT',
  SLEUTEL_HERGEBRUIKT: 'CONFLICT',
};

/** Which request an error belongs to; both stand in the technical log. */
export interface FailureContext {
  readonly log: Log;
  readonly requestId: string;
  readonly operatie?: string;
}

/**
 * What may leave of an error. An allow-list: our own refusals as they are; everything else becomes one sentence with a
 * number under which the log knows more.
 */
export function asFailure(error: unknown, context: FailureContext): Failure {
  const cause = originOf(error);
  if (cause instanceof DomainError) return domainFailure(cause);
  if (cause instanceof EdgeError) return edgeFailure(cause);
  const { log, requestId, operatie } = context;
  if (cause instanceof LogboekOnbereikbaar) {
    log.error(
      { err: cause.cause, requestId, operatie },
      'the log cannot be written: nothing is shown or kept',
    );
    return unavailable(
      'Wlz-regie kan nu geen gegevens tonen of wijzigen. Probeer het over een minuut opnieuw.',
    );
  }
  if (isDatabaseGone(cause)) {
    log.error({ err: cause, requestId, operatie }, 'database unreachable');
    return unavailable('Wlz-regie kan nu niet bij de gegevens. Probeer het over een minuut opnieuw.');
  }
  if (isTooSlow(cause)) {
    log.error({ err: cause, requestId, operatie }, 'statement took too long');
    return unavailable('Dit duurde te lang en is afgebroken. Probeer het zo opnieuw.');
  }
  log.error({ err: cause, requestId, operatie }, 'unexpected error');
  return {
    status: 500,
    answered: {
      message: `Er ging iets mis. Noem bij contact dit nummer: ${requestId}`,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    },
  };
}

function originOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? originOf(error.originalError) : error;
}

function domainFailure({ code, melding, regel, bron, pad }: DomainError): Failure {
  const mapped = CODES[code];
  return {
    status: mapped === 'BAD_USER_INPUT' ? 400 : 200,
    answered: { message: melding, extensions: { code: mapped, regel, bron, pad } },
  };
}

function edgeFailure({ status, code, message, details }: EdgeError): Failure {
  const { pad, locations, headers } = details;
  return {
    status,
    answered: {
      message,
      ...(locations === undefined ? {} : { locations }),
      extensions: { code, ...(pad === undefined || pad.length === 0 ? {} : { pad }) },
    },
    ...(headers === undefined ? {} : { headers }),
  };
}

function unavailable(message: string): Failure {
  return {
    status: 503,
    answered: { message, extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    headers: { 'retry-after': '5' },
  };
}
