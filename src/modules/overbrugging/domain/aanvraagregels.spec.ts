import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../../platform/errors/index.js';
import { assertAanvraag } from './aanvraagregels.js';
import { opnameVan, rolVanAanvrager } from './aanvrager.js';
import type { Aanvraag, Omgeving } from './verzoek.js';

const HUIS = '99000001';
const THUIS = '99000004';
const ELDERS = '99000002';

const omgeving = (over: Partial<Omgeving> = {}, regulier: Partial<Omgeving['regulier']> = {}): Omgeving => ({
  vandaag: '2026-11-02',
  regulier: {
    soortToewijzing: '1',
    leveringsvorm: '4',
    instelling: HUIS,
    ingangsdatum: '2026-10-01',
    einddatum: null,
    ...regulier,
  },
  stand: 'WACHT',
  leveringsstatus: '7',
  dossierhouder: HUIS,
  coordinator: null,
  openVerzoeken: [],
  ...over,
});

const mpt = (over: Partial<Aanvraag> = {}): Aanvraag => ({
  leveringsvorm: '7',
  aanbieder: THUIS,
  toewijzingIngangsdatum: '2026-11-05',
  toewijzingEinddatum: null,
  percentage: 10_000,
  verantwoord: '1',
  doelmatig: '1',
  extraOverbruggingszorg: false,
  ...over,
});
const vpt = (over: Partial<Aanvraag> = {}): Aanvraag =>
  mpt({ leveringsvorm: '5', verantwoord: null, doelmatig: null, ...over });

function refusal(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return `${error.regel ?? '-'} ${error.bron ?? '-'} ${error.pad.join('.')}`;
  }
}
const judge = (aanvraag: Aanvraag, scene: Omgeving): string | null =>
  refusal(() => assertAanvraag(aanvraag, scene));

