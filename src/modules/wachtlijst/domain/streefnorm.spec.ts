import { describe, expect, it } from '@jest/globals';
import { OngeldigeInvoer, RegelGeschonden } from '../../../platform/errors/index.js';
import { decideStreefnorm, type Streefnormopgave } from './streefnorm.js';

const TODAY = '2026-11-01';
const opgave: Streefnormopgave = {
  zorgkantoor: '5517',
  sector: null,
  leveringsstatus: '2',
  classificatie: '13',
  normDagen: 42,
  geldigVanaf: TODAY,
  bron: ' besluit van het kantoor ',
};
const paar = (leveringsstatus: string, classificatie: string): boolean =>
  `${leveringsstatus} ${classificatie}` === '2 13';
const decide = (over: Partial<Streefnormopgave>): Streefnormopgave =>
  decideStreefnorm({ ...opgave, ...over }, TODAY, paar);

describe('a streefnorm', () => {
  it('is kept as it is filled in, with what it rests on', () => {
    expect(decide({})).toEqual({ ...opgave, bron: 'besluit van het kantoor' });
  });

  it.each([1, 3650, null])('may be %s days', (normDagen) => {
    expect(decide({ normDagen }).normDagen).toBe(normDagen);
  });

  it('may hold for all of a status', () => {
    expect(decide({ classificatie: null }).classificatie).toBeNull();
  });

  it.each([
    ['WN1', 'ADR 0008', 'geldigVanaf', { geldigVanaf: '2026-10-31' }],
    ['WN2', 'MLZ', 'wachtstatus', { leveringsstatus: '3', classificatie: null }],
    ['W1', 'CS131', 'classificatie', { classificatie: '03' }],
  ] as const)('%s (%s) is broken in the field %s', (regel, bron, field, over) => {
    const broken = (): Streefnormopgave => decide(over);
    expect(broken).toThrow(RegelGeschonden);
    expect(broken).toThrow(expect.objectContaining({ regel, bron, pad: [field] }));
  });

  it.each([0, -1, 3651, 1.5, NaN])('may not be %s days', (normDagen) => {
    const broken = (): Streefnormopgave => decide({ normDagen });
    expect(broken).toThrow(OngeldigeInvoer);
    expect(broken).toThrow(expect.objectContaining({ pad: ['dagen'] }));
  });

  it.each(['', '  '])('rests on something: %j is nothing', (bron) => {
    const broken = (): Streefnormopgave => decide({ bron });
    expect(broken).toThrow(OngeldigeInvoer);
    expect(broken).toThrow(expect.objectContaining({ pad: ['bron'] }));
  });
});
