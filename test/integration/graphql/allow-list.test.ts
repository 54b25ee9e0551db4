import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AllowList } from '../../../src/platform/graphql/document/index.js';
import { startEdgeApp, type EdgeApp } from './edge-app.js';

const STAND = 'query Stand { stand }';
const SHA256 = createHash('sha256').update(STAND).digest('hex');
const LIST = JSON.stringify({ [SHA256]: STAND });

describe('a door with a list of operations', () => {
  let app: EdgeApp;

  beforeAll(async () => {
    app = await startEdgeApp({ graphql: { operations: LIST } });
  });

  afterAll(() => app.close());

  const persisted = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

  it('runs what is on the list, by its text and by its hash', async () => {
    for (const body of [{ query: STAND }, persisted(SHA256), persisted(SHA256.toUpperCase())])
      expect(await app.ask(body)).toMatchObject({ status: 200 });
  });

  it('runs nothing else, however little it differs, whoever asks', async () => {
    const hash = createHash('sha256').update('{ stand }').digest('hex');
    for (const body of [
      { query: `${STAND} ` },
      { query: '{ __typename }' },
      persisted(hash),
      persisted(''),
    ]) {
      const answer = await app.ask(body);
      expect(answer).toMatchObject({
        status: 400,
        body: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
      });
    }
    expect(await app.ask({ query: '{ knoop { nummer } }', ...persisted(SHA256) })).toMatchObject({
      status: 400,
    });
  });
});

describe('a list of operations', () => {
  it.each([
    ['no JSON', '{"geheim'],
    ['a list', '["geheim"]'],
    ['another text under a hash', JSON.stringify({ [SHA256]: 'query Geheim { stand }' })],
    ['something that is no text', JSON.stringify({ [SHA256]: 7 })],
    ['something that is no hash', JSON.stringify({ stand: STAND })],
  ])('that is %s is refused, and not quoted', (_what, json) => {
    const read = (): unknown => AllowList.read(json);
    expect(read).toThrow('toegestane vragen');
    expect(read).not.toThrow(/geheim/i);
  });
});
