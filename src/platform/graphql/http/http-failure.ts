import { HttpException } from '@nestjs/common';
import { EdgeError } from '../errors/edge-error.js';

const SENTENCES = {
  400: 'De inhoud van het verzoek is geen geldige JSON.',
  404: 'Hier is niets.',
  405: 'Gebruik POST.',
  408: 'Het verzoek kwam te langzaam binnen.',
  413: 'Het verzoek is te groot.',
  415: 'Stuur het verzoek als application/json in UTF-8, ongecomprimeerd.',
} as const;

type HttpStatus = keyof typeof SENTENCES;

/** A refusal that has nothing to do with GraphQL. */
export function httpRefusal(status: HttpStatus): EdgeError {
  const headers: Record<string, string> = status === 405 ? { allow: 'POST' } : {};
  return new EdgeError(status, status === 404 ? 'NOT_FOUND' : 'BAD_USER_INPUT', SENTENCES[status], {
    headers,
  });
}

/**
 * What Fastify or Nest refused before anything of ours ran, in our words: theirs quote the address or the body. Other
 * errors come back as they are.
 */
export function inOurWords(error: unknown): unknown {
  if (error instanceof EdgeError || !(error instanceof Error) || isOfDriver(error)) return error;
  const status =
    error instanceof HttpException ? error.getStatus() : 'statusCode' in error ? error.statusCode : 0;
  if (typeof status !== 'number' || status < 400 || status > 499) return error;
  if (isKnown(status)) return httpRefusal(status);
  return new EdgeError(status, 'BAD_USER_INPUT', 'Dit verzoek kan niet worden verwerkt.');
}

/** The driver's verdict on a document, which is about GraphQL after all. */
function isOfDriver(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('MER_ERR_GQL');
}

function isKnown(status: number): status is HttpStatus {
  return status in SENTENCES;
}
