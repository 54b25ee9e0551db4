export { AllowList } from './allow-list.js';
export { pathOfLiteral } from './input-path.js';
export { LIMITS } from './limits.js';
export { Operations, type Operation } from './operation.js';
export { assertVariables, withDefaults } from './variables.js';
export { assertAffordable, costOf } from './weight.js';
