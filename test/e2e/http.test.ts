import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { post, startTestApp, type GraphqlAnswer, type TestApp } from '../support/app.js';

let program: TestApp;
let medewerker: string;

interface PageData {
  readonly users: readonly { readonly naam: string; readonly token: string }[];
  readonly operations: readonly { readonly query: string; readonly variables: string }[];
}

let page: PageData;

beforeAll(async () => {
  program = await startTestApp('2026-11-01');
  medewerker = await program.medewerker();
  await program.takeInDemoData({ seed: 7, asof: '2026-11-01', clients: 60 });
  const response = await fetch(program.url, { headers: { accept: 'text/html' } });
  const html = await response.text();
  const json = /<script id="gegevens" type="application\/json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}';
  page = JSON.parse(json) as PageData;
}, 120_000);

afterAll(() => program.close());

type Anything = Record<string, unknown>;

function readyMade(name: string): PageData['operations'][number] {
  const operation = page.operations.find(({ query }) => new RegExp(` ${name}\\b`).test(query));
  return operation ?? { query: '', variables: '{}' };
}

function askReadyMade(user: number, name: string): Promise<GraphqlAnswer<Anything>> {
  const { query, variables } = readyMade(name);
  const token = page.users[user]?.token ?? null;
  return post(program.url, token, { query, variables: JSON.parse(variables) as Anything });
}

const [MEDEWERKER, DOSSIERHOUDER, COORDINATOR] = [0, 1, 2];

describe('what GraphiQL offers a newcomer', () => {
  it('three people: an employee, a dossierhouder and a coördinator zorg thuis', () => {
    expect(page.users.map(({ naam }) => naam.split(/[ :]/)[0])).toEqual([
      'Medewerker',
      'Dossierhouder',
      'Coördinator',
    ]);
  });

  it('questions that work for each of them', async () => {
    for (const user of [MEDEWERKER, DOSSIERHOUDER, COORDINATOR]) {
      for (const name of ['Wachtlijst', 'Werkvoorraad', 'Contactverplichtingen', 'ZoekOpBsn', 'Ik']) {
        const { status, errors } = await askReadyMade(user, name);
        expect({ user, name, status, errors }).toEqual({ user, name, status: 200, errors: undefined });
      }
    }
  });

  it('a waiting list with people on it, also for the providers', async () => {
    for (const user of [MEDEWERKER, DOSSIERHOUDER]) {
      const { data } = await askReadyMade(user, 'Wachtlijst');
      expect((data.wachtlijst as { totalCount: number }).totalCount).toBeGreaterThan(0);
    }
    const all = await post<{ wachtlijst: { totalCount: number } }>(
      program.url,
      page.users[COORDINATOR]?.token ?? null,
      {
        query: '{ wachtlijst(first: 1) { totalCount } }',
      },
    );
    expect(all.data.wachtlijst.totalCount).toBeGreaterThan(0);
  });

  it('a client that is found by BSN', async () => {
    const { data } = await askReadyMade(MEDEWERKER, 'ZoekOpBsn');
    expect((data.clienten as { edges: unknown[] }).edges).toHaveLength(1);
  });

  it('a contact that the dossierhouder can record, and nobody else', async () => {
    const typename = async (user: number) => {
      const { data } = await askReadyMade(user, 'LegContactVast');
      return (data.recordContactmoment as { __typename: string }).__typename;
    };
    expect(await typename(MEDEWERKER)).toBe('NietToegestaan');
    expect(await typename(DOSSIERHOUDER)).toBe('Contactmoment');
  });
});

