import { describe, expect, it } from '@jest/globals';
import { provesSecondFactor, readAmr, readList } from './second-factor.js';

const RULE = { amr: readAmr('mfa, pwd+otp ,pin + hwk'), acr: readList('hoog, substantieel') };

describe('the setting', () => {
  it('is ways by commas, methods of one way by a plus', () => {
    expect(RULE).toEqual({ amr: [['mfa'], ['pwd', 'otp'], ['pin', 'hwk']], acr: ['hoog', 'substantieel'] });
  });

  it.each(['', ' , ', '+', ' + , +'])('%p is no way: nobody gets in by it', (text) => {
    expect(readAmr(text)).toEqual([]);
  });

  it('of empty texts is an empty list', () => {
    expect(readList(' ,')).toEqual([]);
  });
});

describe('two factors are proven by', () => {
  it.each([
    ['a method that says so', { amr: ['mfa'] }],
    ['both methods of a way', { amr: ['otp', 'kba', 'pwd'] }],
    ['a level of the issuer', { acr: 'hoog' }],
    ['a level, whatever the methods', { acr: 'substantieel', amr: 'pwd' }],
  ])('%s', (_what, claims) => {
    expect(provesSecondFactor(claims, RULE)).toBe(true);
  });
});

describe('two factors are not proven by', () => {
  it.each([
    ['nothing', {}],
    ['a password alone', { amr: ['pwd'] }],
    ['a code alone', { amr: ['otp'] }],
    ['halves of two ways', { amr: ['pwd', 'hwk'] }],
    ['no methods', { amr: [] }],
    ['a text that holds the word', { amr: 'mfa' }],
    ['a list in a list', { amr: [['mfa']] }],
    ['another level', { acr: 'laag' }],
    ['a level in a list', { acr: ['hoog'] }],
    ['a level among the methods', { amr: ['hoog'] }],
    ['a method as level', { acr: 'mfa' }],
  ])('%s', (_what, claims) => {
    expect(provesSecondFactor(claims, RULE)).toBe(false);
  });

  it('anything, when no way and no level is set', () => {
    expect(provesSecondFactor({ amr: ['mfa'], acr: 'hoog' }, { amr: [], acr: [] })).toBe(false);
  });
});
