import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { startEdgeApp, type Answer, type EdgeApp } from './edge-app.js';

let app: EdgeApp;

beforeAll(async () => {
  app = await startEdgeApp();
  await app.ask({ query: '{ stand }' });
});

afterAll(() => app.close());

/** Without the limits these take seconds, or never end. */
const MAX_MS = 1_000;

async function refusedQuickly(query: string): Promise<Answer> {
  const begun = performance.now();
  const answer = await app.ask({ query });
  expect(performance.now() - begun).toBeLessThan(MAX_MS);
  expect(answer.status).toBe(400);
  expect(answer.body).not.toHaveProperty('data');
  expect(answer.body.errors?.length).toBeLessThanOrEqual(5);
  expect(answer.text).not.toContain('call stack');
  return answer;
}

const nested = (levels: number, inner: string): string =>
  `${'volgende{'.repeat(levels)}${inner}${'}'.repeat(levels)}`;

describe('limits of one operation', () => {
  it('fifteen levels are answered, sixteen refused', async () => {
    expect(await app.ask({ query: `{ knoop { ${nested(13, 'nummer')} } }` })).toMatchObject({ status: 200 });
    await refusedQuickly(`{ knoop { ${nested(14, 'nummer')} } }`);
  });

  it('depth hides neither in fragments nor behind the name __schema', async () => {
    const fragment = (name: string) => `fragment ${name} on Knoop { ${nested(10, 'nummer')} }`;
    await refusedQuickly(`{ knoop { ${nested(5, '...__schema')} } } ${fragment('__schema')}`);
    await refusedQuickly(`{ __schema { queryType { name } } knoop { ${nested(14, 'nummer')} } }`);
  });

  it('what multiplies with every turn is refused, however short it is; a page of ordinary questions is not', async () => {
    const turns = (n: number): string => (n === 0 ? 'nummer' : `buren { buren { ${turns(n - 1)} } }`);
    const page = (inner: string, first: number | '$n') =>
      `query ($n: Int) { knopen(first: ${first}) { edges { node { ...F } } } } fragment F on Knoop { ${inner} }`;
    await refusedQuickly(page(turns(3), 100));
    await refusedQuickly(page(`nummer ... on Knoop { ${turns(3)} }`, 20));
    const variable = await app.ask({ query: page(turns(2), '$n'), variables: { n: 100 } });
    expect(variable).toMatchObject({ status: 200 });
    const wide = { query: page(`${turns(2)} a: ${turns(2)} b: ${turns(2)}`, '$n') };
    expect(await app.ask({ ...wide, variables: { n: 100 } })).toMatchObject({ status: 400 });
    expect(await app.ask({ ...wide, variables: { n: 10 } })).toMatchObject({ status: 200 });
    const byDefault = { query: wide.query.replace('$n: Int', '$n: Int! = 100') };
    expect(await app.ask(byDefault)).toMatchObject({ status: 400 });
    expect(await app.ask({ ...byDefault, variables: { n: 10 } })).toMatchObject({ status: 200 });
  });

  it('thirty aliases are answered, thirty-one refused, also on __typename and in fragments', async () => {
    const aliases = (n: number, field: string) =>
      Array.from({ length: n }, (_, i) => `a${i}: ${field}`).join(' ');
    expect(await app.ask({ query: `{ ${aliases(30, 'stand')} }` })).toMatchObject({ status: 200 });
    await refusedQuickly(`{ ${aliases(31, 'stand')} }`);
    await refusedQuickly(`{ ${aliases(101, '__typename')} }`);
    await refusedQuickly(
      `{ knoop { ...F volgende { ...F } } } fragment F on Knoop { ${aliases(16, 'nummer')} }`,
    );
  });

  it('directives are counted, wherever they stand', async () => {
    await refusedQuickly(`{ stand ${'@include(if: true) '.repeat(21)} }`);
    await refusedQuickly(`query ${'@aa '.repeat(21)} { stand }`);
    await refusedQuickly(`query($x: Int ${'@aa '.repeat(21)}) { stand }`);
    await refusedQuickly(`{ ${'stand @include(if: true) '.repeat(21)} }`);
  });

  it('long documents are not read', async () => {
    await refusedQuickly(`{ ${'stand '.repeat(2_100)} }`);
    await refusedQuickly(`{ stand } #${' '.repeat(30_000)}`);
    await refusedQuickly(`{ ${'@aa'.repeat(30_000)} }`);
  });

  it('thousands of brackets are a plain refusal', async () => {
    await refusedQuickly('{a'.repeat(5_000));
    await refusedQuickly(`{ knopen(first: ${'['.repeat(1_900)}`);
    await refusedQuickly(`{ ${'a{'.repeat(900)} b ${'}'.repeat(900)} }`);
    await refusedQuickly(`{ tel(x: ${'['.repeat(900)}1${']'.repeat(900)}) }`);
    await refusedQuickly(`query($x: ${'['.repeat(900)}Int${']'.repeat(900)}) { stand }`);
  });

  it('fragments that double thirty times cost no more than their length', async () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) => `fragment F${i} on Knoop { ...F${i + 1} ...F${i + 1} }`,
    ).join(' ');
    await refusedQuickly(`{ knoop { ...F0 } } ${levels} fragment F30 on Knoop { nummer }`);
    const roots = Array.from(
      { length: 30 },
      (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
    ).join(' ');
    await refusedQuickly(`{ ...F0 } ${roots} fragment F30 on Query { stand }`);
  });

  it('fragments in a circle, on themselves, or unused are refused', async () => {
    await refusedQuickly('{ knoop { ...A } } fragment A on Knoop { ...B } fragment B on Knoop { ...A }');
    await refusedQuickly('{ knoop { ...A } } fragment A on Knoop { nummer ...A }');
    await refusedQuickly('{ stand } fragment A on Knoop { nummer }');
    await refusedQuickly('{ ...Nergens }');
  });

  it('five hundred times the same field is answered quickly', async () => {
    const begun = performance.now();
    expect(await app.ask({ query: `{ ${'stand '.repeat(500)} }` })).toMatchObject({ status: 200 });
    expect(performance.now() - begun).toBeLessThan(MAX_MS);
  });
});

