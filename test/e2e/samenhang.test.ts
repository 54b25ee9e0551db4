import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateDemoData } from '../../src/modules/demodata/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { recount } from '../support/recount.js';

const OPTIONS = { seed: 7, asof: '2026-11-01', clients: 200 };

type Node = Readonly<Record<string, unknown>>;

interface Page {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

let app: TestApp;
let token: string;
let intake: Awaited<ReturnType<TestApp['takeInDemoData']>>;

beforeAll(async () => {
  app = await startTestApp(OPTIONS.asof);
  token = await app.medewerker();
  intake = await app.takeInDemoData(OPTIONS);
});

afterAll(() => app.close());

/** One page of a list, as the program's own client would ask for it. */
async function page(list: string, args: string, fields: string, after: string | null): Promise<Page> {
  const query = `query ($after: String) { ${list}(${args} first: 37, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ${fields} } } } }`;
  const { data } = await app.graphql<Record<string, Page>>(token, query, { after });
  const found = data[list];
  if (found === undefined) throw new Error(`no ${list}`);
  return found;
}

/** All nodes of a list, page by page. */
async function all(
  list: string,
  args: string,
  fields: string,
): Promise<{ nodes: Node[]; totalCount: number }> {
  let current = await page(list, args, fields, null);
  const nodes = current.edges.map(({ node }) => node);
  while (current.pageInfo.hasNextPage) {
    current = await page(list, args, fields, current.pageInfo.endCursor);
    nodes.push(...current.edges.map(({ node }) => node));
  }
  return { nodes, totalCount: current.totalCount };
}

describe('a register taken in from files', () => {
  const counted = recount(generateDemoData(OPTIONS), OPTIONS.asof);

  it('refuses none of them, and a second time changes nothing', async () => {
    expect(intake.refusals).toEqual([]);
    expect(intake.reports.every(({ gelezen, nieuw }) => gelezen > 0 && gelezen === nieuw)).toBe(true);
    const again = await app.takeInDemoData(OPTIONS);
    expect(again.refusals).toEqual([]);
    expect(again.reports.every(({ gelezen, ongewijzigd }) => gelezen === ongewijzigd)).toBe(true);
  });

  it('has the waiting list that other code counts in the files, in the same order', async () => {
    const { nodes, totalCount } = await all(
      'wachtlijst',
      'filter: { inclusiefVoorzorg: true },',
      'positie bemiddelingspecificatieID',
    );
    expect(nodes.map((node) => node.bemiddelingspecificatieID)).toEqual(
      counted.wachtlijst.map((row) => row[4]),
    );
    expect(nodes.map(({ positie }) => positie)).toEqual(nodes.map((_, index) => index + 1));
    expect(totalCount).toBe(nodes.length);
  });

  it('has the contact duties that other code counts in the files, in the same order', async () => {
    const { nodes, totalCount } = await all(
      'contactverplichtingen',
      '',
      'uiterlijk bemiddelingID soort instelling status dagenTeLaat jaarnormGehaald',
    );
    expect(nodes.map((node) => Object.values(node))).toEqual(counted.verplichtingen);
    expect(totalCount).toBe(nodes.length);
    expect(new Set(nodes.map(({ soort, status }) => `${String(soort)} ${String(status)}`)).size).toBe(4);
  });
});
