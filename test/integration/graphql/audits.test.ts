import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { auditServer } from 'graphql-http';
import { startEdgeApp, type EdgeApp } from './edge-app.js';

/** A GET can be sent by any page that somebody visits, so these three are refused on purpose; each is a MAY. */
const REFUSED = ['5A70', 'D6D5', '6A70'];

let app: EdgeApp;

beforeAll(async () => {
  app = await startEdgeApp();
});

afterAll(() => app.close());

it('all 61 audits of GraphQL over HTTP pass, but for the three that ask by GET', async () => {
  const results = await auditServer({ url: `${app.url}/graphql`, fetchFn: fetch });
  expect(results).toHaveLength(61);
  const others = results.filter(({ status }) => status !== 'ok');
  expect(others.map(({ id }) => id)).toEqual(REFUSED);
  expect(others.every(({ name }) => name.startsWith('MAY') && name.includes('GET'))).toBe(true);
});
