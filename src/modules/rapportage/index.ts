export { contactprestatieRoute } from './contactprestatie.route.js';
export { exportAw317, type Aw317Opdracht, type Aw317Verslag } from './aw317.export.js';
export { grafiekvraag, type Grafiekopgave } from './grafiekvraag.js';
export { RapportageModule } from './rapportage.module.js';
export { wachtlijstgrafiek } from './wachtlijstgrafiek.js';
export { wachtlijstgrafiekRoute } from './wachtlijstgrafiek.route.js';
export { pseudoniemMet, type Pseudoniem } from './pseudoniem.js';
