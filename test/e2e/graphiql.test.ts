import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDemoData } from '../../src/load-demo-data.js';
import { CLOCK, type Clock } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';

interface Page {
  readonly users: readonly { readonly naam: string; readonly token: string }[];
  readonly operations: readonly { readonly query: string; readonly variables: string }[];
}

interface Lijst {
  readonly edges: readonly unknown[];
}

let app: TestApp;
let page: Page;

beforeAll(async () => {
  app = await startTestApp();
  const clock = app.app.get<Clock>(CLOCK, { strict: false });
  await loadDemoData(app.app, clock, () => undefined);
  const response = await fetch(app.url, { headers: { accept: 'text/html' } });
  const html = await response.text();
  const data = /<script id="gegevens" type="application\/json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}';
  page = JSON.parse(data) as Page;
});

afterAll(() => app.close());

/** What a ready-made operation answers to the user whose name begins so. */
async function tryOut(name: string, as: string): Promise<Record<string, unknown>> {
  const operation = page.operations.find(({ query }) => query.includes(` ${name}(`));
  const user = page.users.find(({ naam }) => naam.startsWith(as));
  const { data, errors } = await app.graphql(
    user?.token ?? null,
    operation?.query ?? '',
    JSON.parse(operation?.variables ?? '{}') as Record<string, unknown>,
  );
  expect(errors).toBeUndefined();
  return data;
}

describe('the ready-made operations on the demo data', () => {
  it.each([
    ['Wachtlijst', 'wachtlijst'],
    ['WatVeranderde', 'wachtlijstVerschil'],
    ['Werkvoorraad', 'werkvoorraad'],
    ['Kandidaten', 'kandidaten'],
    ['Contactverplichtingen', 'contactverplichtingen'],
    ['ZoekOpBsn', 'clienten'],
  ])('%s shows an employee something', async (name, field) => {
    const data = await tryOut(name, 'Medewerker');
    expect((data[field] as Lijst).edges.length).toBeGreaterThan(0);
  });

  it('Waarom explains why the first of the list goes before the second', async () => {
    expect(await tryOut('Waarom', 'Medewerker')).toMatchObject({
      verklaarVolgorde: { tekst: expect.stringMatching(/^A gaat voor B\. /) },
    });
  });

  it('LegContactVast records a contact for the dossierhouder, and tells an employee who can', async () => {
    expect(await tryOut('LegContactVast', 'Dossierhouder')).toMatchObject({
      recordContactmoment: { __typename: 'Contactmoment' },
    });
    expect(await tryOut('LegContactVast', 'Medewerker')).toMatchObject({
      recordContactmoment: { __typename: 'NietToegestaan' },
    });
  });
});
