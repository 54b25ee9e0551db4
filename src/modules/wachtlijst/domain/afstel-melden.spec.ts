import { describe, expect, it } from '@jest/globals';
import { afstel, levering, specificatie, traject, uitstel } from '../../../../test/support/trajecten.js';
import type { DomainError } from '../../../platform/errors/index.js';
import type { Maatstaf } from './grenzen.js';
import { reportAfstel, startLevering } from './melden.js';
import type { Traject } from './traject.js';

const maatstaf: Maatstaf = {
  today: '2026-11-01',
  now: '2026-11-21T10:00:00.000Z',
  eersteIndicatie: '2020-01-01',
  paar: (status, classificatie, day) => status !== '6' || classificatie !== '20' || day >= '2023-01-01',
};
const refused = (expected: Partial<DomainError>) => expect.objectContaining(expected);
const LATER = {
  message:
    'Op deze toewijzing is voor die dag of later al een wachtstatus gemeld; dat kan hierna niet volgen.',
};
const perioden = (t: Traject): string[] =>
  t.uitstelperioden.map((p) => `${p.leveringsstatus} ${p.ingangsdatum}..${p.einddatum ?? ''}`);
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
