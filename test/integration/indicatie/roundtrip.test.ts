import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateDemoData } from '../../../src/modules/demodata/index.js';
import { wlzIndicatieRecord } from '../../../src/modules/indicatie/index.js';
import { startClientApp, type ClientApp } from '../client/client-app.js';
import { handedOn } from './handed-on.js';
import { takeIn } from './take-in.js';

const { wlzIndicatie: records } = generateDemoData({ seed: 11, asof: '2026-11-01', clients: 150 }).indicaties
  .data;

let app: ClientApp;

beforeAll(async () => {
  app = await startClientApp();
});

afterAll(() => app.close());

describe('a generated register', () => {
  it('is taken in whole, and changes nothing a second time', async () => {
    const first = await takeIn(app, records, { bekendOp: 'VASTSTELLING' });
    expect(first.refusals).toEqual([]);
    expect(first).toMatchObject({ gelezen: records.length, nieuw: records.length });
    expect(await takeIn(app, records)).toMatchObject({ ongewijzigd: records.length, geweigerd: 0 });
  });

  it('comes out as it went in, wherever no later indication followed', async () => {
    const clients = records.map(({ client }) => client.clientID);
    const single = records.filter(
      ({ client }) => clients.filter((id) => id === client.clientID).length === 1,
    );
    expect(single.length).toBeGreaterThan(100);
    for (const record of single) {
      expect(await handedOn(app, wlzIndicatieRecord.parse(record))).toEqual(record);
    }
  });

  it('is taken in at hundreds of indications a second', async () => {
    const other = generateDemoData({ seed: 12, asof: '2026-11-01', clients: 300 }).indicaties.data
      .wlzIndicatie;
    const fresh = await startClientApp();
    try {
      const started = performance.now();
      expect((await takeIn(fresh, other)).refusals).toEqual([]);
      expect(performance.now() - started).toBeLessThan(5_000);
    } finally {
      await fresh.close();
    }
  });
});
