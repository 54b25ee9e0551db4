export * from './config.js';
export { createClock } from './create-clock.js';
export { vraagbudget } from './door-settings.js';

/** Injection token of the process's Config. */
export const CONFIG = Symbol('CONFIG');
