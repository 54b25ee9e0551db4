import { describe, expect, it } from '@jest/globals';
import { answerType, PLAIN_JSON, RESPONSE_JSON } from './accept.js';

describe('the media type of an answer', () => {
  it.each([
    [undefined, RESPONSE_JSON],
    ['', RESPONSE_JSON],
    ['*/*', RESPONSE_JSON],
    ['application/*', RESPONSE_JSON],
    ['application/json', PLAIN_JSON],
    ['Application/JSON; charset=utf-8', PLAIN_JSON],
    ['application/json, text/plain, */*', PLAIN_JSON],
    ['application/graphql-response+json, application/json', RESPONSE_JSON],
    ['application/graphql-response+json;q=0.5, application/json', PLAIN_JSON],
    ['application/json;q=0.5, */*', RESPONSE_JSON],
    ['text/html, */*;q=0.1', RESPONSE_JSON],
  ])('for Accept %p is %s', (accept, type) => {
    expect(answerType(accept)).toBe(type);
  });

  it.each(['application/xml', 'text/html', 'application/json;q=0', 'application/json;q=x'])(
    'for %p there is none',
    (accept) => {
      expect(() => answerType(accept)).toThrow(expect.objectContaining({ status: 406 }));
    },
  );
});
