import { describe, expect, it } from '@jest/globals';
import { RegelGeschonden } from '../../../platform/errors/index.js';
import {
  assertOvergang,
  isOvergang,
  uitstelGebeurtenis,
  TOESTANDEN,
  type Gebeurtenis,
  type Toestand,
} from './overgangen.js';

const ALLE = Object.keys(TOESTANDEN) as Toestand[];
const NIET_IN_ZORG: Toestand[] = ['GEEN', '1', '6', '7', '2', '3'];

function targets(van: Toestand, gebeurtenis: Gebeurtenis): Toestand[] {
  return ALLE.filter((naar) => isOvergang(van, gebeurtenis, naar)).sort();
}

describe('the transition table', () => {
  it.each(NIET_IN_ZORG)(
    'from %s, not in care, a provider may not deliver yet, a client may not want it yet, or care begins',
    (van) => {
      expect(targets(van, '18')).toEqual(['2', '6', '7']);
      expect(targets(van, '12')).toEqual(['3', '5']);
      expect(targets(van, '21')).toEqual(['5']);
      expect(targets(van, 'AW35')).toEqual(['4']);
      expect(targets(van, '17')).toEqual([]);
      expect(targets(van, '19')).toEqual([]);
      expect(targets(van, '20')).toEqual([]);
    },
  );

  it('from care only an end of care leads on', () => {
    expect(targets('4', '20')).toEqual(['2', '3', '6', '7']);
    expect(targets('4', '17')).toEqual(['5']);
    expect(targets('4', '19')).toEqual(['5']);
    for (const gebeurtenis of ['12', '18', '21', 'AW35'] as const)
      expect(targets('4', gebeurtenis)).toEqual([]);
  });

  it('knows no way back from the end, and no way to the expired status', () => {
    for (const gebeurtenis of ['12', '17', '18', '19', '20', '21', 'AW35'] as const) {
      expect(targets('5', gebeurtenis)).toEqual([]);
      for (const van of ALLE) expect(isOvergang(van, gebeurtenis, '1')).toBe(false);
    }
  });

  it('names the rule it refuses by', () => {
    expect(() => assertOvergang('4', '18', '6', [])).toThrow(
      expect.objectContaining({ regel: 'W4', bron: 'TR078' }),
    );
    expect(() => assertOvergang('5', '18', '6', [])).toThrow(
      expect.objectContaining({ regel: 'W3', bron: 'TR046' }),
    );
    expect(() => assertOvergang('6', '19', '5', [])).toThrow(RegelGeschonden);
  });

  it('reports a waiting status under the mutatiecode that belongs to it', () => {
    expect(uitstelGebeurtenis('GEEN', '3')).toBe('12');
    expect(uitstelGebeurtenis('6', '2')).toBe('18');
    expect(uitstelGebeurtenis('4', '3')).toBe('20');
  });
});
