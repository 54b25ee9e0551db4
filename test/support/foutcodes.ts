/** The codes of an error that a client may meet: those of the iWlz network, and RATE_LIMITED. */
export const FOUTCODES: readonly string[] = [
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
];
