import { describe, expect, it } from '@jest/globals';
import {
  afstel,
  LATER,
  levering,
  maatstaf,
  perioden,
  specificatie,
  traject,
  uitstel,
} from '../../../../test/support/trajecten.js';
import type { DomainError } from '../../../platform/errors/index.js';
import { reportAfstel, startLevering } from './melden.js';

const refused = (expected: Partial<DomainError>) => expect.objectContaining(expected);

describe('an afstel', () => {
  it('ends the waiting, once and for all', () => {
    const t = reportAfstel(
      traject({ uitstelperioden: [uitstel('7', '2026-02-01')] }),
      afstel('2026-05-01'),
      maatstaf,
    );
    expect(perioden(t)).toEqual(['7 2026-02-01..2026-04-30']);
    expect(() => reportAfstel(t, afstel('2026-06-01'), maatstaf)).toThrow(refused({ regel: 'W3' }));
    expect(() => startLevering(t, levering('2026-06-01'), maatstaf)).toThrow(refused({ regel: 'W3' }));
  });

  it('W4: is refused while care runs', () => {
    const t = traject({ leveringperioden: [levering('2026-02-01')] });
    expect(() => reportAfstel(t, afstel('2026-05-01'), maatstaf)).toThrow(refused({ regel: 'W4' }));
  });

  it('cannot lie before what was reported since', () => {
    const t = traject({ uitstelperioden: [uitstel('7', '2026-02-01')] });
    expect(() => reportAfstel(t, afstel('2026-01-15'), maatstaf)).toThrow(
      refused({ ...LATER, regel: 'W3', pad: ['afsteldatum'] }),
    );
  });

  it('W10: does not lie before the first indication', () => {
    expect(() => reportAfstel(traject(), afstel('2019-12-31'), maatstaf)).toThrow(
      refused({ regel: 'W10', bron: 'OP026' }),
    );
  });

  it('W11: hands over to somebody else', () => {
    const to = (aanbiederBestemming: string) =>
      reportAfstel(traject(), afstel('2026-05-01', { aanbiederBestemming }), maatstaf);
    expect(() => to('99000001')).toThrow(refused({ regel: 'W11', pad: ['aanbiederBestemming'] }));
    expect(to('99000002').afstel?.aanbiederBestemming).toBe('99000002');
  });

  it.each([
    ['W7', { leveringsvorm: '2' }],
    ['W3', { soortToewijzing: '3' }],
  ])('%s: is not for an allocation that cannot wait', (regel, over) => {
    expect(() =>
      reportAfstel(traject({ specificatie: specificatie(over) }), afstel('2026-05-01'), maatstaf),
    ).toThrow(refused({ regel }));
  });
});
