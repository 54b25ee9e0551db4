export { WachtlijstModule } from './wachtlijst.module.js';
export { WachtstatusService } from './wachtstatus.service.js';
export { LeveringService } from './levering.service.js';
export { LeveringenIntake } from './intake/leveringen.intake.js';
export { toLeveringRecord } from './intake/leveringen.mapper.js';
export { exportWachtlijst, WACHTLIJST_KOLOMMEN, type WachtlijstExportrij } from './wachtlijst.export.js';
export { peilingNu, peilingVan, plaatsenBron, type Peiling } from './wachtlijst.bron.js';
export { findWachtlijst, type WachtlijstFilter, type WachtlijstRow } from './wachtlijst.queries.js';
export { RANGORDE, compareRangorde, type Rangordesleutel, type Rangordewaarden } from './domain/rangorde.js';
export {
  VOORZORG,
  WACHTSTATUSSEN,
  codeVan,
  type Wachtstatus,
  type Wachtstatuscode,
} from './domain/wachtstatus.js';
export { AfstelEntity } from './entities/afstel.entity.js';
export { LeveringEntity } from './entities/levering.entity.js';
export { LeveringperiodeEntity } from './entities/leveringperiode.entity.js';
export { UitstelperiodeEntity } from './entities/uitstelperiode.entity.js';
export { WachtlijstplaatsEntity } from './entities/wachtlijstplaats.entity.js';
export { Wachtlijstregel } from './graphql/wachtlijst.types.js';
