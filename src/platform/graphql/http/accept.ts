import { EdgeError } from '../errors/edge-error.js';

export const RESPONSE_JSON = 'application/graphql-response+json';
export const PLAIN_JSON = 'application/json';
export type MediaType = typeof RESPONSE_JSON | typeof PLAIN_JSON;

/**
 * The media type to answer in: `application/graphql-response+json`, unless the client asks for `application/json` and
 * not for the former (RFC0040 of the iWlz network).
 * @throws EdgeError 406 when the client takes neither
 */
export function answerType(accept: string | undefined): MediaType {
  if (accept === undefined || accept.trim() === '') return RESPONSE_JSON;
  const wanted = accept
    .split(',')
    .map(readRange)
    .filter(({ weight }) => weight > 0);
  const weightOf = (type: string) => wanted.find((range) => range.type === type)?.weight ?? 0;
  const anything = Math.max(weightOf('*/*'), weightOf('application/*'));
  const asked = { response: weightOf(RESPONSE_JSON), plain: weightOf(PLAIN_JSON) };
  if (asked.plain > asked.response && asked.plain >= anything) return PLAIN_JSON;
  if (asked.response > 0 || anything > 0) return RESPONSE_JSON;
  throw new EdgeError(406, 'BAD_USER_INPUT', `Het antwoord is er als ${RESPONSE_JSON} of ${PLAIN_JSON}.`);
}

function readRange(range: string): { readonly type: string; readonly weight: number } {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { type, weight: Number.isFinite(weight) ? weight : 0 };
}
