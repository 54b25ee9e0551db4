export { bezwaarTegen, type Adresregels } from './adres.js';
export type { Kenmerkwaarde, NieuwBericht } from './bericht.js';
export { Geheimen } from './geheimen.js';
export { Outbox } from './outbox.js';
export { OutboxModule } from './outbox.module.js';
export { Relay } from './relay.js';
