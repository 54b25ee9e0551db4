import { describe, expect, it } from '@jest/globals';
import { OngeldigeInvoer, RegelGeschonden } from '../../../platform/errors/index.js';
import type { Normrij } from './contactnorm.js';
import { beslisNorm, type Normvoorstel } from './normbesluit.js';

const TODAY = '2026-11-01';
const VOORSTEL: Normvoorstel = {
  zorgkantoor: '5517',
  soort: 'DOSSIERHOUDER_CLIENT',
  leveringsstatus: '7',
  classificatie: null,
  maxDagen: 90,
  geldigVanaf: '2026-11-02',
  geldigTot: null,
};
const past = (leveringsstatus: string, classificatie: string): boolean =>
  `${leveringsstatus} ${classificatie}` === '7 12';

const rij = (over: Partial<Normrij> = {}): Normrij => ({
  contactnormID: 1,
  zorgkantoor: '5517',
  regierol: '2',
  tegenpartij: 'CLIENT',
  leveringsstatus: '7',
  classificatie: null,
  maxDagen: 120,
  geldigVanaf: '2026-01-01',
  geldigTot: null,
  versie: 1,
  ...over,
});

const decide = (over: Partial<Normvoorstel> = {}, normen: readonly Normrij[] = []) =>
  beslisNorm({ ...VOORSTEL, ...over }, TODAY, normen, past);

describe('a norm that an office proposes', () => {
  it('becomes a row for the role and the other side of its duty', () => {
    expect(decide()).toEqual({
      zorgkantoor: '5517',
      regierol: '2',
      tegenpartij: 'CLIENT',
      leveringsstatus: '7',
      classificatie: null,
      maxDagen: 90,
      geldigVanaf: '2026-11-02',
      geldigTot: null,
      versie: 1,
    });
    expect(decide({ soort: 'COORDINATOR_DOSSIERHOUDER' })).toMatchObject({
      regierol: '1',
      tegenpartij: 'DOSSIERHOUDER',
    });
  });

  it.each([
    ['the least days there are', { maxDagen: 1 }],
    ['one day less than twice a year', { maxDagen: 182 }],
    ['one day only', { geldigTot: '2026-11-02' }],
    ['a classificatie of its status', { classificatie: '12' }],
  ])('may ask for %s', (_what, over) => {
    expect(decide(over)).toMatchObject(over);
  });

  it.each([
    ['looser than twice a year', 'maxDagen', { maxDagen: 184 }],
    ['not stricter than twice a year', 'maxDagen', { maxDagen: 183 }],
    ['of today', 'geldigVanaf', { geldigVanaf: TODAY }],
    [
      'for a status without this duty',
      'wachtstatus',
      { soort: 'COORDINATOR_DOSSIERHOUDER', leveringsstatus: '3' },
    ],
  ] as const)('may not be %s (C2)', (_what, field, over) => {
    const refused = () => decide(over);
    expect(refused).toThrow(RegelGeschonden);
    expect(refused).toThrow(expect.objectContaining({ regel: 'C2', bron: 'S3', pad: [field] }));
  });

  it.each([
    ['of no days', 'maxDagen', { maxDagen: 0 }],
    ['over before it begins', 'geldigTot', { geldigTot: TODAY }],
  ])('cannot be %s', (_what, field, over) => {
    const refused = () => decide(over);
    expect(refused).toThrow(OngeldigeInvoer);
    expect(refused).toThrow(expect.objectContaining({ pad: [field] }));
  });

  it('cannot be for a classificatie of another status (W1)', () => {
    expect(() => decide({ classificatie: '03' })).toThrow(
      expect.objectContaining({ regel: 'W1', bron: 'CS131', pad: ['classificatie'] }),
    );
  });
});

describe('beside the norms there are, it', () => {
  it('must be stricter than the one that counts on its first day', () => {
    expect(() => decide({ maxDagen: 120 }, [rij()])).toThrow(expect.objectContaining({ pad: ['maxDagen'] }));
    expect(decide({ maxDagen: 119 }, [rij()])).toMatchObject({ versie: 2 });
    expect(decide({ maxDagen: 121 }, [rij({ geldigTot: TODAY })])).toMatchObject({ versie: 2 });
    expect(decide({ maxDagen: 121 }, [rij({ zorgkantoor: '5516' })])).toMatchObject({ versie: 1 });
    expect(() => decide({ maxDagen: 121 }, [rij({ zorgkantoor: null })])).toThrow(RegelGeschonden);
  });

  it('is held against its like when it is for any classificatie', () => {
    const forOne = rij({ classificatie: '12', maxDagen: 60 });
    expect(decide({ maxDagen: 90 }, [forOne])).toMatchObject({ maxDagen: 90, versie: 1 });
    expect(() => decide({ classificatie: '12' }, [forOne])).toThrow(RegelGeschonden);
    expect(decide({ classificatie: '12', maxDagen: 59 }, [forOne])).toMatchObject({ versie: 2 });
  });

  it('is the next version of its own norm, whatever versions others have', () => {
    const normen = [
      rij({ versie: 3 }),
      rij({ versie: 2 }),
      rij({ versie: 9, zorgkantoor: null }),
      rij({ versie: 9, regierol: '1', tegenpartij: 'DOSSIERHOUDER' }),
      rij({ versie: 9, leveringsstatus: '6' }),
      rij({ versie: 9, classificatie: '12' }),
    ];
    expect(decide({}, normen).versie).toBe(4);
  });

  it('is the only one of its kind from its first day', () => {
    const there = rij({ geldigVanaf: '2026-11-02' });
    expect(() => decide({}, [there])).toThrow(expect.objectContaining({ regel: 'C2', pad: ['geldigVanaf'] }));
    expect(decide({}, [{ ...there, zorgkantoor: '5516' }])).toMatchObject({ versie: 1 });
  });
});
