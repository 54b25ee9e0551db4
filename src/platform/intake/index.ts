export * from './intake.js';
export * from './run-intake.js';
