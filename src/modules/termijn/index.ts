export { TermijnModule } from './termijn.module.js';
export { WERKSOORTEN, type Werksoort } from './domain/werkregel.js';
export { findWerkvoorraad, type WerkregelRow, type WerkvoorraadFilter } from './werkvoorraad.queries.js';
