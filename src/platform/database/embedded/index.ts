export * from './errors.js';
export * from './removal.js';
export {
  isEmbeddedPostgresAvailable,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './share.js';
