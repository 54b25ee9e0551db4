import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WlzIndicatieRecord } from '../../../src/modules/indicatie/index.js';
import { record } from '../indicatie/records.js';
import { takeIn } from '../indicatie/take-in.js';
import { startClientApp, type ClientApp } from './client-app.js';
import { plantToewijzing } from './plant.js';

const ZOEK = `
  query ($filter: ClientenFilterInput, $first: Int, $after: String) {
    clienten(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { clientID bsn naam geslachtsnaam } }
    }
  }`;

interface Found {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly clientID: string; readonly geslachtsnaam: string } }[];
}

let app: ClientApp;
let medewerker: string;

const NAMEN = ['Aalders', 'éclair', 'IJssel', 'de Vries', 'Vries', 'Zebra', '50%_korting', 'IJssel'];
const people = new Map<string, WlzIndicatieRecord>();

beforeAll(async () => {
  app = await startClientApp();
  medewerker = await app.medewerker('5517');
  const records = NAMEN.map((geslachtsnaam, index) =>
    record({
      client: {
        geslachtsnaam,
        voorvoegselGeslachtsnaam: null,
        partnernaam: index === 0 ? 'Proefman' : null,
        geboorteDatum: `194${index}-01-01`,
      },
    }),
  );
  const elsewhere = record({
    indicatie: { initieelVerantwoordelijkZorgkantoor: '5516' },
    client: { geslachtsnaam: 'Aalders' },
  });
  expect((await takeIn(app, [...records, elsewhere])).refusals).toEqual([]);
  records.forEach((one, index) => people.set(`${NAMEN[index] ?? ''} ${index}`, one));
  people.set('elsewhere', elsewhere);
});

afterAll(() => app.close());

async function search(filter: Record<string, unknown>, page: Record<string, unknown> = {}): Promise<Found> {
  const { data, errors } = await app.ask(medewerker, ZOEK, { filter, ...page });
  expect(errors).toEqual([]);
  return data?.clienten as Found;
}

async function names(filter: Record<string, unknown>): Promise<string[]> {
  return (await search(filter)).edges.map(({ node }) => node.geslachtsnaam);
}

