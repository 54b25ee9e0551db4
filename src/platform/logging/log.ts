import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Injection token of the process's log. */
export const LOG = Symbol('LOG');

/** Keys whose values never reach a technical log, wherever they stand. */
const SECRET_KEYS = [
  'bsn',
  'geslachtsnaam',
  'naam',
  'token',
  'authorization',
  'password',
  'parameters',
  'variables',
];

/**
 * The technical log: lines of JSON on stderr, without names, BSNs, tokens or SQL parameters.
 * @param destination where the lines go instead, for a test that reads them
 */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  return pino(
    {
      level,
      base: { service: 'wlz-regie' },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
        censor: '[weggelaten]',
      },
      serializers: { err: errorWithoutData },
    },
    destination,
  );
}

/** Kind, code and stack of an error. A driver's message may quote a value, so only our own errors keep theirs. */
function errorWithoutData(error: Error & { code?: string; constraint?: string; table?: string }): object {
  const fromDriver = 'severity' in error || 'driverError' in error;
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return {
    type: error.name,
    code: error.code,
    constraint: error.constraint,
    table: error.table,
    message: fromDriver ? undefined : error.message,
    stack: frames.slice(0, 12).join('\n'),
  };
}

/** Lets Nest write its own lines to our log. */
export function nestLogger(log: Log): LoggerService {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message: unknown, ...rest: unknown[]): void =>
      log[level]({ context: rest.at(-1) }, typeof message === 'string' ? message : 'Nest');
  return {
    log: write('debug'),
    debug: write('debug'),
    verbose: write('debug'),
    warn: write('warn'),
    error: write('error'),
  };
}
