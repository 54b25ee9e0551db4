import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateDemoData } from '../../../src/modules/demodata/index.js';
import {
  IndicatiesIntake,
  wlzIndicatieRecord,
  type WlzIndicatieRecord,
} from '../../../src/modules/indicatie/index.js';
import type { Tx } from '../../../src/platform/database/index.js';
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
  it('is taken in as a set: many records need no more statements than one', async () => {
    const other = generateDemoData({ seed: 12, asof: '2026-11-01', clients: 60 }).indicaties.data
      .wlzIndicatie;
    const [one, ...others] = other.map((record) => wlzIndicatieRecord.parse(record));
    if (one === undefined) throw new Error('nothing was generated');
    const few = await statementsFor([one]);
    expect(few).toBeGreaterThan(0);
    expect(await statementsFor(others)).toBe(few);
  });

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
});

/** How many statements it takes to take these records in; nothing is stored. */
async function statementsFor(set: readonly WlzIndicatieRecord[]): Promise<number> {
  const intake = app.nest.get(IndicatiesIntake, { strict: false });
  let statements = 0;
  const outcomes = await app.unitOfWork.rehearse(app.proces, (tx) => {
    const counting: Tx = Object.create(tx, {
      query: {
        value: (sql: string, params?: readonly unknown[]) => {
          statements += 1;
          return tx.query(sql, params);
        },
      },
    }) as Tx;
    return intake.process(app.proces, counting, set, { bekendOp: 'NU' });
  });
  expect(outcomes).toEqual(set.map(() => 'nieuw'));
  return statements;
}
