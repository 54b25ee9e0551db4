import { describe, expect, it } from '@jest/globals';
import { naamOf, zoeknamenOf, type Naamdelen } from './naam.js';

const DELEN: Naamdelen = {
  geslachtsnaam: 'Proefman',
  voorvoegselGeslachtsnaam: 'van der',
  partnernaam: 'Schijn',
  voorvoegselPartnernaam: 'de',
  voornamen: 'Kornelia Anna',
  voorletters: 'K.A.',
  roepnaam: 'Kor',
  naamgebruik: '1',
};

describe('the name by which somebody is addressed', () => {
  it.each([
    ['1', 'K.A. van der Proefman'],
    ['2', 'K.A. de Schijn'],
    ['3', 'K.A. de Schijn-van der Proefman'],
    ['4', 'K.A. van der Proefman-de Schijn'],
    ['5', 'K.A. van der Proefman'],
    [null, 'K.A. van der Proefman'],
  ])('with naamgebruik %s is %s', (naamgebruik, naam) => {
    expect(naamOf({ ...DELEN, naamgebruik })).toBe(naam);
  });

  it.each(['2', '3', '4'])('falls back on the own name when there is no partner (%s)', (naamgebruik) => {
    expect(naamOf({ ...DELEN, partnernaam: null, naamgebruik })).toBe('K.A. van der Proefman');
  });

  it('uses a first name where initials are missing', () => {
    expect(naamOf({ ...DELEN, voorletters: null })).toBe('Kor van der Proefman');
    expect(naamOf({ ...DELEN, voorletters: null, roepnaam: null })).toBe('Kornelia Anna van der Proefman');
  });

  it('can be a surname alone', () => {
    const alone = {
      ...DELEN,
      voorvoegselGeslachtsnaam: null,
      voorletters: null,
      roepnaam: null,
      voornamen: null,
    };
    expect(naamOf(alone)).toBe('Proefman');
  });
});

describe('looking for a name', () => {
  it.each([
    ['Berg', ['Berg']],
    ['van der Berg', ['van der Berg', 'Berg']],
    ["in 't Veld", ["in 't Veld", 'Veld']],
    ['  De   Jong ', ['De Jong', 'Jong']],
    ['Zoe\u0308', ['Zoë']],
    ['van', ['van']],
    ['', []],
  ])('%j also looks without the prefix', (naam, keys) => {
    expect(zoeknamenOf(naam)).toEqual(keys);
  });
});
