import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openKooi, type Kooi } from './kanarie.js';

/** Every list that a zorgkantoor and a zorgaanbieder both have, with what tells its rows apart. */
const LIJSTEN: readonly (readonly [lijst: string, sleutel: string])[] = [
  ['wachtlijst', 'bemiddelingspecificatieID positie client { clientID }'],
  ['clienten', 'clientID'],
  ['contactverplichtingen', 'bemiddelingID soort client { clientID }'],
  ['werkvoorraad', 'bronID soort client { clientID }'],
];

interface Pagina {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: Record<string, unknown> }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

let kooi: Kooi;
let aanbieder: string;
let kantoor: string;

beforeAll(async () => {
  kooi = await openKooi();
  aanbieder = await kooi.app.zorgaanbieder(kooi.agb);
  kantoor = await kooi.app.medewerker(['5516', '5517']);
});
afterAll(() => kooi.close());

async function page(
  token: string,
  lijst: string,
  sleutel: string,
  first: number,
  after?: string,
): Promise<Pagina> {
  const { data, errors } = await kooi.app.graphql(
    token,
    `query ($first: Int!, $after: String) { ${lijst}(first: $first, after: $after) {
      totalCount edges { cursor node { ${sleutel} } } pageInfo { hasNextPage endCursor } } }`,
    { first, after },
  );
  expect(errors).toBeUndefined();
  return (data as Record<string, Pagina>)[lijst] as Pagina;
}

async function whole(
  token: string,
  lijst: string,
  sleutel: string,
  first: number,
): Promise<Pagina['edges'][number][]> {
  const edges: Pagina['edges'][number][] = [];
  for (let after: string | undefined; ;) {
    const one = await page(token, lijst, sleutel, first, after);
    edges.push(...one.edges);
    if (!one.pageInfo.hasNextPage || one.pageInfo.endCursor === null) return edges;
    after = one.pageInfo.endCursor;
  }
}

describe.each(LIJSTEN)('the list %s', (lijst, sleutel) => {
  it('gives a zorgaanbieder its own rows in one order, whatever the size of a page, and counts no others', async () => {
    const large = await whole(aanbieder, lijst, sleutel, 100);
    const small = await whole(aanbieder, lijst, sleutel, 2);
    expect(small.map(({ node }) => node)).toEqual(large.map(({ node }) => node));
    expect((await page(aanbieder, lijst, sleutel, 1)).totalCount).toBe(large.length);
    for (const { node } of large) {
      const { client = node } = node as { client?: Record<string, unknown> };
      expect(kooi.eigen.clienten).toContain(client['clientID']);
    }
    if (lijst === 'wachtlijst')
      expect(large.map(({ node }) => node['positie'])).toEqual(large.map((_, index) => index + 1));
  });

  it('begins after the cursor of a row of somebody else without telling anything of that row', async () => {
    const own = (await whole(aanbieder, lijst, sleutel, 100)).map(({ node }) => JSON.stringify(node));
    const office = await whole(kantoor, lijst, sleutel, 100);
    expect(office.length).toBeGreaterThan(own.length);
    let previous = own.length + 1;
    for (const { cursor } of office.slice(0, 40)) {
      const rest = (await page(aanbieder, lijst, sleutel, 100, cursor)).edges.map(({ node }) =>
        JSON.stringify(node),
      );
      // Always a tail of what it sees anyhow, and never longer than after an earlier cursor.
      expect(rest).toEqual(own.slice(own.length - rest.length));
      expect(rest.length).toBeLessThanOrEqual(previous);
      previous = rest.length;
    }
  });
});
