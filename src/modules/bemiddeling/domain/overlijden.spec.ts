import { describe, expect, it } from '@jest/globals';
import { dossierhouder, mpt, refusal, staat, verblijf } from '../../../../test/support/bemiddelingstaat.js';
import { endAlles } from './beeindigen.js';
import type { Bemiddelingstaat } from './bemiddeling.js';
import {
  assertOverlijdensdatum,
  herzieOverlijden,
  OVERLEDEN,
  type Levenstekens,
  type VoorOverlijden,
} from './overlijden.js';

const TODAY = '2026-11-22';
const [TOEN, NU] = ['2026-10-01T09:00:00.000Z', '2026-11-22T09:00:00.000Z'];
const NIETS: Levenstekens = { gesproken: null, zorgBegonnen: null, geindiceerd: null };

describe('a day of death', () => {
  const judge = (datum: string, tekens: Partial<Levenstekens> = {}) =>
    refusal(() => assertOverlijdensdatum(datum, '1940-02-29', { ...NIETS, ...tekens }, TODAY));
  const ov1 = { regel: 'OV1', bron: 'ADR 0006', pad: 'overlijdensdatum' };

  it('lies between birth and today', () => {
    expect(judge('1940-02-29')).toBeNull();
    expect(judge(TODAY)).toBeNull();
    expect(judge('1940-02-28')).toMatchObject({ pad: 'overlijdensdatum' });
    expect(judge('2026-11-23')).toMatchObject({ pad: 'overlijdensdatum' });
  });

  it.each(['gesproken', 'zorgBegonnen'] as const)('OV1: does not lie before the client was %s', (teken) => {
    expect(judge('2026-05-01', { [teken]: '2026-05-02' })).toEqual(ov1);
    expect(judge('2026-05-02', { [teken]: '2026-05-02' })).toBeNull();
  });

  it('OV1: does not lie longer before an indication than the CIZ takes to decide', () => {
    const geindiceerd = '2026-05-13';
    expect(judge('2026-03-31', { geindiceerd })).toEqual(ov1);
    expect(judge('2026-04-01', { geindiceerd })).toBeNull();
  });
});

describe('another day of death', () => {
  const open = verblijf();
  const later = verblijf({ bemiddelingspecificatieID: 'later', toewijzingIngangsdatum: '2026-03-01' });
  const eerder = mpt({ toewijzingEinddatum: '2025-12-31', redenIntrekking: '4' });
  const levend = staat([open, later, eerder], [dossierhouder()]);
  const voorVan = ({ specificaties, regiehouders }: Bemiddelingstaat): VoorOverlijden => ({
    specificaties: new Map(
      specificaties.map((one) => [
        one.bemiddelingspecificatieID,
        {
          einddatum: one.toewijzingEinddatum,
          redenIntrekking: one.redenIntrekking,
          instellingBestemming: one.instellingBestemming,
          vaststellingMoment: one.vaststellingMoment,
        },
      ]),
    ),
    regiehouders: new Map(regiehouders.map((one) => [one.regiehouderID, one.einddatum])),
    indicatieTot: null,
  });
  const overleden = (van: Bemiddelingstaat, dag: string) => endAlles(van, dag, OVERLEDEN, TOEN);
  const herzie = (van: Bemiddelingstaat, vorige: string, datum: string | null, voor = voorVan(levend)) =>
    herzieOverlijden(van, voor, { vorige, datum }, NU);
  const einden = ({ specificaties, regiehouders }: Bemiddelingstaat) => [
    ...specificaties.map((one) => `${one.toewijzingEinddatum ?? 'open'} ${one.redenIntrekking ?? '-'}`),
    ...regiehouders.map((one) => one.einddatum ?? 'open'),
  ];

  it('ends on that day what the first ended or withdrew; what had ended for its own reason stays', () => {
    const eerst = overleden(levend, '2000-01-01');
    expect(einden(eerst)).toEqual(['2025-03-01 1', '2026-03-01 1', '2025-03-01 1', '2025-03-01']);
    expect(einden(herzie(eerst, '2000-01-01', '2026-11-21'))).toEqual([
      '2026-11-21 1',
      '2026-11-21 1',
      '2025-12-31 4',
      '2026-11-21',
    ]);
  });

  it('is the same whether the first was right or wrong', () => {
    const direct = endAlles(levend, '2026-11-21', OVERLEDEN, NU);
    for (const eerst of ['2025-06-01', '2026-04-01', '2026-11-22'])
      expect(einden(herzie(overleden(levend, eerst), eerst, '2026-11-21'))).toEqual(einden(direct));
  });

  it('that is none gives everything back as it was', () => {
    expect(herzie(overleden(levend, '2026-01-15'), '2026-01-15', null)).toEqual(levend);
  });

  it('leaves alone what was ended for another reason since, and what ends as it did', () => {
    const eerst = overleden(levend, '2026-06-01');
    const sinds = {
      ...eerst,
      specificaties: eerst.specificaties.map((one) =>
        one.bemiddelingspecificatieID === 'later'
          ? { ...one, toewijzingEinddatum: '2026-05-01', redenIntrekking: '8' }
          : one,
      ),
    };
    const na = herzie(sinds, '2026-06-01', '2026-07-01');
    expect(einden(na)).toEqual(['2026-07-01 1', '2026-05-01 8', '2025-12-31 4', '2026-07-01']);
    expect(na.specificaties[1]).toBe(sinds.specificaties[1]);
    expect(herzie(eerst, '2026-06-01', '2026-06-01').specificaties[0]).toBe(eerst.specificaties[0]);
  });

  it('gives nothing back past the indication when that ended since', () => {
    const voor = { ...voorVan(levend), indicatieTot: '2026-08-31' };
    expect(einden(herzie(overleden(levend, '2026-06-01'), '2026-06-01', null, voor))).toEqual([
      '2026-08-31 3',
      '2026-08-31 3',
      '2025-12-31 4',
      '2026-08-31',
    ]);
  });

  it('moves the end of what came in as ended by the death, and does not guess what it was before', () => {
    const vanElders = staat([verblijf({ toewijzingEinddatum: '2026-06-01', redenIntrekking: OVERLEDEN })]);
    const niets: VoorOverlijden = { specificaties: new Map(), regiehouders: new Map(), indicatieTot: null };
    expect(einden(herzie(vanElders, '2026-06-01', '2026-07-01', niets))).toEqual(['2026-07-01 1']);
    expect(herzie(vanElders, '2026-06-01', null, niets)).toEqual(vanElders);
    expect(herzie(vanElders, '2026-06-02', '2026-07-01', niets)).toEqual(vanElders);
  });
});
