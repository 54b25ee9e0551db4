export { TaakbeheerModule } from './taakbeheer.module.js';
export { bewaartermijnenTaak } from './bewaartermijnen.task.js';
