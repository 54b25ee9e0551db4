import { describe, expect, it } from '@jest/globals';
import { woonplaats, type Adres } from './adres.js';

const THUIS: Adres = {
  adressoort: '01',
  postcode: '2312 AB',
  land: 'NL',
  ingangsdatum: '2020-01-01',
  einddatum: null,
};
const DAG = '2026-09-30';

describe('where a client lives (IV014)', () => {
  it('is four digits and a country', () => {
    expect(woonplaats([THUIS], false, DAG)).toEqual({ postcode: '2312', landCode: 'NL' });
  });

  it('of a geheime client is the country alone', () => {
    expect(woonplaats([THUIS], true, DAG)).toEqual({ postcode: null, landCode: 'NL' });
  });

  it('follows from a Dutch postcode when the country was not written', () => {
    expect(woonplaats([{ ...THUIS, land: null }], false, DAG)).toEqual({ postcode: '2312', landCode: 'NL' });
  });

  it.each([
    ['abroad', { ...THUIS, postcode: '2000', land: 'BE' }, { postcode: null, landCode: 'BE' }],
    ['unreadable', { ...THUIS, postcode: 'onbekend', land: null }, { postcode: null, landCode: null }],
    ['where only the post goes', { ...THUIS, adressoort: '02' }, { postcode: null, landCode: null }],
    ['over by then', { ...THUIS, einddatum: '2026-09-29' }, { postcode: null, landCode: null }],
    ['still to come', { ...THUIS, ingangsdatum: '2026-10-01' }, { postcode: null, landCode: null }],
  ])('%s tells no more than it can', (_what, adres, expected) => {
    expect(woonplaats([adres], false, DAG)).toEqual(expected);
  });

  it('is the home before a stay, and the latest of two homes', () => {
    const stay = { ...THUIS, adressoort: '04', postcode: '1011AA', ingangsdatum: '2026-08-01' };
    const moved = { ...THUIS, postcode: '3011AA', ingangsdatum: '2026-01-01' };
    expect(woonplaats([stay, THUIS, moved], false, DAG).postcode).toBe('3011');
    expect(woonplaats([stay], false, DAG).postcode).toBe('1011');
  });
});
