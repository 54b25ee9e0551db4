export { loadKalender, EERSTE_KALENDERDAG, LAATSTE_KALENDERDAG } from './kalender.loader.js';
export { plusWerkdagen } from './kalender.sql.js';
export { KALENDERVERSIE, vrijeDagen } from './vrije-dagen.js';
export { addWerkdagen, isWerkdag, werkdagenTussen } from './werkdagen.js';