describe('introspection', () => {
  const introspection = getIntrospectionQuery();

  it('is open in development, without a token', async () => {
    const answer = await app.ask({ query: introspection }, { authorization: '' });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toHaveProperty('__schema');
  });

  it('cannot be used to nest without end', async () => {
    const fields = Array.from({ length: 30 }, () => 'fields { type {').join(' ');
    await refusedQuickly(`{ __type(name: "Knoop") { ${fields} name ${'} }'.repeat(30)} } }`);
  });

  it('is refused in production, and so is a nameless question about types', async () => {
    const production = await startEdgeApp({ development: false, databaseUrl: app.databaseUrl });
    try {
      for (const query of [
        introspection,
        '{ __type(name: "Knoop") { name } }',
        '{ stand ...F } fragment F on Query { x: __schema { queryType { name } } }',
      ]) {
        const answer = await production.ask({ query });
        expect(answer).toMatchObject({
          status: 400,
          body: { errors: [{ message: 'Introspectie staat uit.' }] },
        });
      }
      expect(await production.ask({ query: '{ __typename }' })).toMatchObject({ status: 200 });
      expect(await production.ask({ query: '{ __typename }' }, { authorization: '' })).toMatchObject({
        status: 401,
      });
      expect(await production.ask({ query: introspection }, { authorization: '' })).toMatchObject({
        status: 401,
      });
      expect(await production.send('/graphql', { headers: { accept: 'text/html' } })).toMatchObject({
        status: 404,
      });
      expect(await production.send('/graphiql/page.js', {})).toMatchObject({ status: 404 });
    } finally {
      await production.close();
    }
  });
});
