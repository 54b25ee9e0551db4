import { describe, expect, it } from '@jest/globals';
import { leveringsstatusOp } from '../../../../test/support/trajecten.js';
import type { Traject } from '../../wachtlijst/index.js';
import { rapportagemaand } from './rapportagemaand.js';
import {
  afgeslotenOp,
  isGerapporteerd,
  wachtlijstpakket,
  zietAfVanZorg,
  type Toewijzing,
} from './toewijzing.js';

const SEPTEMBER = rapportagemaand('2026-09');

type Uitstel = Traject['uitstelperioden'][number];
type Zorg = Traject['leveringperioden'][number];

const uitstel = (ingangsdatum: string, leveringsstatus: string, more: Partial<Uitstel> = {}): Uitstel => ({
  uitstelperiodeID: `${ingangsdatum} ${leveringsstatus}`,
  ingangsdatum,
  einddatum: null,
  vaststellingMoment: `${ingangsdatum}T08:00:00.000Z`,
  reden: null,
  leveringsstatus,
  leveringsstatusClassificatie: '12',
  bron: 'ZORGAANBIEDER',
  redenHandmatig: null,
  ...more,
});

const zorg = (ingangsdatum: string, einddatum: string | null = null, reden: string | null = null): Zorg => ({
  leveringperiodeID: ingangsdatum,
  ingangsdatum,
  einddatum,
  vaststellingMoment: `${ingangsdatum}T08:00:00.000Z`,
  sleuteldatum: null,
  beeindigingReden: reden,
  aanbiederBestemming: null,
});

const afstel = (afsteldatum: string): NonNullable<Traject['afstel']> => ({
  afstelID: 'afstel',
  afsteldatum,
  vaststellingMoment: `${afsteldatum}T08:00:00.000Z`,
  reden: null,
  aanbiederBestemming: null,
});

function toewijzing(
  {
    specificatie,
    ...reported
  }: Partial<Omit<Traject, 'specificatie'>> & { specificatie?: Partial<Traject['specificatie']> },
  more: Partial<Toewijzing> = {},
): Toewijzing {
  const traject: Traject = {
    leveringID: 'levering',
    uitstelperioden: [],
    leveringperioden: [],
    afstel: null,
    ...reported,
    specificatie: {
      bemiddelingspecificatieID: 'specificatie',
      leveringsvorm: '4',
      soortToewijzing: '1',
      opname: '1',
      instelling: '99000001',
      toewijzingIngangsdatum: '2026-01-01',
      toewijzingEinddatum: null,
      ingetrokken: false,
      ...specificatie,
    },
  };
  return {
    bemiddelingspecificatieID: 'specificatie',
    wlzIndicatieID: 'indicatie',
    zzpCode: '754',
    instelling: '99000001',
    etmalen: null,
    eersteToewijzingsdatum: '2025-12-31',
    traject,
    statusOp: (day) => leveringsstatusOp(traject, day),
    ...more,
  };
}

const pakket = (one: Toewijzing, zietAf = false) => wachtlijstpakket(one, SEPTEMBER, zietAf);
const statussen = (one: Toewijzing): string[] =>
  pakket(one).leveringsstatussen.map(
    ({ ingangsdatumStatus, leveringsstatus }) => `${ingangsdatumStatus} ${leveringsstatus}`,
  );

describe('the statuses of an allocation', () => {
  it('are its whole history up to the end of the month, with why one waits', () => {
    const one = toewijzing({
      uitstelperioden: [
        uitstel('2026-02-01', '7', { einddatum: '2026-05-31' }),
        uitstel('2026-06-01', '2'),
        uitstel('2026-10-01', '6'),
      ],
    });
    expect(statussen(one)).toEqual(['2026-02-01 7', '2026-06-01 2']);
    expect(pakket(one).leveringsstatussen[0]?.classificatie).toBe('12');
  });

  it('of several on one day are the one that held at its end (IV023)', () => {
    const one = toewijzing({
      uitstelperioden: [
        uitstel('2026-02-01', '7', { vaststellingMoment: '2026-02-01T08:00:00.000Z' }),
        uitstel('2026-02-01', '6', { vaststellingMoment: '2026-02-01T16:00:00.000Z' }),
      ],
    });
    expect(statussen(one)).toEqual(['2026-02-01 6']);
  });

  it('of a pgb are none (IV021)', () => {
    expect(
      statussen(toewijzing({ specificatie: { leveringsvorm: '2' }, leveringperioden: [zorg('2026-02-01')] })),
    ).toEqual([]);
  });

  it('that nobody reported are not told (IV031)', () => {
    expect(statussen(toewijzing({}))).toEqual([]);
  });

  it('end in care on the day it began', () => {
    const one = toewijzing({
      uitstelperioden: [uitstel('2026-02-01', '7')],
      leveringperioden: [zorg('2026-03-01')],
    });
    expect(statussen(one)).toEqual(['2026-02-01 7', '2026-03-01 4']);
  });

  it.each(['17', '19'])(
    'end with 5 on the Mutatiedatum when care closed the allocation (%s, IV022)',
    (reden) => {
      const one = toewijzing({ leveringperioden: [zorg('2026-03-01', '2026-04-10', reden)] });
      expect(statussen(one)).toEqual(['2026-03-01 4', '2026-04-10 5']);
      expect([pakket(one).begindatum, pakket(one).mutatiedatum]).toEqual(['2026-03-01', '2026-04-10']);
    },
  );

  it('go on after care that kept the allocation open: the first Begindatum stays, no Mutatiedatum (IV019, IV020)', () => {
    const one = toewijzing({
      leveringperioden: [zorg('2026-03-01', '2026-04-10', '20')],
      uitstelperioden: [uitstel('2026-04-11', '2')],
    });
    expect(statussen(one)).toEqual(['2026-03-01 4', '2026-04-11 2']);
    expect([pakket(one).begindatum, pakket(one).mutatiedatum]).toEqual(['2026-03-01', null]);
  });

  it('end with 5 on the day of afstel', () => {
    const one = toewijzing({ uitstelperioden: [uitstel('2026-02-01', '7')], afstel: afstel('2026-09-10') });
    expect(statussen(one)).toEqual(['2026-02-01 7', '2026-09-10 5']);
    expect(pakket(one).mutatiedatum).toBe('2026-09-10');
  });

  it('say that an earlier word holds again when a later one ended', () => {
    const one = toewijzing({
      uitstelperioden: [uitstel('2026-02-01', '2'), uitstel('2026-03-01', '6', { einddatum: '2026-03-31' })],
    });
    expect(statussen(one)).toEqual(['2026-02-01 2', '2026-03-01 6', '2026-04-01 2']);
  });

  it('what is to come after the month stays out', () => {
    const one = toewijzing({
      leveringperioden: [zorg('2026-10-01')],
      specificatie: { toewijzingEinddatum: '2026-12-31' },
    });
    expect([statussen(one), pakket(one).begindatum, pakket(one).mutatiedatum]).toEqual([[], null, null]);
  });
});

