export { TaakbeheerModule } from './taakbeheer.module.js';
export { bewaartermijnenTaak } from './bewaartermijnen.task.js';
export { proefOpschoning, schoonOp, type Proef } from './opschonen.js';
