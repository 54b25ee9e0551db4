import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../../platform/errors/index.js';
import { beoordeel, isZwijgenToestemmen, type Oordeel, type TeBeoordelen } from './beoordeling.js';

const UITERLIJK = '2026-11-04';
const verzoek = (over: Partial<TeBeoordelen> = {}): TeBeoordelen => ({
  status: 'INGEDIEND',
  toegewezen: false,
  belemmerd: false,
  uiterlijk: UITERLIJK,
  ...over,
});
const ja: Oordeel = { akkoord: true, reden: null };
const nee: Oordeel = { akkoord: false, reden: ' niet nodig ' };

function outcome(over: Partial<TeBeoordelen>, oordeel: Oordeel, vandaag: string): unknown {
  try {
    return beoordeel(verzoek(over), oordeel, vandaag);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return `${error.bron ?? '-'} ${error.pad.join('.')}`;
  }
}

describe('the judgement of a request (OP037)', () => {
  it('accepts or rejects up to and with the last day of the term', () => {
    expect(outcome({}, ja, UITERLIJK)).toEqual({ status: 'GEACCEPTEERD', wijze: 'BESLUIT', reden: null });
    expect(outcome({}, nee, UITERLIJK)).toEqual({
      status: 'AFGEWEZEN',
      wijze: 'BESLUIT',
      reden: 'niet nodig',
    });
  });

  it('rejects only with a reason', () => {
    expect(outcome({}, { akkoord: false, reden: '  ' }, UITERLIJK)).toBe('OP037 reden');
    expect(outcome({}, { akkoord: false, reden: null }, UITERLIJK)).toBe('OP037 reden');
  });

  it('silence is acceptance: the day after the term no more rejection', () => {
    expect(outcome({}, nee, '2026-11-05')).toBe('OP037 akkoord');
    expect(outcome({}, ja, '2026-11-05')).toEqual({ status: 'GEACCEPTEERD', wijze: 'STILTE', reden: null });
    expect(isZwijgenToestemmen(verzoek(), UITERLIJK)).toBe(false);
    expect(isZwijgenToestemmen(verzoek(), '2026-11-05')).toBe(true);
    expect(isZwijgenToestemmen(verzoek({ status: 'AFGEWEZEN' }), '2026-11-05')).toBe(false);
  });

  it('judges once', () => {
    expect(outcome({ status: 'AFGEWEZEN' }, ja, UITERLIJK)).toBe('OP037 verzoekID');
    expect(outcome({ status: 'NIET_NODIG' }, ja, UITERLIJK)).toBe('OP037 verzoekID');
    expect(outcome({ status: 'GEACCEPTEERD', toegewezen: true }, ja, UITERLIJK)).toBe('OP037 verzoekID');
  });

  it('carries out later what was accepted and could not be allocated, and cannot take it back', () => {
    expect(outcome({ status: 'GEACCEPTEERD' }, ja, '2026-11-09')).toMatchObject({ wijze: 'STILTE' });
    expect(outcome({ status: 'GEACCEPTEERD' }, nee, '2026-11-03')).toBe('OP037 akkoord');
  });

  it('closes with a reason what was accepted by silence and cannot be carried out', () => {
    const belemmerd = { status: 'GEACCEPTEERD', belemmerd: true } as const;
    expect(outcome(belemmerd, nee, '2026-11-09')).toEqual({
      status: 'AFGEWEZEN',
      wijze: 'BESLUIT',
      reden: 'niet nodig',
    });
    expect(outcome(belemmerd, { akkoord: false, reden: null }, '2026-11-09')).toBe('OP037 reden');
    expect(outcome({ ...belemmerd, toegewezen: true }, nee, '2026-11-09')).toBe('OP037 verzoekID');
  });
});
