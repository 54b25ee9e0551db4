import { describe, expect, it } from '@jest/globals';
import { bezwaren, passendeGroepen, type Aanbieding, type Gegadigde } from './geschiktheid.js';
import type { Plaatsgroep } from './plaatsgroep.js';

const groep: Plaatsgroep = {
  plaatsgroepID: 'a',
  sector: null,
  leveringsvorm: null,
  capaciteit: 1,
  overigBezet: 0,
  inGebruik: 1,
  bevestigdOp: '2026-11-01',
};
const hier: Aanbieding = { agb: '99000001', leveringsvormen: ['4', '5'], sectoren: ['VV'], groepen: [groep] };

function wie(over: Partial<Gegadigde> = {}): Gegadigde {
  return {
    instelling: '99000001',
    leveringsvorm: '4',
    sector: 'VV',
    wachtstatusCode: '7',
    heeftAanbod: false,
    voorkeur: null,
    ...over,
  };
}

const regels = (one: Gegadigde, at: Aanbieding = hier): string[] =>
  bezwaren(one, at).map(({ regel }) => regel);

describe('who can be offered a place', () => {
  it('is who waits here for a form and sector that is given here, also when the place is full now', () => {
    expect(regels(wie())).toEqual([]);
    for (const wachtstatusCode of ['6', '7', '2']) expect(regels(wie({ wachtstatusCode }))).toEqual([]);
  });

  it.each([
    ['PL1: not who waits for another provider', wie({ instelling: '99000002' }), 'PL1'],
    ['PL2: not who waits uit voorzorg', wie({ wachtstatusCode: '3' }), 'PL2'],
    ['PL3: not for a form without places', wie({ leveringsvorm: '5' }), 'PL3'],
    ['PL3: not for a form the provider does not give', wie({ leveringsvorm: '8' }), 'PL3'],
    ['PL4: not for another sector', wie({ sector: 'GGZ' }), 'PL4'],
    ['PL5: not who considers a place or was promised one', wie({ heeftAanbod: true }), 'PL5'],
    [
      'PL6: not who waits for another by preference',
      wie({ wachtstatusCode: '2', voorkeur: '99000002' }),
      'PL6',
    ],
  ])('%s', (_sentence, one, regel) => {
    expect(regels(one)).toEqual([regel]);
  });

  it('PL6 spares who cannot wait for a preference, and who prefers this provider', () => {
    expect(regels(wie({ wachtstatusCode: '6', voorkeur: '99000002' }))).toEqual([]);
    expect(regels(wie({ wachtstatusCode: '7', voorkeur: '99000002' }))).toEqual([]);
    expect(regels(wie({ wachtstatusCode: '2', voorkeur: '99000001' }))).toEqual([]);
  });

  it('hears everything that stands in the way, in the order of the rules', () => {
    expect(regels(wie({ wachtstatusCode: '3', sector: 'GHZ', heeftAanbod: true }))).toEqual([
      'PL2',
      'PL4',
      'PL5',
    ]);
  });

  it('a sector counts in the group of the form', () => {
    const vpt: Plaatsgroep = { ...groep, plaatsgroepID: 'b', leveringsvorm: '5', sector: 'GHZ' };
    const at = { ...hier, groepen: [groep, vpt] };
    expect(regels(wie({ leveringsvorm: '5', sector: 'VV' }), at)).toEqual(['PL4']);
    expect(regels(wie({ leveringsvorm: '5', sector: 'GHZ' }), at)).toEqual([]);
    expect(passendeGroepen(wie({ leveringsvorm: '5', sector: 'GHZ' }), at, at.groepen)).toEqual([vpt]);
  });
});
