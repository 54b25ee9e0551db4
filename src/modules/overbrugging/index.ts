export { OverbruggingModule } from './overbrugging.module.js';
export {
  OverbruggingService,
  type DeclineOverbruggingszorg,
  type JudgeVerzoek,
  type RequestOverbruggingszorg,
} from './overbrugging.service.js';
export { VerzoekEntity } from './entities/verzoek.entity.js';
export { findVerzoeken, findVerzoekenOf, type VerzoekRow } from './verzoek.queries.js';
export { Verzoek } from './graphql/overbrugging.types.js';
