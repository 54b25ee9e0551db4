import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../../platform/errors/index.js';
import { decideStreefnorm, type Streefnormopgave } from './streefnorm.js';
import { normenOp, normVoor, toetsNorm, type Wachtnorm } from './wachtnorm.js';

const TODAY = '2026-11-01';
const norm = (over: Partial<Wachtnorm>): Wachtnorm => ({
  soort: 'STREEFNORM',
  zorgkantoor: null,
  sector: null,
  leveringsstatus: '6',
  classificatie: null,
  versie: 1,
  normDagen: null,
  geldigVanaf: '2015-01-01',
  bron: 'proef',
  zekerheid: null,
  geregistreerdOp: '2015-01-01T00:00:00.000Z',
  ...over,
});
const treek = norm({
  soort: 'TREEKNORM',
  sector: 'VV',
  leveringsstatus: null,
  normDagen: 42,
  zekerheid: 'C',
});
const plaats = {
  zorgkantoor: '5517',
  sector: 'VV' as const,
  leveringsstatus: '6',
  classificatie: '03',
  normklokVan: '2026-09-01',
};

describe('the norm for a wait', () => {
  it('is the Treeknorm of the sector while no streefnorm is filled in, and says so', () => {
    const geldend = normenOp([treek, norm({})], TODAY);
    expect(toetsNorm(geldend, plaats, TODAY)).toMatchObject({ soort: 'TREEKNORM', dagen: 42, bron: 'proef' });
    expect(toetsNorm(geldend, plaats, TODAY).toelichting).toContain('niet ingevuld');
  });

  it('is not filled in where nobody filled one in: never a guess', () => {
    expect(toetsNorm(normenOp([treek], TODAY), { ...plaats, sector: 'GGZ' }, TODAY)).toMatchObject({
      soort: null,
      dagen: null,
      bron: 'niet ingevuld',
      overschreden: null,
      dagenOver: null,
    });
    expect(normVoor(normenOp([treek], TODAY), { ...plaats, sector: null })).toBeNull();
  });

  it('does not run for who waits uit voorzorg', () => {
    const alle = normenOp([treek], TODAY);
    expect(toetsNorm(alle, { ...plaats, leveringsstatus: '3', classificatie: '19' }, TODAY)).toMatchObject({
      soort: null,
      bron: 'W7',
    });
  });

  it.each([
    ['2026-10-12', 41, false, 0],
    ['2026-10-13', 42, false, 0],
    ['2026-10-14', 43, true, 1],
    ['2026-08-31', -1, false, 0],
  ])('on %s, day %i, is exceeded: %s', (day, _dagen, overschreden, dagenOver) => {
    expect(toetsNorm(normenOp([treek], day), plaats, day)).toMatchObject({ overschreden, dagenOver });
  });

  it('is the most particular that is filled in', () => {
    const rows = [
      treek,
      norm({ normDagen: 30 }),
      norm({ normDagen: 29, sector: 'VV' }),
      norm({ normDagen: 28, classificatie: '03' }),
      norm({ normDagen: 20, zorgkantoor: '5517' }),
      norm({ normDagen: 10, zorgkantoor: '5517', classificatie: '03' }),
      norm({ normDagen: 1, zorgkantoor: '5516', classificatie: '03' }),
    ];
    const dagen = (over: object) => normVoor(normenOp(rows, TODAY), { ...plaats, ...over })?.normDagen;
    expect(dagen({})).toBe(10);
    expect(dagen({ classificatie: '05' })).toBe(20);
    expect(dagen({ zorgkantoor: '5520' })).toBe(28);
    expect(dagen({ zorgkantoor: '5520', classificatie: '05' })).toBe(29);
    expect(dagen({ zorgkantoor: '5520', classificatie: '05', sector: 'GHZ' })).toBe(30);
    expect(dagen({ leveringsstatus: '7', classificatie: '12' })).toBe(42);
  });

  it('holds from its day on, the version that was recorded last; an empty one gives way', () => {
    const rows = [
      treek,
      norm({ normDagen: 20 }),
      norm({ normDagen: 14, versie: 2, geldigVanaf: '2026-12-01' }),
      norm({ normDagen: null, versie: 3, geldigVanaf: '2027-01-01' }),
    ];
    const op = (day: string) => normVoor(normenOp([...rows].reverse(), day), plaats)?.normDagen;
    expect([op('2014-12-31'), op(TODAY), op('2026-12-01'), op('2027-01-01')]).toEqual([
      undefined,
      20,
      14,
      42,
    ]);
  });
});

describe('a streefnorm that is filled in', () => {
  const opgave: Streefnormopgave = {
    zorgkantoor: '5517',
    sector: null,
    leveringsstatus: '6',
    classificatie: '03',
    normDagen: 14,
    geldigVanaf: TODAY,
    bron: ' Besluit directie ',
  };
  const paar = (status: string, classificatie: string) => status === '6' && classificatie === '03';

  function refusal(over: Partial<Streefnormopgave>): unknown {
    try {
      return decideStreefnorm({ ...opgave, ...over }, TODAY, paar);
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  it('is taken, also to be emptied', () => {
    expect(decideStreefnorm(opgave, TODAY, paar)).toEqual({ ...opgave, bron: 'Besluit directie' });
    expect(decideStreefnorm({ ...opgave, normDagen: null }, TODAY, paar).normDagen).toBeNull();
  });

  it.each<[string, Partial<Streefnormopgave>, string]>([
    ['begins in the past', { geldigVanaf: '2026-10-31' }, 'WN1'],
    ['is for who waits uit voorzorg', { leveringsstatus: '3', classificatie: null }, 'WN2'],
    ['has a classificatie of another status', { classificatie: '12' }, 'W1'],
  ])('is refused when it %s', (_what, over, regel) => {
    expect(refusal(over)).toMatchObject({ regel });
  });

  it.each([0, -1, 1.5, 3651])('is refused with %d days', (normDagen) => {
    expect(() => decideStreefnorm({ ...opgave, normDagen }, TODAY, paar)).toThrow('Een norm is 1');
  });

  it('is refused without a source', () => {
    expect(() => decideStreefnorm({ ...opgave, bron: ' ' }, TODAY, paar)).toThrow('berust');
  });
});
