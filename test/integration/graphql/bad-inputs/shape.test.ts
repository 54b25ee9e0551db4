import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEdgeApp, type Answer, type EdgeApp } from '../edge-app.js';
import { expectSafe } from './safe.js';

let app: EdgeApp;
let production: EdgeApp;

beforeAll(async () => {
  app = await startEdgeApp();
  production = await startEdgeApp({ databaseUrl: app.databaseUrl, development: false });
  await app.ask({ query: '{ stand }' });
});

afterAll(async () => {
  await production.close();
  await app.close();
});

const refuse = (query: string, variables?: object): Promise<Answer> =>
  expectSafe(app, () => app.ask({ query, variables }));
const times = (n: number, text: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => text(i)).join(' ');

describe('the shape of a question', () => {
  it('B16 a hundred and one aliases of __typename, or of a field', async () => {
    await refuse(`{ ${times(101, (i) => `a${i}: __typename`)} }`);
    await refuse(`{ ${times(101, (i) => `a${i}: stand`)} }`);
  });

  it('B18 twenty levels through a circle of types', () =>
    refuse(`{ knoop { ${'volgende { '.repeat(20)} nummer ${'} '.repeat(20)} } }`));

  it.each([5_000, 20_000])('B19 %i brackets', async (n) => {
    await refuse('{a'.repeat(n));
    await refuse(`{ tel(input: ${'['.repeat(n)}`);
  });

  it.each([18, 30])('B20 fragments that double %i times', (levels) =>
    refuse(
      `{ knoop { ...F0 } } ${times(levels, (i) => `fragment F${i} on Knoop { ...F${i + 1} ...F${i + 1} }`)}
       fragment F${levels} on Knoop { volgende { nummer } }`,
    ),
  );

  it('B21 fragments in a circle, on themselves, and unused', async () => {
    await refuse('{ knoop { ...A } } fragment A on Knoop { ...B } fragment B on Knoop { ...A }');
    await refuse('{ knoop { ...A } } fragment A on Knoop { volgende { ...A } }');
    await refuse('{ stand } fragment A on Knoop { nummer }');
  });

  it('B22 a fragment called __schema does not hide its depth', () =>
    refuse(
      `{ knoop { ...__schema } } fragment __schema on Knoop { ${'volgende { '.repeat(20)} nummer ${'} '.repeat(20)} }`,
    ));

  it('B23 a page of two thousand million, written out', () =>
    refuse('{ knopen(first: 2147483647) { totalCount } }'));

  it('B24 a page of a million in a variable, in its default, and under other names', async () => {
    const query = 'query($n: Int!) { knopen(first: $n) { totalCount } }';
    await refuse(query, { n: 1_000_000 });
    await refuse('query($n: Int = 1000000) { knopen(first: $n) { totalCount } }');
    for (const name of ['take', 'limit', 'pageSize', 'last', 'offset'])
      await refuse(`{ knopen(${name}: 1000000) { totalCount } }`);
  });

  it('B25 a page of -1, 0 or null rows', async () => {
    for (const first of [-1, 0, null]) {
      await refuse(`{ knopen(first: ${String(first)}) { totalCount } }`);
      await refuse('query($n: Int!) { knopen(first: $n) { totalCount } }', { n: first });
    }
  });

  it('B26 directives without end', async () => {
    await refuse(`{ stand ${'@include(if: true) '.repeat(1_000)} }`);
    await refuse(`{ stand ${'@aa'.repeat(30_000)} }`);
    await refuse(`{ stand ${'@aa'.repeat(5_000)} }`);
  });

  it('B27 the same field five hundred times, nine thousand times, in pairs of inline fragments', async () => {
    expect(await app.ask({ query: `{ ${'stand '.repeat(500)} }` })).toMatchObject({ status: 200 });
    await refuse(`{ ${'stand '.repeat(9_000)} }`);
    await refuse(`{ knoop { ${times(200, () => `... on Knoop { ${'nummer '.repeat(100)} }`)} } }`);
  });

  it('B28 introspection in circles, and any introspection in production', async () => {
    const turns = '{ fields { type '.repeat(6);
    await refuse(`{ __schema { types ${turns} { name } ${'} }'.repeat(6)} } }`);
    await refuse(`{ __type(name: "Knoop") ${turns} { name } ${'} }'.repeat(6)} }`);
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Knoop") { name } }'])
      await expectSafe(production, () => production.ask({ query }));
  });

  it.each([
    ['a field', '{ knop { nummer } }'],
    ['a field of a type', '{ knoop { numer } }'],
    ['a field of an interface', '{ benoemd { nam } }'],
    ['a type condition on an interface', '{ benoemd { ... on Dinge { naam } } }'],
    ['an argument', '{ knopen(firts: 1) { totalCount } }'],
    ['a type', 'query($x: TelInpt) { tel(input: $x) }'],
    ['an enum literal', 'mutation { tel(input: { kleur: ROOT }) }'],
    ['an input field', 'mutation { tel(input: { datm: null }) }'],
    ['a directive', '{ stand @inclde(if: true) }'],
  ])('B29 %s that is misspelt tells no names', async (_what, query) => {
    for (const server of [app, production]) {
      const { text } = await expectSafe(server, () => server.ask({ query }));
      expect(text).not.toMatch(
        /"knoop"|"nummer"|"naam"|"Ding"|"first"|"TelInput"\?|ROOD|BLAUW|"datum"|@include"/,
      );
    }
  });

  it('B29 nor does an enum in a variable', async () => {
    const { text } = await refuse('mutation($k: Kleur) { tel(input: { kleur: $k }) }', { k: 'ROOT' });
    expect(text).not.toMatch(/ROO[DT]|BLAUW/);
  });

  it('B30 a page in production is not there', async () => {
    const page = () => production.send('/graphql', { headers: { accept: 'text/html' } });
    await expectSafe(production, page, [404]);
    expect((await production.send('/graphiql/page.js', {})).status).toBe(404);
  });
});
