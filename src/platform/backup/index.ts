/**
 * Backup and restore in a format of our own, for any PostgreSQL the register runs on: the embedded server brings no
 * `pg_dump` along. Rows travel, the schema does not: migrations make it.
 */
export { writeBackup, type BackupOptions } from './backup.js';
export { differences, fingerprint, SCHEMA, type SchemaItem } from './catalog.js';
export { BackupUnusable } from './container.js';
export type { BackupReport } from './contents.js';
export { inspectBackup, loadBackup, TargetRefused, type Contents, type RestoreOptions } from './restore.js';
export { assertSeesEverything, LoginTooSmall } from './rights.js';
