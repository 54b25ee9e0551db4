import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../../platform/errors/index.js';
import type { Indicatiedossier, Indicatiegegevens, Zorgzwaartepakketgegevens } from './indicatiedossier.js';
import { assertIndicatie, assertNaGeboorte } from './indicatieregels.js';

const ID = '6a1c2a52-5c1c-4a84-8a5e-27c3b1a6c001';

const INDICATIE: Indicatiegegevens = {
  wlzIndicatieID: ID,
  clientID: '6a1c2a52-5c1c-4a84-8a5e-27c3b1a6c002',
  besluitnummer: 100000001,
  soortWlzindicatie: '1',
  afgiftedatum: '2025-01-10',
  ingangsdatum: '2025-01-10',
  einddatum: null,
  meerzorg: '2',
  initieelVerantwoordelijkZorgkantoor: '5517',
  vervaldatum: null,
  commentaar: null,
  beperking: [],
  stoornis: [],
  stoornisScore: [],
};

const ZZP: Zorgzwaartepakketgegevens = {
  geindiceerdZorgzwaartepakketID: '6a1c2a52-5c1c-4a84-8a5e-27c3b1a6c003',
  wlzIndicatieID: ID,
  zzpCode: '754',
  ingangsdatum: '2025-01-10',
  einddatum: null,
  voorkeurClient: '4',
  instellingVoorkeur: '99000001',
  financiering: '1',
  commentaar: null,
};

function dossier(changes: Partial<Indicatiedossier> = {}): Indicatiedossier {
  return { indicatie: INDICATIE, grondslagen: [], zorgzwaartepakketten: [ZZP], wzd: null, ...changes };
}

function refusal(of: Indicatiedossier): DomainError | null {
  try {
    assertIndicatie(of, ['indicatie']);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

describe('an indication', () => {
  it('is accepted as the register gives it', () => {
    expect(refusal(dossier())).toBeNull();
  });

  it.each([0, -1, 1_000_000_000, 1.5])('cannot have %d as its besluitnummer (OP137)', (besluitnummer) => {
    expect(refusal(dossier({ indicatie: { ...INDICATIE, besluitnummer } }))).toMatchObject({
      regel: 'OP137',
      pad: ['indicatie', 'besluitnummer'],
    });
  });

  it.each(['5417', '551', '55170', '55a7', ''])('cannot belong to a zorgkantoor %j (P1)', (zorgkantoor) => {
    const indicatie = { ...INDICATIE, initieelVerantwoordelijkZorgkantoor: zorgkantoor };
    expect(refusal(dossier({ indicatie }))).toMatchObject({ regel: 'P1' });
  });

  it('cannot end before it begins', () => {
    const indicatie = { ...INDICATIE, einddatum: '2025-01-09' };
    expect(refusal(dossier({ indicatie }))).toMatchObject({ pad: ['indicatie', 'einddatum'] });
    expect(refusal(dossier({ indicatie: { ...INDICATIE, einddatum: '2025-01-10' } }))).toBeNull();
  });

  it('has a Wzd-verklaring whose period is in order', () => {
    const wzd = {
      wzdID: ID,
      wlzIndicatieID: ID,
      wzdVerklaring: '2',
      ingangsdatum: '2025-02-01',
      einddatum: '2025-01-31',
    };
    expect(refusal(dossier({ wzd }))).toMatchObject({ pad: ['indicatie', 'wzd', 'einddatum'] });
    expect(refusal(dossier({ wzd: { ...wzd, ingangsdatum: null } }))).toBeNull();
  });
});

describe('OP013: one zorgzwaartepakket at a time', () => {
  const second = { ...ZZP, geindiceerdZorgzwaartepakketID: 'second', ingangsdatum: '2026-01-01' };

  it.each([
    ['the former has no end', null],
    ['the former ends on the day the next begins', '2026-01-01'],
    ['the former ends later', '2026-06-30'],
  ])('is refused when %s', (_when, einddatum) => {
    const zorgzwaartepakketten = [second, { ...ZZP, einddatum }];
    expect(refusal(dossier({ zorgzwaartepakketten }))).toMatchObject({ regel: 'OP013', bron: 'OP013' });
  });

  it('is accepted when the next begins the day after', () => {
    const zorgzwaartepakketten = [second, { ...ZZP, einddatum: '2025-12-31' }];
    expect(refusal(dossier({ zorgzwaartepakketten }))).toBeNull();
  });

  it('cannot prefer a provider without a real AGB code (P1)', () => {
    const zorgzwaartepakketten = [{ ...ZZP, instellingVoorkeur: '9900001' }];
    expect(refusal(dossier({ zorgzwaartepakketten }))).toMatchObject({
      regel: 'P1',
      pad: ['indicatie', 'geindiceerdZorgzwaartepakket', '0', 'instellingVoorkeur'],
    });
  });
});

describe('the day an indication begins', () => {
  it('is not before the day of birth, and may be that day', () => {
    expect(() => assertNaGeboorte('2026-10-01', '2026-10-02', ['indicatie'])).toThrow(DomainError);
    expect(() => assertNaGeboorte('2026-10-02', '2026-10-02', ['indicatie'])).not.toThrow();
  });
});
