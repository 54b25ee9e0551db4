import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEdgeApp, type Answer, type EdgeApp } from '../edge-app.js';
import { heard, line, say } from './raw.js';
import { expectSafe } from './safe.js';

let app: EdgeApp;

beforeAll(async () => {
  app = await startEdgeApp({ http: { requestTimeoutMs: 1_000 } });
});

afterAll(() => app.close());

const STAND = JSON.stringify({ query: '{ stand }' });
const MUTATION = encodeURIComponent('mutation { tel }');

const get = (query: string, headers: Record<string, string> = {}): Promise<Answer> =>
  app.send(`/graphql?query=${query}`, { method: 'GET', headers });
const bytes = (body: Buffer, headers: Record<string, string> = {}): Promise<Answer> =>
  app.send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: new Uint8Array(body),
  });

describe('transport', () => {
  it('B01 a question by GET', () => expectSafe(app, () => get('%7B__typename%7D'), [405]));

  it('B02 a change by GET, also with the header that other servers take', async () => {
    await expectSafe(app, () => get(MUTATION), [405]);
    await expectSafe(app, () => get(MUTATION, { 'apollo-require-preflight': '1' }), [405]);
  });

  it.each([
    ['B03', 'application/x-www-form-urlencoded', `query=${MUTATION}`],
    ['B04', 'text/plain', STAND],
    [
      'B05',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}',
    ],
  ])('%s a body of %s', async (_number, type, body) => {
    await expectSafe(app, () => app.ask(body, { 'content-type': type }), [415]);
  });

  it('B06 ten questions in a list', () =>
    expectSafe(app, () => app.ask(`[${Array.from({ length: 10 }, () => STAND).join(',')}]`)));

  it('B07 half a JSON text, a byte order mark, UTF-16, another charset, bytes that are no UTF-8', async () => {
    await expectSafe(app, () => app.ask('{"query": "{ sta'));
    await expectSafe(app, () => bytes(Buffer.from(`\ufeff${STAND}`)));
    await expectSafe(app, () => bytes(Buffer.from(STAND, 'utf16le')));
    await expectSafe(app, () => bytes(Buffer.from(STAND.replace('stand', 'st\u00e9nd'), 'latin1')));
    await expectSafe(
      app,
      () => app.ask(STAND, { 'content-type': 'application/json; charset=latin1' }),
      [415],
    );
  });

  it('B08 five megabytes, two of blanks, a gzip bomb', async () => {
    await expectSafe(app, () => app.ask({ query: '{ stand }', x: 'x'.repeat(5_000_000) }), [413]);
    await expectSafe(app, () => app.ask(`${' '.repeat(2_000_000)}${STAND}`), [413]);
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    await expectSafe(app, () => bytes(bomb, { 'content-encoding': 'gzip' }), [415, 413]);
  });

  it('B08 a body that drips in is cut off, in the shape of all refusals', async () => {
    const socket = line(app.url);
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n',
    );
    const drip = setInterval(() => socket.write(' '), 100);
    const answer = await heard(socket);
    clearInterval(drip);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"errors":[{"message":"Het verzoek kwam te langzaam binnen."');
  });

  it('B08 what is no HTTP at all, or has endless headers', async () => {
    const nonsense = await say(app.url, 'HALLO\r\n\r\n');
    expect(nonsense).toMatch(/^HTTP\/1\.1 400 [\s\S]*"errors":\[/);
    const long = await say(
      app.url,
      `POST /graphql HTTP/1.1\r\nhost: x\r\nx-lang: ${'x'.repeat(40_000)}\r\n\r\n`,
    );
    expect(long).toMatch(/^HTTP\/1\.1 431 [\s\S]*"errors":\[/);
  });

  it.each([
    '{"query": 7}',
    '{"query": null}',
    '{"query": {"a": 1}}',
    '{"query": "{ stand }", "variables": [1]}',
    '{"query": "{ stand }", "variables": "x"}',
    '{"query": "{ stand }", "extensions": [1]}',
    '{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "00"}}}',
  ])('B09 a body such as %s', (body) => expectSafe(app, () => app.ask(body)));

  it('B09 extensions without end', () =>
    expectSafe(app, () => app.ask({ query: '{ stand }', extensions: { x: 'x'.repeat(400_000) } }), [413]));

  it('B10 two operations, and no name or an unknown one', async () => {
    const query = 'query A { stand } query B { stand }';
    await expectSafe(app, () => app.ask({ query }));
    await expectSafe(app, () => app.ask({ query, operationName: 'C' }));
  });

  it('B11 an Accept that cannot be served; none and any are', async () => {
    await expectSafe(app, () => app.ask(STAND, { accept: 'application/xml' }), [406]);
    for (const accept of ['*/*', 'application/*', 'text/html, */*;q=0.8']) {
      expect(await app.ask(STAND, { accept })).toMatchObject({ status: 200 });
    }
  });

  it('B12 __proto__ and constructor as keys', async () => {
    const input = '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}';
    await app.ask(`{"query": "{ stand }", "__proto__": {"polluted": 1}, "variables": ${input}}`);
    const inside = `{"query": "query($t: String!) { sql(tekst: $t) }", "variables": {"t": ${input}}}`;
    await expectSafe(app, () => app.ask(inside));
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  // B13 is not applicable: there is no endpoint of the iWlz network yet, so no X-B3-TraceId is read.
  it('B13 a trace header with anything in it is not read and not logged', async () => {
    const before = app.logged().length;
    expect(await app.ask(STAND, { 'x-b3-traceid': 'ZZZ 999990019' })).toMatchObject({ status: 200 });
    expect(app.logged().slice(before)).not.toContain('999990019');
  });

  it('B15 another origin gets no permission, and a preflight is refused', async () => {
    const origin = 'https://evil.example';
    const { headers } = await app.ask(STAND, { origin, cookie: 'a=b' });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    const preflight = { origin, 'access-control-request-method': 'POST' };
    const answer = await expectSafe(
      app,
      () => app.send('/graphql', { method: 'OPTIONS', headers: preflight }),
      [405],
    );
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('B14 forwarding headers', () => {
  const FORGED = {
    'x-forwarded-for': '203.0.113.7',
    'x-real-ip': '203.0.113.7',
    forwarded: 'for=203.0.113.7',
  };
  const refused = async (server: EdgeApp): Promise<string> => {
    const before = server.logged().length;
    await server.ask(STAND, { ...FORGED, authorization: 'Bearer x' });
    return server.logged().slice(before);
  };

  it('are claims of the client: the log names the address of the line', async () => {
    const logged = await refused(app);
    expect(logged).toContain('"adres":"127.0.0.1"');
    expect(logged).not.toContain('203.0.113.7');
  });

  it('count when a proxy of ours says so', async () => {
    const behind = await startEdgeApp({ databaseUrl: app.databaseUrl, http: { proxies: ['127.0.0.1/32'] } });
    try {
      expect(await refused(behind)).toContain('"adres":"203.0.113.7"');
    } finally {
      await behind.close();
    }
  });
});