describe('which allocations a month tells of (OP175)', () => {
  const dates = (van: string, tot: string | null) =>
    toewijzing({ specificatie: { toewijzingIngangsdatum: van, toewijzingEinddatum: tot } });

  it.each([
    ['running', dates('2026-01-01', null), true],
    ['ended on its first day', dates('2026-01-01', '2026-09-01'), true],
    ['ended the day before', dates('2026-01-01', '2026-08-31'), false],
    ['begun on its last day', dates('2026-09-30', null), true],
    ['begun the day after', dates('2026-10-01', null), false],
    [
      'to begin after it, with a status before that (OP026)',
      toewijzing({
        specificatie: { toewijzingIngangsdatum: '2026-10-01' },
        uitstelperioden: [uitstel('2026-09-20', '7')],
      }),
      true,
    ],
    ['afstel before it', toewijzing({ afstel: afstel('2026-08-31') }), false],
    ['afstel in it', toewijzing({ afstel: afstel('2026-09-01') }), true],
    [
      'closed by the end of care before it',
      toewijzing({ leveringperioden: [zorg('2026-01-01', '2026-08-01', '19')] }),
      false,
    ],
    ['administrative (CS072)', toewijzing({ specificatie: { soortToewijzing: '5' } }), false],
    ['bridging', toewijzing({ specificatie: { soortToewijzing: '3' } }), true],
    [
      'withdrawn before it began',
      toewijzing({ specificatie: { ingetrokken: true, toewijzingEinddatum: '2026-09-15' } }),
      false,
    ],
  ])('%s', (_what, one, expected) => {
    expect(isGerapporteerd(one, SEPTEMBER)).toBe(expected);
  });

  it('ends at the first of what ends it', () => {
    const one = toewijzing({
      specificatie: { toewijzingEinddatum: '2026-09-20' },
      afstel: afstel('2026-09-10'),
    });
    expect(afgeslotenOp(one)).toBe('2026-09-10');
  });
});

describe('what is told of an allocation', () => {
  it('has the first toewijzingsdatum (IV018), and Opname only with verblijf (CD052)', () => {
    expect(pakket(toewijzing({}))).toMatchObject({
      toewijzingsdatum: '2025-12-31',
      leveringsvorm: '4',
      opname: '1',
      etmalen: null,
    });
    expect(pakket(toewijzing({ specificatie: { leveringsvorm: '5' } })).opname).toBeNull();
  });

  it('has Etmalen only with deeltijdverblijf (CD072)', () => {
    const part = toewijzing({ specificatie: { leveringsvorm: '8' } }, { etmalen: '4,0' });
    expect([pakket(part).etmalen, pakket(toewijzing({}, { etmalen: '4,0' })).etmalen]).toEqual(['4,0', null]);
  });

  it('has no Leveringsvorm, and nothing that goes with one, when the client waives care (OP169)', () => {
    expect(pakket(toewijzing({}), true)).toMatchObject({ leveringsvorm: null, opname: null, etmalen: null });
  });
});

describe('waiving care (IV031)', () => {
  const voorzorg = toewijzing({ uitstelperioden: [uitstel('2026-02-01', '3')] });
  const inZorg = toewijzing({ leveringperioden: [zorg('2026-02-01')] });
  const over = toewijzing({ specificatie: { toewijzingEinddatum: '2026-09-29' } });

  it.each([
    ['everything waits uit voorzorg', [voorzorg], true],
    ['and what is over does not count', [voorzorg, over], true],
    ['but something is in care', [voorzorg, inZorg], false],
    [
      'another waits actively',
      [voorzorg, toewijzing({ uitstelperioden: [uitstel('2026-02-01', '7')] })],
      false,
    ],
    ['nobody reported anything', [toewijzing({})], false],
    ['nothing was allocated', [], false],
  ])('%s', (_what, those, expected) => {
    expect(zietAfVanZorg(those, '2026-09-30')).toBe(expected);
  });
});
