export { CLIENT as WEBCLIENT, SCOPE as WEBSCOPE, startAanmelddienst } from './aanmelddienst/aanmelddienst.js';
export { ToegangsrechtEntity } from './entities/toegangsrecht.entity.js';
export { ToegangsrechtZorgkantoorEntity } from './entities/toegangsrecht-zorgkantoor.entity.js';
export { Toegang } from './toegang.decorator.js';
export { ToegangModule } from './toegang.module.js';
export { actorOf, AGB_PATTERN, ROLLEN_VAN_MENSEN, UZOVI_PATTERN, type RolVanMens } from './tokens/claims.js';
export { issueDevelopmentToken, type TokenRequest } from './tokens/token-issuer.js';
export {
  BEMIDDELINGEN_MET_REGIEROL,
  BEMIDDELINGEN_UITGEVOERD,
  visible,
  type Visibility,
} from './visibility.js';
