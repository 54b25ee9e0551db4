export { Gestaakt, Ingehaald } from './afgebroken.js';
export type { Voortgang } from './lopende-run.js';
export { request as vraagRunAan, type Runsoort } from './runtabel.js';
export { Planning } from './schema.js';
export { Scheduler } from './scheduler.js';
export { SchedulingModule } from './scheduling.module.js';
export type { Batch, Checkpoint, Taak, Taakresultaat, Taakrun, Taakschema } from './taak.js';
export { Taakregister } from './taakregister.js';
export { LEASE_SECONDS, MAX_INHAALSLAG, Taakrunner } from './taakrunner.js';
