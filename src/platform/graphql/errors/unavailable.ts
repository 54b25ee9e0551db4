import { sqlState } from '../../database/index.js';

/** Connection exceptions, shutdown, no room (disk, memory, connections), a server that takes no writes at the moment. */
const GONE = /^(08...|57P0[1-5]|53...|25006|58030)$/;
const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'ENOENT',
]);
/** The driver has no code for these; the last is what TypeORM says when a connection falls while it begins. */
const DRIVER_MESSAGE =
  /^Connection terminated|timeout exceeded when trying to connect|not queryable|Driver not Connected|^Query runner already released/i;
/** A statement that took too long, or waited too long for a lock. */
const TOO_SLOW = new Set(['57014', '55P03', '25P03']);

interface Thrown {
  readonly message?: unknown;
  /** The attempts behind an AggregateError: one per address of the host. */
  readonly errors?: unknown;
}

/** True when the database cannot be reached or is going away; the same request may succeed later. */
export function isDatabaseGone(error: unknown): boolean {
  const code = sqlState(error);
  if (code !== undefined && (GONE.test(code) || SOCKET_CODES.has(code))) return true;
  const { message, errors } = (error ?? {}) as Thrown;
  if (typeof message === 'string' && DRIVER_MESSAGE.test(message)) return true;
  return Array.isArray(errors) && errors.some(isDatabaseGone);
}

export function isTooSlow(error: unknown): boolean {
  return TOO_SLOW.has(sqlState(error) ?? '');
}
