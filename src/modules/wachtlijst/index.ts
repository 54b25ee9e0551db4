export { WachtlijstModule } from './wachtlijst.module.js';
export { WachtstatusService } from './wachtstatus.service.js';
export { LeveringService } from './levering.service.js';
export { Herleiding } from './herleiding.js';
export { Wachtlijstplaatsen } from './wachtlijstplaatsen.js';
export { LeveringenIntake } from './intake/leveringen.intake.js';
export { toLeveringRecord } from './intake/leveringen.mapper.js';
export { exportWachtlijst, WACHTLIJST_KOLOMMEN, type WachtlijstExportrij } from './wachtlijst.export.js';
export { peilingNu, peilingVan, plaatsenBron, type Peiling } from './wachtlijst.bron.js';
export { Trajecten, type BekendTraject } from './traject.repository.js';
export { leveringsstatusOp, type Leveringsstatus } from './domain/actuele-status.js';
export type { Traject } from './domain/traject.js';
export { findWachtlijst, type WachtlijstFilter, type WachtlijstRow } from './wachtlijst.queries.js';
export { findPlaatsen, waitingVisible } from './wachtlijst.queries.js';
export { findVolgordebeleid, ordeningVan, volgordebeleidVan, wachtnormen } from './beleid.queries.js';
export { BeleidService } from './beleid.service.js';
export { sleutelVan, verklaar, volgordeVan, type Verklaring } from './domain/volgorde.js';
export { beleidOp, type Beleidssleutel, type Volgordebeleid } from './domain/volgordebeleid.js';
export { SLEUTELS, type Sleutelnaam, type Volgordewaarden } from './domain/volgordesleutel.js';
export {
  normVoor,
  normenOp,
  toetsNorm,
  type Normplaats,
  type Normtoets,
  type Wachtnorm,
} from './domain/wachtnorm.js';
export { keysetOf, volgordeSql, type Keyset, type Ordening, type VolgordeSql } from './volgorde.sql.js';
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
export { VolgordebeleidEntity } from './entities/volgordebeleid.entity.js';
export { WachtnormEntity } from './entities/wachtnorm.entity.js';
export { WachtlijstplaatsEntity } from './entities/wachtlijstplaats.entity.js';
export { Wachtlijstregel } from './graphql/wachtlijst.types.js';
export { SectorEnum, WachtstatusEnum } from './graphql/wachtstatus.enums.js';
