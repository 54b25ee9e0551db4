import { describe, expect, it } from '@jest/globals';
import { answerForm, PLAIN_JSON, RESPONSE_JSON, UNASKED } from './accept.js';

const PLAIN = { type: PLAIN_JSON, failuresAre200: true };
const RESPONSE = { type: RESPONSE_JSON, failuresAre200: false };

describe('the form of an answer', () => {
  it.each([
    [undefined, UNASKED],
    ['', UNASKED],
    ['*/*', UNASKED],
    ['application/*', UNASKED],
    ['application/json', PLAIN],
    ['Application/JSON; charset=utf-8', PLAIN],
    ['application/json, text/plain, */*', PLAIN],
    ['application/graphql-response+json', RESPONSE],
    ['application/graphql-response+json, */*;q=0.1', RESPONSE],
    ['application/graphql-response+json, application/json', RESPONSE],
    ['application/graphql-response+json;q=0.5, application/json', PLAIN],
    ['application/json;q=0.5, */*', UNASKED],
    ['text/html, */*;q=0.1', UNASKED],
  ])('for Accept %p is %p', (accept, form) => {
    expect(answerForm(accept)).toEqual(form);
  });

  it.each(['application/xml', 'text/html', 'application/json;q=0', 'application/json;q=x'])(
    'for %p there is none',
    (accept) => {
      expect(() => answerForm(accept)).toThrow(expect.objectContaining({ status: 406 }));
    },
  );
});
