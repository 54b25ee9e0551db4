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
import {
  correctUitstelperiode,
  endLevering,
  lopendeLevering,
  reportUitstelperiode,
  startLevering,
  type EindeLevering,
} from './melden.js';

const refused = (expected: Partial<DomainError>) => expect.objectContaining(expected);

const einde = (einddatum: string, over: Partial<EindeLevering> = {}): EindeLevering => ({
  einddatum,
  beeindigingReden: '20',
  aanbiederBestemming: null,
  vaststellingMoment: `${einddatum}T12:00:00.000Z`,
  ...over,
});

describe('a waiting status that is reported', () => {
  it('ends what ran before on the day before', () => {
    const t = traject({ uitstelperioden: [uitstel('2', '2026-02-01')] });
    expect(perioden(reportUitstelperiode(t, uitstel('6', '2026-10-01'), maatstaf))).toEqual([
      '2 2026-02-01..2026-09-30',
      '6 2026-10-01..',
    ]);
  });

  it('may be decided now, also when the calendar day stands still in the past', () => {
    const now = uitstel('6', '2026-10-01', { vaststellingMoment: maatstaf.now });
    expect(perioden(reportUitstelperiode(traject(), now, maatstaf))).toEqual(['6 2026-10-01..']);
  });

  it('may begin on the day of the first indication, before the allocation does (OP026)', () => {
    const early = uitstel('7', '2020-01-01');
    expect(perioden(reportUitstelperiode(traject(), early, maatstaf))).toEqual(['7 2020-01-01..']);
  });

  it('W6: stays beside one that begins on the same day', () => {
    const t = traject({ uitstelperioden: [uitstel('2', '2026-10-01')] });
    expect(perioden(reportUitstelperiode(t, uitstel('6', '2026-10-01'), maatstaf))).toEqual([
      '2 2026-10-01..',
      '6 2026-10-01..',
    ]);
  });

  it('that comes late ends where the next report begins', () => {
    const t = traject({
      uitstelperioden: [uitstel('2', '2026-02-01', { einddatum: '2026-05-31' }), uitstel('7', '2026-06-01')],
    });
    expect(perioden(reportUitstelperiode(t, uitstel('6', '2026-04-01'), maatstaf))).toEqual([
      '2 2026-02-01..2026-03-31',
      '7 2026-06-01..',
      '6 2026-04-01..2026-05-31',
    ]);
  });

  it('of the day on which care began ends with that day, so that it does not come back when the care ends', () => {
    const care = traject({ leveringperioden: [levering('2026-06-01')] });
    const [first, second] = [uitstel('7', '2026-06-01'), levering('2026-06-01')];
    const after = reportUitstelperiode(care, first, maatstaf);
    const before = startLevering(reportUitstelperiode(traject(), first, maatstaf), second, maatstaf);
    expect(perioden(after)).toEqual(['7 2026-06-01..2026-06-01']);
    expect(perioden(before)).toEqual(perioden(after));
  });

  it.each([
    [
      'W1',
      'CS131',
      uitstel('6', '2022-12-31', { leveringsstatusClassificatie: '20' }),
      ['leveringsstatusClassificatie'],
    ],
    [
      'W1',
      'CD090',
      uitstel('6', '2026-02-01', { leveringsstatusClassificatie: '' }),
      ['leveringsstatusClassificatie'],
    ],
    ['W2', 'CS133', uitstel('1', '2026-02-01'), ['leveringsstatus']],
    ['W3', 'TR046', uitstel('4', '2026-02-01'), ['leveringsstatus']],
    [
      null,
      'IV022',
      uitstel('7', '2026-11-02', { vaststellingMoment: '2026-11-01T09:00:00.000Z' }),
      ['ingangsdatum'],
    ],
    [null, null, uitstel('7', '2026-02-01', { einddatum: '2026-01-31' }), ['einddatum']],
    ['W12', 'ADR 0006', uitstel('7', '2026-02-01', { einddatum: '2199-12-31' }), ['einddatum']],
    [
      'W10',
      'OP026',
      uitstel('7', '2019-12-31', { vaststellingMoment: '2026-02-01T09:00:00.000Z' }),
      ['ingangsdatum'],
    ],
    [
      'W10',
      'OP026',
      uitstel('7', '2026-02-01', { vaststellingMoment: '2019-12-31T22:59:59.999Z' }),
      ['vaststellingMoment'],
    ],
    [
      null,
      null,
      uitstel('7', '2026-02-01', { vaststellingMoment: '2026-11-01T23:00:00.000Z' }),
      ['vaststellingMoment'],
    ],
  ])('is refused by %s (%s)', (regel, bron, nieuw, pad) => {
    expect(() => reportUitstelperiode(traject(), nieuw, maatstaf)).toThrow(refused({ regel, bron, pad }));
  });

  it.each([
    ['W7', 'IV021', { leveringsvorm: '2' }],
    ['W3', 'TR046', { soortToewijzing: '3' }],
    ['W3', 'TR046', { soortToewijzing: '5' }],
    ['W3', 'IV101', { toewijzingEinddatum: '2026-03-31' }],
  ])('is refused by %s (%s) on an allocation that cannot wait', (regel, bron, over) => {
    const t = traject({ specificatie: specificatie(over) });
    expect(() => reportUitstelperiode(t, uitstel('7', '2026-04-01'), maatstaf)).toThrow(
      refused({ regel, bron }),
    );
  });

  it('W4: is refused while care runs, and possible after care ended and the allocation was kept open', () => {
    const running = traject({ leveringperioden: [levering('2026-02-01')] });
    expect(() => reportUitstelperiode(running, uitstel('7', '2026-04-01'), maatstaf)).toThrow(
      refused({ regel: 'W4', bron: 'TR078' }),
    );
    const ended = endLevering(
      running,
      lopendeLevering(running, maatstaf.today),
      einde('2026-03-31'),
      maatstaf,
    );
    expect(perioden(reportUitstelperiode(ended, uitstel('3', '2026-04-01'), maatstaf))).toEqual([
      '3 2026-04-01..',
    ]);
  });

  it('W3: is refused after the end', () => {
    const closed = traject({
      leveringperioden: [levering('2026-02-01', { einddatum: '2026-03-31', beeindigingReden: '19' })],
    });
    for (const t of [closed, traject({ afstel: afstel('2026-03-31') })]) {
      expect(() => reportUitstelperiode(t, uitstel('7', '2026-04-01'), maatstaf)).toThrow(
        refused({ regel: 'W3', bron: 'TR046' }),
      );
    }
  });
});

