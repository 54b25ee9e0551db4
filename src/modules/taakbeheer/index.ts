export { TaakbeheerModule } from './taakbeheer.module.js';
