export { inzagelogRoute, inzageXml } from './inzage/inzage.xml.js';
export { controleer, type Anker, type Controle } from './keten/controle.js';
export { LogboekModule } from './logboek.module.js';
