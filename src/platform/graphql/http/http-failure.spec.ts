import { describe, expect, it } from '@jest/globals';
import { NotFoundException, ServiceUnavailableException } from '@nestjs/common';
import { inOurWords } from './http-failure.js';

describe('what the framework refuses, in our words', () => {
  it('an unknown address is not quoted', () => {
    const error = inOurWords(new NotFoundException('Cannot GET /client/999990019'));
    expect(error).toMatchObject({ status: 404, code: 'NOT_FOUND', message: 'Hier is niets.' });
  });

  it('not being ready stays a 503', () => {
    expect(inOurWords(new ServiceUnavailableException())).toMatchObject({ status: 503 });
  });

  it('a status of the framework that has no sentence of ours gets a neutral one', () => {
    const error = Object.assign(new Error('Too many: 999990019'), { statusCode: 429 });
    expect(inOurWords(error)).toMatchObject({
      status: 429,
      message: 'Dit verzoek kan niet worden verwerkt.',
    });
  });

  it('anything else comes back as it is', () => {
    const error = new Error('defect');
    expect(inOurWords(error)).toBe(error);
    expect(inOurWords('text')).toBe('text');
  });
});
