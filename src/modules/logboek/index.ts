export { controleer, type Anker, type Controle } from './keten/controle.js';
export { LogboekModule } from './logboek.module.js';
