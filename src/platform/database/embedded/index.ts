/**
 * A real PostgreSQL for whoever has only Node: the programs come from npm, the cluster lives in a folder of the
 * project, and all processes that use the folder share one server.
 *
 * - `binaries`, `os-user`, `home`: which programs, under which account, and where the cluster is kept;
 * - `cluster`, `database`: made once, beside their place and then renamed, so that no half one is ever found;
 * - `control-folder`, `users`, `lock`: how processes that know nothing of each other agree;
 * - `launch`, `postmaster`, `processes`, `ports`: starting, recognising and stopping the server;
 * - `watchdog`: a shell that outlives node and stops the server after the last user, however that one ended;
 * - `keeper`: brings the server back when it dies under living users;
 * - `share`: the whole of it, as one promise.
 *
 * Two machines, or two containers with their own process tables, must not use one folder at the same time.
 */
export * from './errors.js';
export * from './removal.js';
export {
  isEmbeddedPostgresAvailable,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './share.js';
