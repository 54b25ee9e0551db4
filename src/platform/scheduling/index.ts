export { Planning } from './schema.js';
export { Scheduler } from './scheduler.js';
export { SchedulingModule } from './scheduling.module.js';
export type { Taak, Taakresultaat, Taakschema } from './taak.js';
export { Taakregister } from './taakregister.js';
export { MAX_INHAALSLAG, Taakrunner } from './taakrunner.js';
