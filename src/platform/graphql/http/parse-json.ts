import type { FastifyBodyParser } from 'fastify';
import { httpRefusal } from './http-failure.js';

const BYTE_ORDER_MARK = 0xfeff;

/**
 * Reads a body that is UTF-8 without exceptions: a byte that is not would be stored as a replacement character, and
 * something else than was sent.
 */
export function parseJson(parse: FastifyBodyParser<string>): FastifyBodyParser<Buffer> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (request, body, done) => {
    let text: string;
    try {
      text = decoder.decode(body);
    } catch {
      done(httpRefusal(400));
      return undefined;
    }
    if (text.charCodeAt(0) === BYTE_ORDER_MARK) {
      done(httpRefusal(400));
      return undefined;
    }
    return parse(request, text, done);
  };
}