describe('a correction', () => {
  it('W10: does not take the begin of a status to before the first indication', () => {
    const known = uitstel('7', '2026-02-01');
    const t = traject({ uitstelperioden: [known] });
    const earlier = (ingangsdatum: string) =>
      correctUitstelperiode(t, { ...known, ingangsdatum }, maatstaf).uitstelperioden;
    expect(earlier('2020-01-01')).toMatchObject([{ ingangsdatum: '2020-01-01' }]);
    expect(() => earlier('2019-12-31')).toThrow(refused({ regel: 'W10', pad: ['ingangsdatum'] }));
  });

  it('changes that Uitstelperiode and leaves the others', () => {
    const wrong = uitstel('2', '2026-02-01');
    const t = traject({ uitstelperioden: [wrong, uitstel('6', '2026-05-01')] });
    const better = { ...wrong, einddatum: '2026-04-30', leveringsstatusClassificatie: '15' };
    expect(correctUitstelperiode(t, better, maatstaf).uitstelperioden).toEqual([
      better,
      t.uitstelperioden[1],
    ]);
  });

  it('of an Uitstelperiode of another allocation is not found', () => {
    expect(() => correctUitstelperiode(traject(), uitstel('2', '2026-02-01'), maatstaf)).toThrow(
      refused({ code: 'NIET_GEVONDEN' }),
    );
  });
});

