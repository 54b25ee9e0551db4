/** The embedded PostgreSQL cannot be used. The Dutch message says what the reader can do about it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
