export { BemiddelingModule } from './bemiddeling.module.js';
export { BemiddelingEntity } from './entities/bemiddeling.entity.js';
export { BemiddelingspecificatieEntity } from './entities/bemiddelingspecificatie.entity.js';
export { RegiehouderEntity } from './entities/regiehouder.entity.js';
export { BemiddelingenIntake } from './intake/bemiddelingen.intake.js';
export { recordOf as bemiddelingRecordOf } from './intake/bemiddelingen.mapping.js';
export { SpecificatiesService, type CreateBemiddelingspecificatie } from './specificaties.service.js';
export { RegiehoudersService } from './regiehouders.service.js';
export { BeeindigingService } from './beeindiging.service.js';
export { mayChangeBemiddeling, type Verantwoordelijkheid } from './bemiddeling.policy.js';
export type { BemiddelingRow, RegiehouderRow, SpecificatieRow } from './bemiddeling.queries.js';
export { isIngetrokkenVoorIngang } from './domain/bemiddeling.js';
export { COORDINATOR_ZORG_THUIS, DOSSIERHOUDER, type Regierol } from './domain/leveringsvorm.js';
export { Bemiddeling, Bemiddelingspecificatie, Regiehouder } from './graphql/bemiddeling.types.js';
export {
  bemiddelingByID,
  bemiddelingenByClient,
  bemiddelingenByIndicatie,
  coordinatorAt,
  currentCoordinator,
  currentDossierhouder,
  dossierhouderAt,
  regiehoudersByBemiddeling,
  specificatieByID,
  specificatiesByBemiddeling,
} from './graphql/bemiddeling.loaders.js';
export { RegierolEnum } from './graphql/regierol.enum.js';
