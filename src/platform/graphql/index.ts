export * from './cursor.js';
export * from './pagination.js';
export * from './scalars.js';
export * from './answer.js';
export * from './graphql-context.js';
export * from './refusal.types.js';
export * from './result-union.js';
