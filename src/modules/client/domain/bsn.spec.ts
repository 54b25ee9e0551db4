import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../../platform/errors/index.js';
import { assertBsn, isBsn } from './bsn.js';

const nineDigits = fc.stringMatching(/^\d{9}$/);

/** A number that passes, made by choosing the last digit; a rest of ten has no such digit. */
const validBsn = fc
  .stringMatching(/^\d{8}$/)
  .map((start) => ({
    start,
    rest: Array.from(start).reduce((sum, digit, i) => sum + (9 - i) * Number(digit), 0) % 11,
  }))
  .filter(({ start, rest }) => rest !== 10 && `${start}${rest}` !== '000000000')
  .map(({ start, rest }) => `${start}${rest}`);

describe('P1: the elfproef of a BSN', () => {
  it.each(['111222333', '123456782', '999914005'])('accepts %s', (bsn) => {
    expect(isBsn(bsn)).toBe(true);
  });

  it.each([
    ['nine zeros', '000000000'],
    ['a wrong sum', '123456789'],
    ['eight digits', '12345678'],
    ['ten digits', '1234567820'],
    ['no digits', ''],
    ['a letter', '12345678A'],
    ['a space before it', ' 123456782'],
    ['a line end after it', '123456782\n'],
    ['digits of another script', '١٢٣٤٥٦٧٨٢'],
  ])('refuses %s', (_what, text) => {
    expect(isBsn(text)).toBe(false);
  });

  it('accepts every number made to pass', () => {
    fc.assert(fc.property(validBsn, (bsn) => isBsn(bsn)));
  });

  it('notices every change of one digit', () => {
    fc.assert(
      fc.property(validBsn, fc.nat(8), fc.integer({ min: 1, max: 9 }), (bsn, place, shift) => {
        const digit = (Number(bsn[place]) + shift) % 10;
        return !isBsn(`${bsn.slice(0, place)}${digit}${bsn.slice(place + 1)}`);
      }),
    );
  });

  it('notices two neighbouring digits that changed places', () => {
    fc.assert(
      fc.property(validBsn, fc.nat(6), (bsn, place) => {
        const [a = '', b = ''] = [bsn[place], bsn[place + 1]];
        const swapped = `${bsn.slice(0, place)}${b}${a}${bsn.slice(place + 2)}`;
        return a === b || !isBsn(swapped);
      }),
    );
  });

  it('lets about one number in eleven through', () => {
    const passed = fc.sample(nineDigits, { numRuns: 20_000, seed: 7 }).filter(isBsn).length;
    expect(passed / 20_000).toBeGreaterThan(0.05);
    expect(passed / 20_000).toBeLessThan(0.15);
  });

  it('is refused by its rule and without repeating the number', () => {
    let refusal: unknown;
    try {
      assertBsn('123456789', ['client', 'bsn']);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ regel: 'P1', bron: 'CS002', pad: ['client', 'bsn'] });
    expect(JSON.stringify(refusal)).not.toContain('123456789');
  });
});
