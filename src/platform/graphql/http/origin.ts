import type { FastifyRequest } from 'fastify';
import type { RequestContext } from '../../context/index.js';

/** B3: 16 or 32 hexadecimal digits in small letters. */
const B3_TRACE_ID = /^(?:[0-9a-f]{16}|[0-9a-f]{32})$/;

/** Where a request came from, for the log. A trace id that is none is left out: it would be text of the caller's own. */
export function originOf(request: FastifyRequest): Pick<RequestContext, 'toegangspunt' | 'traceId'> {
  const traceId = request.headers['x-b3-traceid'];
  const isTrace = typeof traceId === 'string' && B3_TRACE_ID.test(traceId);
  return { toegangspunt: request.ip, ...(isTrace ? { traceId } : {}) };
}
