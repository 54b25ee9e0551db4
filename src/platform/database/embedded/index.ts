export * from './errors.js';
export {
  isEmbeddedPostgresAvailable,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './share.js';
