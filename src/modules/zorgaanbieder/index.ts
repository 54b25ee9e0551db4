export { ZorgaanbiederModule } from './zorgaanbieder.module.js';
export { ZorgaanbiederEntity } from './entities/zorgaanbieder.entity.js';
export { LocatieEntity } from './entities/locatie.entity.js';
export { ZorgaanbiedersIntake } from './intake/zorgaanbieders.intake.js';
export { Zorgaanbieder, Locatie } from './graphql/zorgaanbieder.types.js';
export { zorgaanbiederByAgb } from './graphql/zorgaanbieder.loaders.js';
export { findZorgaanbieders, type ZorgaanbiederRow } from './zorgaanbieder.queries.js';
export { assertAgbCode, isAgbCode } from './domain/zorgaanbieder.js';
