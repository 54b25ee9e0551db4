import { HttpException } from '@nestjs/common';
import { EdgeError, type ErrorCode } from '../errors/edge-error.js';

const SENTENCES = {
  400: 'De inhoud van het verzoek is geen geldige JSON.',
  404: 'Hier is niets.',
  405: 'Gebruik POST.',
  408: 'Het verzoek kwam te langzaam binnen.',
  413: 'Het verzoek is te groot.',
  415: 'Stuur het verzoek als application/json in UTF-8, ongecomprimeerd.',
  431: 'De kopregels van het verzoek zijn te groot.',
  503: 'Wlz-regie is nu niet beschikbaar.',
} as const;

const CODES: Readonly<Partial<Record<number, ErrorCode>>> = {
  404: 'NOT_FOUND',
  503: 'INTERNAL_SERVER_ERROR',
};

export type HttpStatus = keyof typeof SENTENCES;

/** A refusal that has nothing to do with GraphQL. */
export function httpRefusal(status: HttpStatus): EdgeError {
  const headers: Record<string, string> = status === 405 ? { allow: 'POST' } : {};
  return new EdgeError(status, CODES[status] ?? 'BAD_USER_INPUT', SENTENCES[status], { headers });
}

/** The body of such a refusal, for where there is no door yet, or no longer. */
export function refusalBody(status: HttpStatus): string {
  const { message, code } = httpRefusal(status);
  return JSON.stringify({ errors: [{ message, extensions: { code } }] });
}

/**
 * What Fastify or Nest refused before anything of ours ran, in our words: theirs quote the address or the body. Other
 * errors come back as they are.
 */
export function inOurWords(error: unknown): unknown {
  if (error instanceof EdgeError || !(error instanceof Error) || isOfDriver(error)) return error;
  const status =
    error instanceof HttpException ? error.getStatus() : 'statusCode' in error ? error.statusCode : 0;
  if (typeof status !== 'number') return error;
  if (isKnown(status)) return httpRefusal(status);
  if (status < 400 || status > 499) return error;
  return new EdgeError(status, 'BAD_USER_INPUT', 'Dit verzoek kan niet worden verwerkt.');
}

/** The driver's verdict on a document, which is about GraphQL after all. */
function isOfDriver(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('MER_ERR_GQL');
}

function isKnown(status: number): status is HttpStatus {
  return status in SENTENCES;
}