function person(key: string): WlzIndicatieRecord {
  const found = people.get(key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
}

describe('clients', () => {
  it('come in the order in which people look names up', async () => {
    expect(await names({})).toEqual([
      '50%_korting',
      'Aalders',
      'de Vries',
      'éclair',
      'IJssel',
      'IJssel',
      'Vries',
      'Zebra',
    ]);
  });

  it('come in pages that together are the list', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Found = await search({}, { first: 3, after });
      expect(page.totalCount).toBe(8);
      seen.push(...page.edges.map(({ node }) => node.clientID));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual((await search({})).edges.map(({ node }) => node.clientID));
    expect(new Set(seen).size).toBe(8);
  });

  it.each([
    ['aal', ['Aalders']],
    ['PROEF', ['Aalders']],
    ['ijs', ['IJssel', 'IJssel']],
    ['de vr', ['de Vries', 'Vries']],
    ['van der Vries', ['Vries']],
    ['E\u0301c', ['éclair']],
    ['50%', ['50%_korting']],
    ['%', []],
    ['_', []],
    ['ries', []],
    ["' or 1=1 --", []],
    ['  ', NAMEN.toSorted((a, b) => a.localeCompare(b, 'nl'))],
  ])('whose name begins with %j are found', async (naam, expected) => {
    expect(await names({ naam })).toEqual(expected);
  });

  it('are found by BSN, exactly', async () => {
    const { bsn, client } = person('Zebra 5');
    expect((await search({ bsn })).edges.map(({ node }) => node.clientID)).toEqual([client.clientID]);
    expect(await names({ bsn: '111222333' })).toEqual([]);
  });

  it('are found by date of birth and by zorgkantoor, all parts together', async () => {
    expect(await names({ geboortedatum: '1942-01-01' })).toEqual(['IJssel']);
    expect(await names({ geboortedatum: '1942-01-01', naam: 'Zeb' })).toEqual([]);
    expect(await names({ zorgkantoor: '5517', naam: 'Zeb' })).toEqual(['Zebra']);
    expect(await names({ zorgkantoor: '5516' })).toEqual([]);
  });

  it('of another zorgkantoor are not there', async () => {
    expect(await names({ bsn: person('elsewhere').bsn })).toEqual([]);
    const both = await app.medewerker('5516', '5517');
    const { data } = await app.ask(both, ZOEK, { filter: { naam: 'Aalders' } });
    expect((data?.clienten as Found).totalCount).toBe(2);
  });

  it.each([
    ['a BSN that cannot exist', { bsn: '123456789' }, ['filter', 'bsn'], 'P1'],
    ['a NUL in a name', { naam: 'a\u0000' }, ['filter', 'naam'], null],
  ])('cannot be looked for with %s', async (_what, filter, pad, regel) => {
    const { data, errors } = await app.ask(medewerker, ZOEK, { filter });
    expect(data).toBeNull();
    expect(errors[0]?.extensions).toMatchObject({ pad, ...(regel === null ? {} : { regel }) });
    expect(JSON.stringify(errors)).not.toContain('123456789');
  });

  it('cannot be paged with the cursor of a client out of sight', async () => {
    const foreign = Buffer.from(JSON.stringify([person('elsewhere').client.clientID])).toString('base64url');
    expect((await search({}, { after: foreign })).edges).toEqual([]);
  });

  it('are logged as shown, one by one, and the search without the BSN', async () => {
    const { bsn, client } = person('Vries 4');
    const [before] = await app.sql<{ last: number }>(
      `select coalesce(max(logregel_id), 0)::int as last from logregel`,
    );
    await search({ bsn, naam: 'Vr' });
    expect(
      await app.sql(
        `select actie, operatie, rol, client_id, zoekvraag from logregel where logregel_id > $1 order by actie`,
        [before?.last],
      ),
    ).toEqual([
      expect.objectContaining({ actie: 'E', client_id: null, zoekvraag: { bsn: '*****', naam: 'Vr' } }),
      expect.objectContaining({ actie: 'R', client_id: client.clientID, rol: 'ZORGKANTOOR' }),
    ]);
  });
});

describe('clients who miss something', () => {
  const wanted: Record<string, Parameters<typeof plantToewijzing>[1]['leveringsvorm'] | null> = {
    '50%_korting 6': null,
    'Aalders 0': '4',
    'de Vries 3': '7',
    'éclair 1': '2',
    'IJssel 2': '5',
    'Zebra 5': '8',
  };

  beforeAll(async () => {
    for (const [key, leveringsvorm] of Object.entries(wanted)) {
      if (leveringsvorm === null) continue;
      const { client, wlzindicatieID: wlzIndicatieID } = person(key);
      const regiehouder = key !== 'IJssel 2';
      await plantToewijzing(app, { clientID: client.clientID, wlzIndicatieID, leveringsvorm, regiehouder });
    }
    const ended = person('IJssel 7');
    await plantToewijzing(app, {
      clientID: ended.client.clientID,
      wlzIndicatieID: ended.wlzindicatieID,
      leveringsvorm: '4',
      tot: '2026-10-31',
    });
    await app.sql(`update client set overlijdensdatum = '2026-10-01' where client_id = $1`, [
      person('Vries 4').client.clientID,
    ]);
  });

  it('an allocation: those whose indication holds and who have nothing running', async () => {
    expect(await names({ zonder: ['TOEWIJZING'] })).toEqual(['50%_korting', 'IJssel']);
  });

  it('a dossierhouder: those, and who has verblijf, vpt or dtv without one; not who has mpt or pgb', async () => {
    expect(await names({ zonder: ['DOSSIERHOUDER'] })).toEqual(['50%_korting', 'IJssel', 'IJssel']);
    expect(await names({ zonder: ['DOSSIERHOUDER', 'TOEWIJZING'] })).toEqual(['50%_korting', 'IJssel']);
    // A thousand times the same, the most a list may hold, is one condition: answered at once.
    const duizendmaal = Array.from({ length: 1_000 }, () => 'DOSSIERHOUDER');
    expect(await names({ zonder: duizendmaal })).toEqual(['50%_korting', 'IJssel', 'IJssel']);
  });
});
