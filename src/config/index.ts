export * from './config.js';
export { createClock } from './create-clock.js';
