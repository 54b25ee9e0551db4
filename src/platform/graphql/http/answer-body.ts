import { GraphQLError, type ExecutionResult } from 'graphql';
import { pathOfLiteral } from '../document/index.js';
import { badDocument, EdgeError } from '../errors/edge-error.js';
import { asFailure, type AnsweredError, type Failure, type FailureContext } from '../errors/failure.js';
import { neutralMessage } from '../errors/neutral-message.js';
import type { AnswerForm } from './accept.js';

/** What goes out: the status and the JSON. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: { readonly data?: unknown; readonly errors?: readonly AnsweredError[] };
  readonly headers?: Readonly<Record<string, string>>;
}

/** More errors than this tell nobody more. */
const MAX_ERRORS = 5;

/** The answer to an operation that ran. */
export function executedAnswer(
  { data, errors }: ExecutionResult,
  { failuresAre200 }: AnswerForm,
  context: FailureContext,
): HttpAnswer {
  if (errors === undefined || errors.length === 0) return { status: 200, body: { data } };
  const failures = errors
    .slice(0, MAX_ERRORS)
    .map((error) => ({ error, failure: asFailure(error, context) }));
  const answered = failures.map(({ error, failure }) => ({
    ...failure.answered,
    ...(error.path === undefined ? {} : { path: error.path }),
  }));
  if (data !== null && data !== undefined) return { status: 200, body: { data, errors: answered } };
  const { status, headers } = worstOf(failures.map(({ failure }) => failure));
  if (status >= 500)
    return { status, body: { errors: answered }, ...(headers === undefined ? {} : { headers }) };
  if (status === 200 || failuresAre200) return { status: 200, body: { data: null, errors: answered } };
  return { status, body: { errors: answered } };
}

/** The answer to a request that did not run. */
export function refusedAnswer(
  error: unknown,
  { failuresAre200 }: AnswerForm,
  context: FailureContext,
): HttpAnswer {
  const errors = validationErrors(error);
  if (errors !== null) {
    return {
      status: failuresAre200 ? 200 : 400,
      body: { errors: errors.map((one) => asFailure(one, context).answered) },
    };
  }
  const { status, answered, headers } = asFailure(error, context);
  const wellFormed = error instanceof EdgeError && error.details.isGraphqlAnswer === true;
  return {
    status: wellFormed && failuresAre200 ? 200 : status,
    body: { errors: [answered] },
    ...(headers === undefined ? {} : { headers }),
  };
}

function worstOf(failures: readonly Failure[]): Pick<Failure, 'status' | 'headers'> {
  return failures.reduce<Pick<Failure, 'status' | 'headers'>>(
    (worst, failure) => (failure.status > worst.status ? failure : worst),
    { status: 200 },
  );
}

/** What the driver throws when a document does not fit the schema: a wrapper around the errors of graphql-js. */
function validationErrors(error: unknown): EdgeError[] | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'MER_ERR_GQL_VALIDATION') return null;
  const inner = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return inner.slice(0, MAX_ERRORS).map((one: unknown) => {
    if (!(one instanceof GraphQLError)) return badDocument('De vraag klopt niet.');
    const { message, locations, extensions, nodes } = one;
    const details = { locations: locations ?? [], pad: pathOfLiteral(nodes?.[0]) };
    if (extensions.code === 'BAD_USER_INPUT')
      return new EdgeError(400, 'BAD_USER_INPUT', neutralMessage(message), details);
    return badDocument(neutralMessage(message), details);
  });
}
