export { exportAw317, type Aw317Opdracht, type Aw317Verslag } from './aw317.export.js';
export { pseudoniemMet, type Pseudoniem } from './pseudoniem.js';
