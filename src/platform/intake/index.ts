export * from './intake.js';
export * from './json-file.js';
export * from './run-intake.js';
