import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startClientApp, type ClientApp } from '../client/client-app.js';
import { record } from './records.js';
import { takeIn } from './take-in.js';

let app: ClientApp;

beforeAll(async () => {
  app = await startClientApp();
});

afterAll(() => app.close());

it('a file that is taken in twice at the same moment is new once, and leaves no second version', async () => {
  const records = Array.from({ length: 40 }, () => record());
  const reports = await Promise.all([1, 2, 3].map(() => takeIn(app, records)));
  expect(reports.map(({ geweigerd }) => geweigerd)).toEqual([0, 0, 0]);
  expect(reports.map(({ nieuw, ongewijzigd }) => [nieuw, ongewijzigd]).sort()).toEqual([
    [0, 40],
    [0, 40],
    [40, 0],
  ]);
  for (const table of ['client', 'contactpersoon', 'indicatie', 'grondslag']) {
    expect(await app.sql(`select 1 from ${table}_historie`)).toEqual([]);
  }
});
