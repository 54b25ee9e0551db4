export * from './tekens.js';
export * from './reden.js';
