import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEdgeApp, type EdgeApp } from './edge-app.js';

let app: EdgeApp;

beforeAll(async () => {
  app = await startEdgeApp();
});

afterAll(() => app.close());

const STAND = '{ stand }';

describe('POST /graphql', () => {
  it('answers in application/graphql-response+json when asked, and in application/json otherwise', async () => {
    const response = 'application/graphql-response+json';
    const answer = await app.ask({ query: STAND }, { accept: response });
    expect(answer).toMatchObject({ status: 200, body: { data: { stand: expect.any(Number) as unknown } } });
    expect(answer.headers.get('content-type')).toBe(`${response}; charset=utf-8`);
    for (const accept of ['*/*', 'application/json']) {
      const json = await app.ask({ query: STAND }, { accept });
      expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8');
    }
  });

  it('refuses an Accept it cannot serve', async () => {
    expect(await app.ask({ query: STAND }, { accept: 'application/xml' })).toMatchObject({ status: 406 });
  });

  it('gives every answer a number and no cache', async () => {
    const { headers } = await app.ask({ query: STAND });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each([
    ['plain text', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['multipart', 'multipart/form-data; boundary=x'],
    ['bare GraphQL', 'application/graphql'],
    ['another charset', 'application/json; charset=utf-16'],
  ])('refuses %s', async (_what, type) => {
    expect(await app.ask({ query: STAND }, { 'content-type': type })).toMatchObject({ status: 415 });
  });

  it('refuses a compressed body', async () => {
    expect(await app.ask({ query: STAND }, { 'content-encoding': 'gzip' })).toMatchObject({ status: 415 });
  });

  it.each([
    ['half of a JSON text', '{"query": "{ stand'],
    ['nothing', ''],
    ['a list of requests', JSON.stringify([{ query: STAND }, { query: STAND }])],
    ['a text', '"{ stand }"'],
    ['no query', '{}'],
    ['a query that is a number', '{"query": 7}'],
    ['an empty query', '{"query": " "}'],
    ['variables that are a list', '{"query": "{ stand }", "variables": []}'],
    ['variables that are text', '{"query": "{ stand }", "variables": "{}"}'],
    ['an operationName that is an object', '{"query": "{ stand }", "operationName": {}}'],
    ['extensions that are text', '{"query": "{ stand }", "extensions": "x"}'],
  ])('refuses %s with 400 and the shape of a GraphQL error', async (_what, body) => {
    const answer = await app.ask(body, { accept: 'application/json' });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      errors: [
        expect.objectContaining({
          extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) as object,
        }),
      ],
    });
    expect(answer.text).not.toMatch(/Unexpected|JSON at position|statusCode/);
  });

  it('refuses a body that is too large', async () => {
    const answer = await app.ask({ query: STAND, extensions: { vulling: ' '.repeat(300_000) } });
    expect(answer).toMatchObject({
      status: 413,
      body: { errors: [{ message: 'Het verzoek is te groot.' }] },
    });
  });

  it('is not harmed by __proto__ and constructor keys', async () => {
    const body =
      '{"query":"{ stand }","variables":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}';
    expect(await app.ask(body)).toMatchObject({ status: 200 });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('other methods', () => {
  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is refused with 405', async (method) => {
    const answer = await app.send('/graphql?query=mutation%7Btel%7D', {
      method,
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('an address that cannot be read is answered as an unknown one', async () => {
    const answer = await app.send('/client/999990019/%ff', { method: 'GET' });
    expect(answer).toMatchObject({
      status: 404,
      body: { errors: [{ message: 'Hier is niets.', extensions: { code: 'NOT_FOUND' } }] },
    });
    expect(answer.text).not.toContain('999990019');
  });

  it('an unknown address has the same error shape and is not repeated', async () => {
    const answer = await app.send('/client/999990019', { method: 'GET' });
    expect(answer).toMatchObject({ status: 404, body: { errors: [{ extensions: { code: 'NOT_FOUND' } }] } });
    expect(answer.text).not.toContain('999990019');
  });
});

describe('statuses', () => {
  const broken = { query: '{ bestaatNiet }' };

  it('a document that does not fit is 400 without data', async () => {
    const answer = await app.ask(broken);
    expect(answer.status).toBe(400);
    expect(answer.body).not.toHaveProperty('data');
  });

  it('and 200 for a client that asked for application/json', async () => {
    expect(await app.ask(broken, { accept: 'application/json' })).toMatchObject({
      status: 200,
      body: { errors: [{}] },
    });
    expect(await app.ask({ query: '{' }, { accept: 'application/json' })).toMatchObject({ status: 200 });
  });

  it('a required variable that is missing is 400', async () => {
    expect(await app.ask({ query: 'query($t: String!) { sql(tekst: $t) }' })).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_USER_INPUT', pad: ['t'] } }] },
    });
  });
});
