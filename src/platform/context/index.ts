export * from './request-context.js';
export * from './process-context.js';
export * from './peiling.js';
export * from './vastlegger.js';