describe('the door of the whole program', () => {
  const ask = (body: Anything, token: string | null = medewerker) => post<Anything>(program.url, token, body);

  it('without a token there is an error and no data', async () => {
    const { status, data, errors } = await ask({ query: '{ wachtlijst { totalCount } }' }, null);
    expect({ status, data }).toEqual({ status: 401, data: undefined });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('__typename is open, and the schema says what it is in Dutch', async () => {
    expect(await ask({ query: '{ __typename }' }, null)).toMatchObject({
      status: 200,
      data: { __typename: 'Query' },
    });
    const { data } = await ask({ query: '{ __schema { queryType { fields { name description } } } }' }, null);
    const { fields } = (
      data.__schema as { queryType: { fields: { name: string; description: string | null }[] } }
    ).queryType;
    expect(fields.filter(({ description }) => description === null)).toEqual([]);
  });

  it('a page of more than a hundred rows is refused, in every list', async () => {
    for (const list of ['wachtlijst', 'contactverplichtingen', 'clienten']) {
      expect(await ask({ query: `{ ${list}(first: 101) { totalCount } }` })).toMatchObject({ status: 400 });
      const query = `query($n: Int!) { ${list}(first: $n) { totalCount } }`;
      expect(await ask({ query, variables: { n: 101 } })).toMatchObject({ status: 400 });
      expect(await ask({ query, variables: { n: 100 } })).toMatchObject({ status: 200, errors: undefined });
      const cursor = `{ ${list}(after: "WyIxIG9yIDE9MSJd") { totalCount edges { cursor } } }`;
      expect(await ask({ query: cursor })).toMatchObject({
        status: 400,
        errors: [{ extensions: { code: 'BAD_USER_INPUT', pad: ['after'] } }],
      });
    }
  });

  it('a BSN that fails its check is refused without being repeated', async () => {
    for (const bsn of ['999990010', '000000000', '99999001', '٩٩٩٩٩٠٠١٩']) {
      const answer = await ask({
        query: 'query($bsn: String) { clienten(filter: { bsn: $bsn }) { totalCount } }',
        variables: { bsn },
      });
      expect({ bsn, code: answer.errors?.[0]?.extensions?.code }).toEqual({ bsn, code: 'BAD_USER_INPUT' });
      expect(JSON.stringify(answer)).not.toContain(bsn);
    }
  });

  it('unknown and foreign ids get the same answer', async () => {
    const query = 'query($id: UUID!) { client(id: $id) { naam } }';
    const clients = await ask({
      query: '{ clienten(first: 100, filter: { zorgkantoor: "5516" }) { edges { node { clientID } } } }',
    });
    const { edges } = clients.data.clienten as { edges: { node: { clientID: string } }[] };
    const stranger = await program.zorgaanbieder('99999999');
    const foreign = await ask({ query, variables: { id: edges[0]?.node.clientID } }, stranger);
    const unknown = await ask({ query, variables: { id: '00000000-0000-4000-8000-000000000000' } }, stranger);
    expect(foreign).toEqual(unknown);
    expect(unknown).toMatchObject({ data: null, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('a document with a query and a mutation runs the named one, each time', async () => {
    const token = page.users[DOSSIERHOUDER]?.token ?? null;
    const input = (JSON.parse(readyMade('LegContactVast').variables) as { input: Anything }).input;
    const query = `
      query Lees { wachtlijst(first: 1) { totalCount } }
      mutation Schrijf($input: RecordContactmomentInput!) { recordContactmoment(input: $input) { __typename } }`;
    const days = ['2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23'];
    for (const datum of days) {
      for (let i = 0; i < 3; i += 1) {
        const read = await ask({ query, operationName: 'Lees', variables: {} }, token);
        expect(Object.keys(read.data)).toEqual(['wachtlijst']);
      }
      const written = await ask(
        { query, operationName: 'Schrijf', variables: { input: { ...input, datum, vorm: 'EMAIL' } } },
        token,
      );
      expect(written.data).toEqual({ recordContactmoment: { __typename: 'Contactmoment' } });
    }
  });

  it('two mutations in one request store nothing', async () => {
    const input = (JSON.parse(readyMade('LegContactVast').variables) as { input: Anything }).input;
    const token = page.users[DOSSIERHOUDER]?.token ?? null;
    const query = `mutation($input: RecordContactmomentInput!) {
      a: recordContactmoment(input: $input) { __typename }
      b: recordContactmoment(input: $input) { __typename } }`;
    const count = async () => {
      const own =
        '{ contactverplichtingen(first: 100) { edges { node { laatsteContact { contactmomentID } } } } }';
      return JSON.stringify((await ask({ query: own }, token)).data);
    };
    const before = await count();
    expect(
      await ask({ query, variables: { input: { ...input, datum: '2026-10-31' } } }, token),
    ).toMatchObject({ status: 400 });
    expect(await count()).toBe(before);
  });
});
