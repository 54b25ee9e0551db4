import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { loadDemoData } from '../../../src/load-demo-data.js';
import { CLOCK, type Clock } from '../../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';

jest.setTimeout(120_000);
let app: TestApp;
const told: string[] = [];

beforeAll(async () => {
  app = await startTestApp();
  const clock = app.app.get<Clock>(CLOCK, { strict: false });
  await loadDemoData(app.app, clock, (text) => told.push(text));
});

afterAll(() => app.close());

describe('the demonstration', () => {
  it('shows places, an open offer and an accepted one, and places that must be confirmed', async () => {
    expect(told.join('\n')).toMatch(/plaatsen: \d+ locaties, 2 aanbiedingen/);
    expect(told.join('\n')).not.toContain('geweigerd');
    const { data } = await app.graphql<{
      aanbiedingen: { edges: { node: { status: string; positie: number } }[] };
      oud: { totalCount: number };
      vrij: { totalCount: number; edges: { node: { plaatsen: { vrij: number }[] } }[] };
    }>(
      await app.medewerker(),
      `{ aanbiedingen { edges { node { status positie client { naam } zorgaanbieder { naam } } } }
         oud: locaties(filter: { bevestiging: TE_BEVESTIGEN }) { totalCount }
         vrij: locaties(filter: { alleenVrij: true }) { totalCount edges { node { naam plaatsen { vrij } } } } }`,
    );
    expect(data.aanbiedingen.edges.map(({ node }) => node.status).sort()).toEqual(['AANGEBODEN', 'AANVAARD']);
    expect(data.oud.totalCount).toBe(1);
    expect(data.vrij.edges.every(({ node }) => (node.plaatsen[0]?.vrij ?? 0) > 0)).toBe(true);
  });
});
