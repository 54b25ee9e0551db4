export type { Kenmerkwaarde, NieuwBericht } from './bericht.js';
export { Outbox } from './outbox.js';
export { OutboxModule } from './outbox.module.js';
