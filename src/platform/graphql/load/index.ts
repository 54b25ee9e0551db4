export { Budget } from './budget.js';
export { BudgetTable } from './budget-table.js';
export { WaitingRoom } from './waiting-room.js';
