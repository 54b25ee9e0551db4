import { describe, expect, it } from '@jest/globals';
import type { Regiehouder, Specificatie } from './bemiddeling.js';
import { assertRegie } from './regie.js';
import {
  coordinator,
  dossierhouder,
  mpt,
  pgb,
  refusal,
  staat,
  verblijf,
  vpt,
} from '../../../../test/support/bemiddelingstaat.js';

const dtv = verblijf({ leveringsvorm: '8', etmalen: '4,0' });
const judge = (specificaties: readonly Specificatie[], regiehouders: readonly Regiehouder[]) =>
  refusal(() => assertRegie(staat(specificaties, regiehouders)));

describe('R1: dossierhouder for verblijf, vpt and dtv, coördinator zorg thuis for mpt', () => {
  it.each([
    ['verblijf', verblijf(), dossierhouder()],
    ['vpt', vpt(), dossierhouder()],
    ['dtv', dtv, dossierhouder()],
    ['mpt', mpt(), coordinator()],
  ])('%s has its role on every day', (_name, specificatie, houder) => {
    const bron = specificatie.leveringsvorm === '7' ? 'CD050' : 'CD073';
    expect(judge([specificatie], [houder])).toBeNull();
    expect(judge([specificatie], [])).toEqual({ regel: 'R1', bron, pad: 'regiehouder' });
  });

  it.each([
    ['begins a day late', [dossierhouder({ ingangsdatum: '2025-03-02' })]],
    ['stops before the allocation does', [dossierhouder({ einddatum: '2025-12-31' })]],
    [
      'leaves a day open at a hand-over',
      [
        dossierhouder({ einddatum: '2025-05-31' }),
        dossierhouder({ regiehouderID: 'b', ingangsdatum: '2025-06-02' }),
      ],
    ],
    ['is of the other kind', [coordinator()]],
  ])('refuses a role that %s', (_name, houders) => {
    expect(judge([verblijf(), ...(houders[0]?.regierol === '1' ? [mpt()] : [])], houders)?.regel).toBe('R1');
  });

  it('accepts two holders who follow each other without a gap', () => {
    const eerste = dossierhouder({ einddatum: '2025-05-31' });
    expect(
      judge([verblijf()], [eerste, dossierhouder({ regiehouderID: 'b', ingangsdatum: '2025-06-01' })]),
    ).toBeNull();
  });

  it('asks nothing for what was withdrawn before it began', () => {
    const dag = '2025-09-01';
    const ingetrokken = verblijf({
      toewijzingIngangsdatum: dag,
      toewijzingEinddatum: dag,
      redenIntrekking: '1',
    });
    expect(judge([ingetrokken], [])).toBeNull();
  });
});

describe('R1 the other way round: a role exists only beside an allocation that calls for it', () => {
  it.each([
    ['a dossierhouder beside a pgb', [pgb()], [dossierhouder()]],
    ['a dossierhouder beside mpt only', [mpt()], [coordinator(), dossierhouder()]],
    ['a coördinator beside verblijf only', [verblijf()], [dossierhouder(), coordinator()]],
    [
      'a role that outlives the allocation',
      [verblijf({ toewijzingEinddatum: '2025-12-31' })],
      [dossierhouder()],
    ],
  ])('refuses %s', (_name, specificaties, houders) => {
    expect(judge(specificaties, houders)?.pad).toBe('regiehouder.regierol');
  });

  it('may begin before the first day: a client can wait before that (OP026)', () => {
    expect(judge([verblijf()], [dossierhouder({ ingangsdatum: '2025-02-01' })])).toBeNull();
  });
});

describe('R3 and R4: one holder at a time, one day in common at a hand-over', () => {
  const opvolger = (ingangsdatum: string) =>
    dossierhouder({ regiehouderID: 'b', instelling: '99000002', ingangsdatum });

  it('accepts a hand-over with one day in common', () => {
    expect(
      judge([verblijf()], [dossierhouder({ einddatum: '2025-06-01' }), opvolger('2025-06-01')]),
    ).toBeNull();
  });

  it('refuses two days in common', () => {
    const houders = [dossierhouder({ einddatum: '2025-06-02' }), opvolger('2025-06-01')];
    expect(judge([verblijf()], houders)).toEqual({
      regel: 'R3',
      bron: 'RFC24016',
      pad: 'regiehouder.ingangsdatum',
    });
  });

  it('refuses a second dossierhouder', () => {
    const verwacht = { regel: 'R4', bron: 'OP321', pad: 'regiehouder.ingangsdatum' };
    expect(judge([verblijf()], [dossierhouder(), opvolger('2025-06-01')])).toEqual(verwacht);
  });

  it('refuses two who begin on one day', () => {
    const houders = [dossierhouder({ einddatum: '2025-06-01' }), opvolger('2025-03-01')];
    expect(judge([verblijf()], houders)?.regel).toBe('R3');
  });

  it('lets the two roles run beside each other, also with one provider', () => {
    const eigen = mpt({ instelling: '99000001', soortToewijzing: '3' });
    expect(judge([verblijf(), eigen], [dossierhouder(), coordinator({ instelling: '99000001' })])).toBeNull();
  });
});

describe('OP316: the coördinator delivers part of the mpt itself', () => {
  const tweede = mpt({ bemiddelingspecificatieID: 'b', instelling: '99000005', percentage: 4000 });

  it.each([
    ['has no mpt at all', [mpt({ instelling: '99000005' })], coordinator()],
    ['stopped while another goes on', [mpt({ toewijzingEinddatum: '2025-06-01' }), tweede], coordinator()],
    ['has only verblijf', [verblijf({ instelling: '99000004' }), tweede], coordinator()],
  ])('refuses a coördinator who %s', (_name, specificaties, houder) => {
    const houders = specificaties.some((s) => s.leveringsvorm === '4') ? [dossierhouder(), houder] : [houder];
    expect(judge(specificaties, houders)).toEqual({
      regel: 'R1',
      bron: 'OP316',
      pad: 'regiehouder.instelling',
    });
  });

  it('accepts one who hands over to the other provider when it stops', () => {
    const houders = [
      coordinator({ einddatum: '2025-06-02' }),
      coordinator({ regiehouderID: 'b', instelling: '99000005', ingangsdatum: '2025-06-02' }),
    ];
    expect(judge([mpt({ toewijzingEinddatum: '2025-06-01' }), tweede], houders)).toBeNull();
  });
});
