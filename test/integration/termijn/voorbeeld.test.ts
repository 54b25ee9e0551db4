import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { loadDemoData } from '../../../src/load-demo-data.js';
import { addDays, CLOCK, type Clock } from '../../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';

jest.setTimeout(120_000);
const TODAY = '2026-11-01';
let app: TestApp;
const told: string[] = [];

beforeAll(async () => {
  app = await startTestApp(TODAY);
  const clock = app.app.get<Clock>(CLOCK, { strict: false });
  await loadDemoData(app.app, clock, (text) => told.push(text));
});

afterAll(() => app.close());

interface Regel {
  readonly soort: string;
  readonly uiterlijk: string;
  readonly status: string;
}

async function werkvoorraad(
  filter: string,
): Promise<{ readonly totalCount: number; readonly regels: Regel[] }> {
  const { data } = await app.graphql<{
    werkvoorraad: { totalCount: number; edges: { node: Regel }[] };
  }>(
    await app.medewerker(),
    `{ werkvoorraad(first: 100${filter}) { totalCount edges { node { soort uiterlijk status } } } }`,
  );
  const { totalCount, edges } = data.werkvoorraad;
  return { totalCount, regels: edges.map(({ node }) => node) };
}

describe('the werkvoorraad of the demonstration', () => {
  it('opens with the work of these weeks: some late, some of this week, some later', async () => {
    expect(told.join('\n')).toMatch(/verzoeken: 2/);
    const { totalCount, regels } = await werkvoorraad('');
    expect(totalCount).toBe(regels.length);
    const between = (van: number, tot: number): number =>
      regels.filter(({ uiterlijk: dag }) => dag >= addDays(TODAY, van) && dag <= addDays(TODAY, tot)).length;
    expect(between(-31, -1)).toBeGreaterThan(2);
    expect(between(0, 6)).toBeGreaterThan(2);
    expect(between(7, 31)).toBeGreaterThan(2);
    expect(between(-31, 31)).toBe(totalCount);
    expect(new Set(regels.map(({ status }) => status))).toEqual(new Set(['TE_LAAT', 'LOPEND']));
    expect([...new Set(regels.map(({ soort }) => soort))].sort()).toEqual([
      'EERSTE_STATUS',
      'OVERBRUGGING_AANVRAGEN',
      'TOEWIJZEN',
      'VERZOEK_BEOORDELEN',
      'ZORG_BEGINNEN',
    ]);
  });

  it('keeps what was missed long ago for who asks', async () => {
    const { totalCount, regels } = await werkvoorraad(', filter: { status: [VERLOPEN] }');
    expect(totalCount).toBeGreaterThan(0);
    expect(regels.every(({ soort }) => soort === 'OVERBRUGGING_AANVRAGEN')).toBe(true);
  });
});
