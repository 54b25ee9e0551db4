import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../../platform/errors/index.js';
import { readCodelijstBestanden } from '../codelijst.files.js';
import { CodelijstInhoud } from './codelijst-inhoud.js';
import type { Codelijst } from './codelijst-rijen.js';

const bestanden = readCodelijstBestanden();
const inhoud = new CodelijstInhoud(bestanden.waarden, bestanden.paren, bestanden.profielen);
const DAY = '2026-11-01';

function refusal(lijst: Codelijst, code: string, day: string): DomainError {
  try {
    inhoud.assertCode(lijst, code, day, ['veld']);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('The code was accepted.');
}

describe('a code', () => {
  it('holds from its ingangsdatum on', () => {
    expect(inhoud.holds('COD167', '6', '2020-12-31')).toBe(false);
    expect(inhoud.holds('COD167', '6', '2021-01-01')).toBe(true);
  });

  it('holds no longer on its expiratiedatum', () => {
    expect(inhoud.holds('COD001', '5522', '2019-12-31')).toBe(true);
    expect(inhoud.holds('COD001', '5522', '2020-01-01')).toBe(false);
  });

  it('may be absent', () => {
    expect(() => inhoud.assertCode('COD999', null, DAY)).not.toThrow();
    expect(() => inhoud.assertCode('COD999', undefined, DAY)).not.toThrow();
  });

  it('is refused when its list does not know it, naming list and field and not the value', () => {
    const error = refusal('COD163', '123456789', DAY);
    expect(error).toMatchObject({ code: 'ONGELDIGE_INVOER', regel: 'COD163', bron: 'COD163', pad: ['veld'] });
    expect(error.melding).not.toContain('123456789');
  });

  it('is refused once expired, in other words than an unknown one', () => {
    expect(refusal('COD165', '4', DAY).melding).not.toBe(refusal('COD165', '8', DAY).melding);
  });

  it.each([
    ['996', '2020-12-31', '2021-01-01'],
    ['997', '2020-12-31', '2021-01-01'],
    ['888', '2021-01-01', '2020-12-31'],
  ])('of profile %s holds on %s and not on %s (0692), though its list knows no end', (zzp, holds, not) => {
    expect(inhoud.holds('COD163', zzp, holds)).toBe(true);
    expect(refusal('COD163', zzp, not)).toMatchObject({ bron: 'COD163', pad: ['veld'] });
  });

  it('of a zorgkantoor falls under rule P1', () => {
    expect(refusal('COD001', '1234', DAY)).toMatchObject({ regel: 'P1', bron: 'COD001' });
  });

  it('keeps its meaning after it expired', () => {
    expect(inhoud.omschrijving('COD165', '4')).toBe('Transfer');
    expect(inhoud.omschrijving('COD165', 'x')).toBeNull();
    expect(inhoud.omschrijving('COD165', null)).toBeNull();
  });
});

describe('W1: the pairs of status and classificatie', () => {
  const allowed: Record<string, string[]> = {
    '6': ['01', '02', '03', '04', '05', '06', '07', '08', '20'],
    '7': ['09', '10', '11', '12'],
    '2': ['13', '14', '15', '16', '17', '18', '19'],
    '3': ['13', '14', '15', '17', '18', '19'],
  };
  const classificaties = Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(2, '0'));

  it.each(['1', '2', '3', '4', '5', '6', '7'])('are those of CS131 for status %s', (status) => {
    const held = classificaties.filter((code) => inhoud.classificatiePaar(status, code, DAY));
    expect(held).toEqual(allowed[status] ?? []);
  });

  it('let klinische GGZ stand beside urgent from 2023 on', () => {
    expect(inhoud.classificatiePaar('6', '20', '2022-12-31')).toBe(false);
    expect(inhoud.classificatiePaar('6', '20', '2023-01-01')).toBe(true);
  });

  it('end on their last day', () => {
    const ended = new CodelijstInhoud(
      [],
      bestanden.paren.map((paar) => ({ ...paar, geldigTot: '2024-12-31' })),
      [],
    );
    expect(ended.classificatiePaar('7', '09', '2024-12-31')).toBe(true);
    expect(ended.classificatiePaar('7', '09', '2025-01-01')).toBe(false);
  });
});

describe('a zorgprofiel', () => {
  it.each([
    ['754', 'VV'],
    ['780', 'GHZ'],
    ['790', 'GHZ'],
    ['806', 'GHZ'],
    ['826', 'GHZ'],
    ['842', 'GHZ'],
    ['854', 'GHZ'],
    ['884', 'GGZ'],
    ['772', 'GGZ'],
    ['999', null],
  ])('%s belongs to sector %s', (zzpCode, sector) => {
    expect(inhoud.zorgprofiel(zzpCode, DAY)?.sector).toBe(sector);
  });

  it('exists for every code of COD163', () => {
    const codes = bestanden.waarden.filter((rij) => rij.lijst === 'COD163').map((rij) => rij.code);
    expect(bestanden.profielen.map((rij) => rij.zzpCode).sort()).toEqual(codes.sort());
  });

  it.each(['191', '782', '783', '784', '790', '888', '766', '768', '770', '772', '864'])(
    '%s is closed to a pgb',
    (zzpCode) => {
      expect(inhoud.zorgprofiel(zzpCode, DAY)?.pgb).toBe('NEE');
    },
  );

  it('says unknown where no source decides, and so does not forbid', () => {
    expect(inhoud.zorgprofiel('191', DAY)?.thuis).toBe('ONBEKEND');
    expect(inhoud.zorgprofiel('750', DAY)?.pgb).toBe('ONBEKEND');
  });

  it('of GGZ wonen holds from 2021, of Wlz-indiceerbaar until then', () => {
    expect(inhoud.zorgprofiel('884', '2020-12-31')).toBeNull();
    expect(inhoud.zorgprofiel('884', '2021-01-01')).not.toBeNull();
    expect(inhoud.zorgprofiel('996', '2020-12-31')).not.toBeNull();
    expect(inhoud.zorgprofiel('996', '2021-01-01')).toBeNull();
  });
});

describe('the contact norms of the release', () => {
  it('are twice a year for every duty of the brochure', () => {
    const norms = bestanden.normen.map(
      (norm) => `${norm.regierol} ${norm.tegenpartij} ${norm.leveringsstatus} ${norm.maxDagen}`,
    );
    expect(norms.sort()).toEqual([
      '1 DOSSIERHOUDER 2 183',
      '1 DOSSIERHOUDER 6 183',
      '1 DOSSIERHOUDER 7 183',
      '2 CLIENT 2 183',
      '2 CLIENT 3 183',
      '2 CLIENT 6 183',
      '2 CLIENT 7 183',
    ]);
  });
});
