import { EdgeError } from '../errors/edge-error.js';

export const RESPONSE_JSON = 'application/graphql-response+json';
export const PLAIN_JSON = 'application/json';
/** How an answer is dressed. */
export interface AnswerForm {
  readonly type: typeof RESPONSE_JSON | typeof PLAIN_JSON;
  /** A document that does not fit is status 200: what clients of `application/json` have always been given. */
  readonly failuresAre200: boolean;
}

const RESPONSE: AnswerForm = { type: RESPONSE_JSON, failuresAre200: false };
const PLAIN: AnswerForm = { type: PLAIN_JSON, failuresAre200: true };
/** Who does not say what it takes gets the type that everybody reads, and a status that tells a failure. */
export const UNASKED: AnswerForm = { type: PLAIN_JSON, failuresAre200: false };

/**
 * The form to answer in, by GraphQL over HTTP: the type that the client names, and `application/json` when it names
 * none or takes anything.
 * @throws EdgeError 406 when the client takes neither
 */
export function answerForm(accept: string | undefined): AnswerForm {
  if (accept === undefined || accept.trim() === '') return UNASKED;
  const wanted = accept
    .split(',')
    .map(readRange)
    .filter(({ weight }) => weight > 0);
  const weightOf = (type: string) => wanted.find((range) => range.type === type)?.weight ?? 0;
  const anything = Math.max(weightOf('*/*'), weightOf('application/*'));
  const asked = { response: weightOf(RESPONSE_JSON), plain: weightOf(PLAIN_JSON) };
  if (asked.plain > asked.response && asked.plain >= anything) return PLAIN;
  if (asked.response >= anything && asked.response > 0) return RESPONSE;
  if (anything > 0) return UNASKED;
  throw new EdgeError(406, 'BAD_USER_INPUT', `Het antwoord is er als ${RESPONSE_JSON} of ${PLAIN_JSON}.`);
}

function readRange(range: string): { readonly type: string; readonly weight: number } {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { type, weight: Number.isFinite(weight) ? weight : 0 };
}
