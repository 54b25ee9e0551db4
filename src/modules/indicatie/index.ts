export { IndicatieModule } from './indicatie.module.js';
export { IndicatieService, type RegisterIndicatie } from './indicatie.service.js';
export { findIndicaties, type IndicatieRow } from './indicatie.queries.js';
export type {
  Grondslaggegevens,
  Indicatiedossier,
  Indicatiegegevens,
  Wzdgegevens,
  Zorgzwaartepakketgegevens,
} from './domain/indicatiedossier.js';
export { werkelijkeEinddatum, type Looptijd } from './domain/opvolging.js';
export { GeindiceerdZorgzwaartepakketEntity } from './entities/geindiceerd-zorgzwaartepakket.entity.js';
export { GrondslagEntity } from './entities/grondslag.entity.js';
export { IndicatieEntity } from './entities/indicatie.entity.js';
export { WzdEntity } from './entities/wzd.entity.js';
export { indicatieByID, indicatiesByClient } from './graphql/indicatie.loaders.js';
export { Indicatie } from './graphql/indicatie.types.js';
export { indicatieFromRegister, indicatieToRegister } from './intake/indicatie.mapper.js';
export { IndicatiesIntake } from './intake/indicaties.intake.js';
export { wlzIndicatieRecord, type WlzIndicatieRecord } from './intake/indicaties.schema.js';