describe('a request for bridging care', () => {
  it.each(['WACHT', 'ZONDER_MELDING'] as const)(
    'may be made while the regular place stands at %s',
    (stand) => {
      expect(judge(mpt(), omgeving({ stand }))).toBeNull();
    },
  );

  it.each([['5'], ['8']])('may bridge to a place in form %s', (leveringsvorm) => {
    expect(judge(mpt(), omgeving({}, { leveringsvorm }))).toBeNull();
  });

  it('needs a place that is waited for', () => {
    expect(judge(mpt(), omgeving({ stand: 'ANDERS' }))).toBe('T7 OP182 bemiddelingspecificatieID');
  });

  it.each([
    ['mpt', { leveringsvorm: '7' }],
    ['a pgb', { leveringsvorm: '2' }],
    ['bridging care', { soortToewijzing: '3' }],
    ['an administrative line', { soortToewijzing: '5' }],
  ])('never bridges to %s', (_what, regulier) => {
    expect(judge(mpt(), omgeving({}, regulier))).toBe('T7 OP182 bemiddelingspecificatieID');
  });

  it('is mpt, vpt or verblijf elsewhere', () => {
    expect(judge(vpt({ aanbieder: HUIS }), omgeving())).toBeNull();
    expect(judge(vpt({ leveringsvorm: '4', aanbieder: ELDERS }), omgeving())).toBeNull();
    expect(judge(vpt({ leveringsvorm: '4', aanbieder: HUIS }), omgeving())).toBe('T7 COD165 aanbieder');
    expect(judge(vpt({ leveringsvorm: '8' }), omgeving())).toBe('T7 COD165 leveringsvorm');
    expect(judge(vpt({ leveringsvorm: '2' }), omgeving())).toBe('T7 COD165 leveringsvorm');
  });

  it('TR070: lies within the allocation', () => {
    const scene = omgeving({}, { einddatum: '2026-12-31' });
    expect(judge(mpt({ toewijzingEinddatum: '2026-12-31' }), scene)).toBeNull();
    expect(judge(mpt({ toewijzingEinddatum: '2027-01-01' }), scene)).toBe('T9 TR070 toewijzingEinddatum');
    expect(judge(mpt(), scene)).toBe('T9 TR070 toewijzingEinddatum');
    expect(judge(mpt({ toewijzingIngangsdatum: '2026-09-30' }), omgeving())).toBe(
      'T9 TR070 toewijzingIngangsdatum',
    );
    expect(judge(mpt({ toewijzingEinddatum: '2026-11-04' }), omgeving())).toBe('- - toewijzingEinddatum');
  });

  it('begins at most fourteen days before the day of the request and ninety-one after it', () => {
    const begin = (day: string): string | null =>
      judge(mpt({ toewijzingIngangsdatum: day }), omgeving({}, { ingangsdatum: '2025-01-01' }));
    expect(begin('2026-10-19')).toBeNull();
    expect(begin('2026-10-18')).toBe('T9 OP037 toewijzingIngangsdatum');
    expect(begin('2027-02-01')).toBeNull();
    expect(begin('2027-02-02')).toBe('T9 OP037 toewijzingIngangsdatum');
  });

  it('is at most all of the care', () => {
    expect(judge(mpt({ percentage: 10_100 }), omgeving())).toBe('T2 CS129 percentage');
  });

  it('T3: says of mpt whether it is verantwoord and doelmatig, and of nothing else', () => {
    expect(judge(mpt({ verantwoord: null }), omgeving())).toBe('T3 CD074 verantwoord');
    expect(judge(mpt({ doelmatig: null }), omgeving())).toBe('T3 CD074 doelmatig');
    expect(judge(vpt({ doelmatig: '1' }), omgeving())).toBe('T3 CD074 doelmatig');
    expect(judge(mpt({ verantwoord: '2' }), omgeving())).toBe('T3 CD074 verantwoord');
    expect(judge(mpt({ doelmatig: '2' }), omgeving())).toBe('T3 CD047 extraOverbruggingszorg');
    expect(judge(mpt({ doelmatig: '2', extraOverbruggingszorg: true }), omgeving())).toBeNull();
  });

  it.each([
    ['6', null],
    ['7', null],
    ['2', 'T5 S3 extraOverbruggingszorg'],
    ['3', 'T5 S3 extraOverbruggingszorg'],
    [null, 'T5 S3 extraOverbruggingszorg'],
  ])('T5: extra bridging care under status %s', (leveringsstatus, expected) => {
    expect(judge(mpt({ extraOverbruggingszorg: true }), omgeving({ leveringsstatus }))).toBe(expected);
  });

  it('waits for the judgement of an earlier one', () => {
    expect(judge(mpt(), omgeving({ openVerzoeken: ['7'] }))).toBe('T6 OP152 leveringsvorm');
    expect(judge(mpt(), omgeving({ openVerzoeken: ['4'] }))).toBe('T7 OP318 leveringsvorm');
  });
});

describe('R2: who requests which form', () => {
  const rol = (agb: string, vorm: string, coordinator: string | null): string | null => {
    let found: string | null = null;
    const refused = refusal(() => {
      found = rolVanAanvrager(agb, vorm, { dossierhouder: HUIS, coordinator });
    });
    return refused ?? found;
  };

  it('the dossierhouder requests vpt and verblijf', () => {
    expect(rol(HUIS, '5', null)).toBe('2');
    expect(rol(HUIS, '4', THUIS)).toBe('2');
    expect(rol(THUIS, '4', THUIS)).toBe('R2 TR107 leveringsvorm');
  });

  it('the dossierhouder requests the first mpt, after that the coördinator zorg thuis does', () => {
    expect(rol(HUIS, '7', null)).toBe('2');
    expect(rol(HUIS, '7', THUIS)).toBe('R2 TR107 leveringsvorm');
    expect(rol(THUIS, '7', THUIS)).toBe('1');
  });

  it('a dossierhouder that is coördinator as well requests both', () => {
    expect(rol(HUIS, '7', HUIS)).toBe('1');
    expect(rol(HUIS, '5', HUIS)).toBe('2');
  });

  it('verblijf is an admission, care at home is not', () => {
    expect(['4', '5', '7'].map(opnameVan)).toEqual(['1', null, null]);
  });
});