describe('care', () => {
  it('ends the waiting on the day before', () => {
    const t = traject({ uitstelperioden: [uitstel('7', '2026-02-01'), uitstel('6', '2026-10-01')] });
    const placed = startLevering(t, levering('2026-10-01'), maatstaf);
    expect(perioden(placed)).toEqual(['7 2026-02-01..2026-09-30', '6 2026-10-01..2026-10-01']);
  });

  it.each([
    [null, 'CS064', levering('2026-11-02', { vaststellingMoment: '2026-11-01T09:00:00.000Z' })],
    ['W3', 'IV101', levering('2025-12-31')],
    ['W3', 'TR046', levering('2026-02-01', { einddatum: '2026-02-28' })],
  ])('is refused by %s (%s)', (regel, bron, nieuw) => {
    expect(() => startLevering(traject(), nieuw, maatstaf)).toThrow(refused({ regel, bron }));
  });

  it('cannot begin twice, nor before a waiting status that was reported since', () => {
    const running = traject({ leveringperioden: [levering('2026-02-01')] });
    expect(() => startLevering(running, levering('2026-04-01'), maatstaf)).toThrow(refused({ regel: 'W4' }));
    const waiting = traject({ uitstelperioden: [uitstel('7', '2026-05-01')] });
    expect(() => startLevering(waiting, levering('2026-04-01'), maatstaf)).toThrow(
      refused({ ...LATER, regel: 'W4', pad: ['ingangsdatum'] }),
    );
    expect(() => startLevering(running, levering('2026-01-15'), maatstaf)).toThrow(
      refused({ message: expect.stringContaining('al het begin van zorg gemeld') as unknown as string }),
    );
    const own = levering('2026-04-01');
    expect(() => startLevering(running, own, maatstaf)).toThrow(
      refused({ message: 'De zorg is begonnen en nog niet beëindigd.' }),
    );
  });

  it('that ends for good after a later report is refused for that report, at the field that says the end', () => {
    const t = traject({
      leveringperioden: [levering('2026-02-01', { einddatum: '2026-12-01', beeindigingReden: '20' })],
      uitstelperioden: [uitstel('7', '2026-12-02')],
    });
    expect(() =>
      endLevering(
        t,
        lopendeLevering(t, maatstaf.today),
        einde('2026-10-31', { beeindigingReden: '19' }),
        maatstaf,
      ),
    ).toThrow(refused({ ...LATER, regel: 'W3', pad: ['einddatum'] }));
  });

  it('can begin again after it ended and the allocation was kept open', () => {
    const ended = traject({
      leveringperioden: [levering('2026-02-01', { einddatum: '2026-02-28', beeindigingReden: '20' })],
    });
    expect(startLevering(ended, levering('2026-03-01'), maatstaf).leveringperioden).toHaveLength(2);
  });

  it.each([
    ['W3', 'TR046', einde('2026-03-01', { beeindigingReden: '12' })],
    ['W3', 'TR046', einde('2026-03-01', { beeindigingReden: null })],
    ['W3', 'CD020', einde('2026-03-01', { beeindigingReden: '17' })],
    ['W3', 'CD020', einde('2026-03-01', { beeindigingReden: '19', aanbiederBestemming: '99000002' })],
    ['W11', 'TR046', einde('2026-03-01', { beeindigingReden: '17', aanbiederBestemming: '99000001' })],
    ['W12', 'ADR 0006', einde('2027-11-03', { vaststellingMoment: '2026-11-01T12:00:00.000Z' })],
    ['W10', 'OP026', einde('2026-03-01', { vaststellingMoment: '1900-01-01T00:00:00.000Z' })],
    [null, null, einde('2026-01-31')],
  ])('cannot end so: %s (%s)', (regel, bron, hoe) => {
    const t = traject({ leveringperioden: [levering('2026-02-01')] });
    expect(() => endLevering(t, lopendeLevering(t, maatstaf.today), hoe, maatstaf)).toThrow(
      refused({ regel, bron }),
    );
  });

  it('can end a year ahead', () => {
    const t = traject({ leveringperioden: [levering('2026-02-01')] });
    const over = einde('2027-11-02', { vaststellingMoment: '2026-11-01T12:00:00.000Z' });
    expect(endLevering(t, lopendeLevering(t, maatstaf.today), over, maatstaf).leveringperioden).toMatchObject(
      [{ einddatum: '2027-11-02' }],
    );
  });

  it('with an end that is still to come can be told another end; one that is past stands', () => {
    const t = traject({
      leveringperioden: [levering('2026-02-01', { einddatum: '2062-12-01', beeindigingReden: '20' })],
    });
    const eerder = endLevering(t, lopendeLevering(t, maatstaf.today), einde('2026-10-31'), maatstaf);
    expect(eerder.leveringperioden).toMatchObject([{ einddatum: '2026-10-31' }]);
    expect(() => lopendeLevering(eerder, maatstaf.today)).toThrow(refused({ regel: 'W4' }));
  });

  it('that did not begin cannot end', () => {
    expect(() => lopendeLevering(traject(), maatstaf.today)).toThrow(refused({ regel: 'W4' }));
  });
});
