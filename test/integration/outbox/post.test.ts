import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPost, type Post } from './post.js';

const CLIENT = '0f2b6a51-5f6e-4a55-9a54-0d6f3f0a1c01';
const bericht = (over: object = {}) => ({
  soort: 'contact.overzicht',
  ontvanger: '06000001',
  volgordesleutel: CLIENT,
  inhoud: { clientID: CLIENT, dag: '2026-11-01', aantal: 3, soorten: ['TE_LAAT'] },
  ...over,
});

let post: Post;

beforeAll(async () => {
  post = await openPost();
});

afterAll(() => post.close());

describe('a message', () => {
  it('is there when the transaction of its cause is, and not otherwise', async () => {
    await expect(
      post.write(async (tx) => {
        await post.outbox.post(tx, bericht());
        throw new Error('the cause did not happen');
      }),
    ).rejects.toThrow('did not happen');
    expect(await post.sql('select from bericht')).toEqual([]);
    const ids = await post.write((tx) => post.outbox.post(tx, [bericht(), bericht({ soort: 'ander' })]));
    expect(await post.sql('select bericht_id as id, soort from bericht order by volgnummer')).toEqual([
      { id: ids[0], soort: 'contact.overzicht' },
      { id: ids[1], soort: 'ander' },
    ]);
  });

  it('with a mark is posted once', async () => {
    const once = bericht({ eenmalig: '2026-11-01' });
    expect(await post.write((tx) => post.outbox.post(tx, once))).toHaveLength(1);
    expect(await post.write((tx) => post.outbox.post(tx, once))).toEqual([]);
    expect(await post.write((tx) => post.outbox.post(tx, []))).toEqual([]);
  });

  it.each([
    ['a name', { naam: 'Jansen' }],
    ['a BSN', { bsn: '999990019' }],
    ['a BSN as a number', { bsn: 999990019 }],
    ['a sentence in a list', { redenen: ['TE_LAAT', 'is gevallen'] }],
  ])('may not hold %s', async (_what, inhoud) => {
    await expect(post.write((tx) => post.outbox.post(tx, bericht({ inhoud })))).rejects.toThrow('only ids');
  });
});
