import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateDemoData } from '../../src/modules/demodata/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { recount } from '../support/recount.js';

const OPTIONS = { seed: 7, asof: '2026-11-01', clients: 200 };

interface Page<Node> {
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

/** All nodes of a list, page by page. */
async function all<Node>(
  list: string,
  args: string,
  fields: string,
): Promise<{ nodes: Node[]; totalCount: number }> {
  const nodes: Node[] = [];
  let after: string | null = null;
  let totalCount = 0;
  do {
    const answer: Record<string, Page<Node>> = (
      await app.graphql<Record<string, Page<Node>>>(
        token,
        `query ($after: String) { ${list}(${args} first: 37, after: $after) {
          totalCount pageInfo { hasNextPage endCursor } edges { node { ${fields} } } } }`,
        { after },
      )
    ).data;
    const page = answer[list];
    if (page === undefined) throw new Error(`no ${list}`);
    nodes.push(...page.edges.map(({ node }) => node));
    totalCount = page.totalCount;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return { nodes, totalCount };
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
    const { nodes, totalCount } = await all<{ bemiddelingspecificatieID: string; positie: number }>(
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
    const { nodes, totalCount } = await all<Record<string, unknown>>(
      'contactverplichtingen',
      '',
      'uiterlijk bemiddelingID soort instelling status dagenTeLaat jaarnormGehaald',
    );
    expect(nodes.map((node) => Object.values(node))).toEqual(counted.verplichtingen);
    expect(totalCount).toBe(nodes.length);
    expect(new Set(nodes.map(({ soort, status }) => `${String(soort)} ${String(status)}`)).size).toBe(4);
  });
});
