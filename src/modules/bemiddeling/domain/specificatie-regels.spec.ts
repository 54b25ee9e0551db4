import { describe, expect, it } from '@jest/globals';
import type { Specificatie } from './bemiddeling.js';
import {
  assertSpecificatie,
  toewijzingEindigtBijOverlijden,
  toewijzingValtBinnenIndicatie,
} from './specificatie-regels.js';
import { mpt, pgb, refusal, verblijf, vpt } from '../../../../test/support/bemiddelingstaat.js';

const dtv = (changes: Partial<Specificatie> = {}) =>
  verblijf({ leveringsvorm: '8', etmalen: '4,0', ...changes });
const ingetrokken = (dag: string) =>
  verblijf({ toewijzingIngangsdatum: dag, toewijzingEinddatum: dag, redenIntrekking: '1' });

describe('one allocation on its own', () => {
  it.each([
    ['verblijf', verblijf()],
    ['vpt', vpt()],
    ['mpt', mpt({ percentage: 6000 })],
    ['dtv', dtv()],
    ['pgb', pgb()],
    ['pgb without a share', pgb({ pgbPercentage: null })],
    ['an allocation of one day', verblijf({ toewijzingEinddatum: '2025-03-01', redenIntrekking: '4' })],
  ])('%s is accepted as facts §3.1 describes it', (_name, specificatie) => {
    expect(refusal(() => assertSpecificatie(specificatie))).toBeNull();
  });

  it.each([
    ['T1: etmalen belong to dtv', 'T1', 'CD072', 'etmalen', dtv({ etmalen: null })],
    ['T1: verblijf has no etmalen', 'T1', 'CD072', 'etmalen', verblijf({ etmalen: '4,0' })],
    [
      'T1: dtv exists from 2020',
      'T1',
      'TR124',
      'toewijzingIngangsdatum',
      dtv({ toewijzingIngangsdatum: '2019-12-31' }),
    ],
    ['T2: verblijf says whether there is an admission', 'T2', 'CD052', 'opname', verblijf({ opname: null })],
    ['T2: dtv says so too', 'T2', 'CD052', 'opname', dtv({ opname: null })],
    ['T2: mpt has no admission', 'T2', 'CD052', 'opname', mpt({ opname: '2' })],
    ['T2: vpt has no admission', 'T2', 'CD052', 'opname', vpt({ opname: '1' })],
    ['T2: a pgb has no provider', 'T2', 'CD040', 'instelling', pgb({ instelling: '99000001' })],
    ['T2: a pgb has no percentage', 'T2', 'CD040', 'percentage', pgb({ percentage: 10000 })],
    ['T2: mpt has a provider', 'T2', 'CD040', 'instelling', mpt({ instelling: null })],
    ['T2: mpt has a percentage', 'T2', 'CD040', 'percentage', mpt({ percentage: null })],
    ['T2: only a pgb has a pgb share', 'T2', 'CD040', 'pgbPercentage', mpt({ pgbPercentage: 10000 })],
    ['CS129: half a per cent', 'T2', 'CS129', 'percentage', mpt({ percentage: 5050 })],
    ['CS129: nothing', 'T2', 'CS129', 'percentage', mpt({ percentage: 0 })],
    ['CS129: less than nothing', 'T2', 'CS129', 'pgbPercentage', pgb({ pgbPercentage: -100 })],
    ['CS129: more than ten times all', 'T2', 'CS129', 'percentage', mpt({ percentage: 100100 })],
    ['end before start', null, null, 'toewijzingEinddatum', verblijf({ toewijzingEinddatum: '2025-02-28' })],
    ['a reason asks for an end', null, null, 'redenIntrekking', verblijf({ redenIntrekking: '1' })],
    [
      'a destination asks for an end',
      null,
      null,
      'instellingBestemming',
      verblijf({ instellingBestemming: '99000002' }),
    ],
  ])('refuses: %s', (_name, regel, bron, pad, specificatie) => {
    expect(refusal(() => assertSpecificatie(specificatie))).toEqual({ regel, bron, pad });
  });
});

describe('T9: an allocation lies within the validity of its indication (OP021)', () => {
  const geldigheid = { van: '2025-01-01', tot: '2025-12-31' };

  it.each([
    ['from the first to the last day', '2025-01-01', '2025-12-31', null],
    ['a day too early', '2024-12-31', '2025-12-31', 'toewijzingIngangsdatum'],
    ['a day too long', '2025-01-01', '2026-01-01', 'toewijzingEinddatum'],
    ['open under an indication that ends', '2025-01-01', null, 'toewijzingEinddatum'],
  ])('%s', (_name, toewijzingIngangsdatum, toewijzingEinddatum, pad) => {
    const specificatie = verblijf({ toewijzingIngangsdatum, toewijzingEinddatum });
    const expected = pad === null ? null : { regel: 'T9', bron: 'OP021', pad };
    expect(refusal(() => toewijzingValtBinnenIndicatie(specificatie, geldigheid))).toEqual(expected);
  });

  it('is open when the indication is open', () => {
    const open = { van: '2025-01-01', tot: null };
    expect(refusal(() => toewijzingValtBinnenIndicatie(verblijf(), open))).toBeNull();
  });

  it('does not judge what was withdrawn before it began', () => {
    expect(refusal(() => toewijzingValtBinnenIndicatie(ingetrokken('2026-02-01'), geldigheid))).toBeNull();
  });
});

describe('nothing is allocated to the dead', () => {
  it('refuses an allocation that runs on after the day of death', () => {
    expect(refusal(() => toewijzingEindigtBijOverlijden(verblijf(), '2025-06-01'))?.pad).toBe(
      'toewijzingEinddatum',
    );
  });

  it.each([
    ['ended on that day', verblijf({ toewijzingEinddatum: '2025-06-01' }), '2025-06-01'],
    ['withdrawn before it began', ingetrokken('2025-07-01'), '2025-06-01'],
    ['open for the living', verblijf(), null],
  ])('accepts one that is %s', (_name, specificatie, overlijdensdatum) => {
    expect(refusal(() => toewijzingEindigtBijOverlijden(specificatie, overlijdensdatum))).toBeNull();
  });
});
