import { describe, expect, it } from '@jest/globals';
import { OngeldigeInvoer } from '../../../platform/errors/index.js';
import { assertAgbCode, sameZorgaanbieder, type Zorgaanbieder } from './zorgaanbieder.js';

const locatie = (locatieID: string) => ({
  locatieID,
  naam: 'Lindenhof',
  plaatsnaam: 'Leiden',
  postcode: '2311AA',
  capaciteit: 10,
});
const aanbieder: Zorgaanbieder = {
  agbCode: '99000001',
  naam: 'Verzonnen Zorg',
  zorgkantoor: '5517',
  sectoren: ['VV'],
  leveringsvormen: ['4'],
  telefoonnummer: null,
  emailadres: null,
  locaties: [locatie('a'), locatie('b')],
};

describe('P1: an AGB code is eight digits', () => {
  it.each(['9900001', '990000011', '9900000A', '', ' 99000001'])('refuses %j', (code) => {
    expect(() => assertAgbCode(code, ['agbCode'])).toThrow(OngeldigeInvoer);
  });

  it('accepts eight digits', () => {
    expect(() => assertAgbCode('99000001', [])).not.toThrow();
  });
});

describe('a provider that comes in again', () => {
  it('is the same when only the order of its locations differs', () => {
    expect(sameZorgaanbieder(aanbieder, { ...aanbieder, locaties: [locatie('b'), locatie('a')] })).toBe(true);
  });

  it('differs when a location has other data or a form of delivery was added', () => {
    const bigger = { ...aanbieder, locaties: [locatie('a'), { ...locatie('b'), capaciteit: 11 }] };
    expect(sameZorgaanbieder(aanbieder, bigger)).toBe(false);
    expect(sameZorgaanbieder(aanbieder, { ...aanbieder, leveringsvormen: ['4', '5'] })).toBe(false);
  });
});
