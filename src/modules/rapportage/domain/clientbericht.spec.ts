import { describe, expect, it } from '@jest/globals';
import { clientbericht, type Dossier, type Indicatie } from './clientbericht.js';
import { rapportagemaand } from './rapportagemaand.js';

const SEPTEMBER = rapportagemaand('2026-09');

const indicatie = (more: Partial<Indicatie> = {}): Indicatie => ({
  wlzIndicatieID: 'een',
  soort: '1',
  besluitnummer: 1,
  afgiftedatum: '2026-01-01',
  ingangsdatum: '2026-01-01',
  einddatum: null,
  grondslagen: ['02', '01'],
  stoornissen: [],
  beperkingen: [],
  pakketten: [
    { zzpCode: '754', ingangsdatum: '2026-01-01', einddatum: null, voorkeurClient: '4', financiering: '1' },
  ],
  ...more,
});

const bericht = (more: Partial<Dossier>) =>
  clientbericht(
    {
      clientID: 'client',
      geslacht: '2',
      geboortedatum: '1940-05-17',
      overlijdensdatum: null,
      geheim: false,
      adressen: [],
      indicaties: [indicatie()],
      toewijzingen: [],
      ...more,
    },
    SEPTEMBER,
  );

const eerste = (more: Partial<Dossier>) => bericht(more)?.indicaties[0];

describe('a client in the report', () => {
  it('has a year of birth, no day', () => {
    expect(bericht({})?.geboortejaar).toBe('1940');
    expect(JSON.stringify(bericht({}))).not.toContain('05-17');
  });

  it.each([
    ['valid in a part of it', { einddatum: '2026-09-01' }, 1],
    ['begun on its last day', { ingangsdatum: '2026-09-30' }, 1],
    ['over before it', { einddatum: '2026-08-31' }, null],
    ['still to begin', { ingangsdatum: '2026-10-01' }, null],
  ])('is told of with an indication %s, and else not at all (OP166)', (_what, dates, count) => {
    expect(bericht({ indicaties: [indicatie(dates)] })?.indicaties.length ?? null).toBe(count);
  });

  it('has its indications numbered, the last with the highest number (OP167)', () => {
    const former = indicatie({
      wlzIndicatieID: 'eerder',
      ingangsdatum: '2025-01-01',
      einddatum: '2026-09-14',
    });
    const latter = indicatie({ wlzIndicatieID: 'later', ingangsdatum: '2026-09-15' });
    const { indicaties = [] } = bericht({ indicaties: [latter, former] }) ?? {};
    expect(indicaties.map(({ volgnummer, ingangsdatum }) => [volgnummer, ingangsdatum])).toEqual([
      [1, '2025-01-01'],
      [2, '2026-09-15'],
    ]);
  });

  it('who died has an indication that ended that day (IV016), its profiles too', () => {
    const { einddatum, pakketten } = eerste({ overlijdensdatum: '2026-09-10' }) ?? {};
    expect([einddatum, pakketten?.[0]?.einddatum]).toEqual(['2026-09-10', '2026-09-10']);
    expect(bericht({ overlijdensdatum: '2026-08-31' })).toBeNull();
  });

  it('keeps an end before death', () => {
    expect(
      eerste({ indicaties: [indicatie({ einddatum: '2026-09-05' })], overlijdensdatum: '2026-09-10' })
        ?.einddatum,
    ).toBe('2026-09-05');
  });

  it('has the profiles of the month alone, with the wish of the client and no waiver that nobody made', () => {
    const old = {
      zzpCode: '753',
      ingangsdatum: '2025-01-01',
      einddatum: '2026-08-31',
      voorkeurClient: null,
      financiering: '1',
    };
    const { pakketten = [] } =
      eerste({ indicaties: [indicatie({ pakketten: [old, ...indicatie().pakketten] })] }) ?? {};
    expect(pakketten).toEqual([{ ...indicatie().pakketten[0], zietAfVanZorg: '2' }]);
  });
});
