export { showDemoVerzoeken } from './demo-verzoeken.js';
export * from './domain/demo-data.types.js';
export * from './domain/demo-registers.types.js';
export { BSNS_IN_TEST_RANGE } from './domain/bsn.js';
export { assertDemoDataOptions, generateDemoData } from './domain/generate-demo-data.js';
export { showDemoPlaatsen, type Plaatsendiensten } from './demo-plaatsen.js';
export { writeDemoData, type DemoDataCounts } from './write-demo-data.js';
