import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startEdgeApp, type EdgeApp } from './edge-app.js';
import { PlaygroundResolver } from './playground.resolver.js';

let app: EdgeApp;

beforeAll(async () => {
  app = await startEdgeApp();
});

afterAll(() => app.close());

beforeEach(() => {
  PlaygroundResolver.geteld = 0;
});

/** Enough for the driver to have compiled: it does so the second time it sees a text. */
const WARM = 6;

describe('a variable with a default', () => {
  it.each([
    ['of a required type', 'query ($n: Int! = 2) { knopen(first: $n) { edges { node { nummer } } } }'],
    ['of another', 'query ($n: Int = 2) { knopen(first: $n) { edges { node { nummer } } } }'],
    [
      'of a condition',
      'query ($n: Boolean! = true) { knopen(first: 2) { totalCount @skip(if: $n) edges { node { nummer } } } }',
    ],
  ])('%s keeps it when the driver has compiled the text', async (_which, query) => {
    for (let i = 0; i < WARM; i += 1) {
      const { body } = await app.ask({ query });
      expect(body).toEqual({
        data: { knopen: { edges: [{ node: { nummer: 1 } }, { node: { nummer: 2 } }] } },
      });
    }
  });
});

describe('a document with several operations', () => {
  const query = `
    query Lees { stand ...Overbodig }
    mutation Tel { tel }
    query Knoop { knoop { ...Nummer } }
    fragment Nummer on Knoop { nummer }
    fragment Overbodig on Query { __typename }`;

  it('runs the named one each time, also when the driver has compiled another', async () => {
    for (let i = 0; i < WARM; i += 1) {
      expect((await app.ask({ query, operationName: 'Lees' })).body.data).toEqual({
        stand: 0,
        __typename: 'Query',
      });
    }
    for (let i = 1; i <= WARM; i += 1) {
      expect((await app.ask({ query, operationName: 'Tel' })).body).toEqual({ data: { tel: i } });
    }
    for (let i = 0; i < WARM; i += 1) {
      expect((await app.ask({ query, operationName: 'Knoop' })).body).toEqual({
        data: { knoop: { nummer: 1 } },
      });
    }
    expect((await app.ask({ query, operationName: 'Lees' })).body.data).toMatchObject({ stand: WARM });
  });

  it.each([
    ['without a name', query, undefined],
    ['with a name that is not in it', query, 'Wis'],
    ['with an empty name', query, ''],
    ['with a name when its one operation has another', 'query A { stand }', 'B'],
    ['in which two share a name', 'query A { stand } mutation A { tel }', 'A'],
    ['in which one has no name', '{ stand } mutation Tel { tel }', 'Tel'],
    ['that only has fragments', 'fragment F on Query { stand }', undefined],
    ['that defines types', 'type X { y: Int }', undefined],
    ['that subscribes', 'subscription { stand }', undefined],
  ])('%s is refused with 400', async (_how, text, operationName) => {
    const answer = await app.ask({ query: text, operationName });
    expect(answer.status).toBe(400);
    expect(answer.body).not.toHaveProperty('data');
    expect(PlaygroundResolver.geteld).toBe(0);
  });

  it('does not run a document given as its syntax tree', async () => {
    const tree = { kind: 'Document', definitions: [] };
    expect(await app.ask({ query: JSON.stringify(tree) })).toMatchObject({ status: 400 });
  });
});

describe('a mutation request', () => {
  it.each([
    ['two fields', 'mutation { tel stand: tel }'],
    ['the same field under two aliases', 'mutation { a: tel b: tel }'],
    ['the same field twice', 'mutation { tel tel }'],
    ['a second one in a fragment', 'mutation { ...F tel } fragment F on Mutation { b: tel }'],
    ['a second one in an inline fragment', 'mutation { tel ... on Mutation { b: tel } }'],
    [
      'a fragment of two',
      'mutation { ...F } fragment F on Mutation { a: tel ...G } fragment G on Mutation { b: tel }',
    ],
    ['a second one that is skipped', 'mutation { tel b: tel @skip(if: true) }'],
  ])('with %s is refused and nothing runs', async (_what, query) => {
    for (let i = 0; i < 3; i += 1) expect(await app.ask({ query })).toMatchObject({ status: 400 });
    expect(PlaygroundResolver.geteld).toBe(0);
  });

  it('may ask for its __typename as well', async () => {
    const { body } = await app.ask({ query: 'mutation { __typename n: tel }' });
    expect(body).toEqual({ data: { __typename: 'Mutation', n: 1 } });
  });
});

describe('lists', () => {
  const ask = (query: string, variables?: object) => app.ask({ query, variables });
  const sized = (size: string) => `{ knopen(first: ${size}) { edges { node { nummer } } } }`;
  const withVariable = 'query($n: Int!) { knopen(first: $n) { edges { node { nummer } } } }';

  it('give fifty rows unless asked otherwise, and count only when asked', async () => {
    PlaygroundResolver.counted = 0;
    const plain = await ask('{ knopen { edges { node { nummer } } pageInfo { hasNextPage } } }');
    expect((plain.body.data?.knopen as { edges: unknown[] }).edges).toHaveLength(50);
    expect(PlaygroundResolver.counted).toBe(0);
    for (let i = 0; i < 3; i += 1) {
      const counted = await ask('{ knopen(first: 1) { totalCount edges { cursor } } }');
      expect(counted.body.data?.knopen).toMatchObject({ totalCount: 500, edges: [{}] });
    }
    expect(PlaygroundResolver.counted).toBe(3);
  });

  it.each(['101', '0', '-1', '2147483648', '99999999999999999999'])(
    'refuse a page of %s, written out',
    async (size) => {
      expect(await ask(sized(size))).toMatchObject({
        status: 400,
        body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
      });
    },
  );

  it.each([101, 0, -1, 2147483648, 1e6, null])('refuse a page of %p in a variable', async (n) => {
    expect(await ask(withVariable, { n })).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
  });

  it('refuse a page size that comes from a default, null, or a nullable variable', async () => {
    expect(await ask('query($n: Int = 101) { knopen(first: $n) { totalCount } }')).toMatchObject({
      status: 400,
    });
    expect(await ask('query($n: Int) { knopen(first: $n) { totalCount } }', { n: null })).toMatchObject({
      status: 400,
    });
    expect(await ask(sized('null'))).toMatchObject({ status: 400 });
    expect(await ask('query($n: Int) { knopen(first: $n) { totalCount } }')).toMatchObject({ status: 200 });
  });

  it('refuse it inside a fragment too', async () => {
    const query = '{ ...F } fragment F on Query { a: knopen(first: 101) { totalCount } }';
    expect(await ask(query)).toMatchObject({ status: 400 });
  });

  it('give the next page after a cursor, and refuse one that was tampered with', async () => {
    const first = await ask('{ knopen(first: 2) { pageInfo { endCursor } } }');
    const { endCursor } = (first.body.data?.knopen as { pageInfo: { endCursor: string } }).pageInfo;
    const next = 'query($c: String) { knopen(first: 1, after: $c) { edges { node { nummer } } } }';
    expect((await ask(next, { c: endCursor })).body.data).toEqual({
      knopen: { edges: [{ node: { nummer: 3 } }] },
    });
    const forged = Buffer.from(`["1 or 1=1"]`).toString('base64url');
    const answer = await ask(next, { c: forged });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_USER_INPUT', pad: ['after'] } }] },
    });
    expect(answer.text).not.toContain(forged);
  });
});
