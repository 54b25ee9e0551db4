import { describe, expect, it } from '@jest/globals';
import { decodeCursor } from './cursor.js';
import { inputPipe } from './input-pipe.js';
import { PageArgs, toPage } from './pagination.js';

function args(first: number, after?: string): PageArgs {
  return Object.assign(new PageArgs(), { first, after });
}

const count = () => Promise.resolve(7);

describe('a page', () => {
  it('drops the extra row and says that there is more', () => {
    const page = toPage([1, 2, 3], args(2), (n) => [n], count);
    expect(page.edges.map((edge) => edge.node)).toEqual([1, 2]);
    expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(decodeCursor(page.pageInfo.endCursor ?? '', ['int'])).toEqual([2]);
  });

  it('knows its end', () => {
    const page = toPage([1, 2], args(2, 'WzFd'), (n) => [n], count);
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('can be empty', () => {
    expect(toPage<number>([], args(2), (n) => [n], count).pageInfo).toMatchObject({
      startCursor: null,
      endCursor: null,
    });
  });
});

describe('the size of a page', () => {
  it.each([0, -1, 101, 1_000_000, 1.5])(
    'of %p rows is refused again before a resolver runs',
    async (first) => {
      const metadata = { type: 'body' as const, metatype: PageArgs };
      await expect(inputPipe().transform({ first }, metadata)).rejects.toMatchObject({
        code: 'ONGELDIGE_INVOER',
        pad: ['first'],
      });
    },
  );
});
