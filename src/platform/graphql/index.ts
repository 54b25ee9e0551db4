export * from './cursor.js';
export * from './pagination.js';
export * from './scalars.js';
