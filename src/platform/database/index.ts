export { asDomainError, isWorthRetrying, sqlState } from './constraint-rules.js';
export { createDataSource } from './data-source.js';
export type { Frame } from './frame.js';
export { Idempotency } from './idempotency.js';
export { openDatabase, type Database } from './open-database.js';
export { DatabaseModule } from './database.module.js';
export type { Tx } from './tx.js';
export { UnitOfWork } from './unit-of-work.js';
export { claimVersie } from './versie.js';
