export { Budget } from './budget.js';
export { BudgetTable } from './budget-table.js';
export { Load } from './load.js';
export { WaitingRoom, type WaitingRoomSettings } from './waiting-room.js';
