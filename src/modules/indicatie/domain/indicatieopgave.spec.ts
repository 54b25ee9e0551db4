import { describe, expect, it } from '@jest/globals';
import type { Indicatiedossier } from './indicatiedossier.js';
import { indicatieOf, type Indicatieopgave } from './indicatieopgave.js';

const OPGAVE: Indicatieopgave = {
  besluitnummer: 100000001,
  afgiftedatum: '2025-01-10',
  ingangsdatum: '2025-01-12',
  initieelVerantwoordelijkZorgkantoor: '5517',
};

/** Everything filled in, so that what is lost shows. */
const KNOWN: Indicatiedossier = {
  indicatie: {
    wlzIndicatieID: 'indicatie',
    clientID: 'client',
    besluitnummer: 1,
    soortWlzindicatie: '2',
    afgiftedatum: '2024-01-01',
    ingangsdatum: '2024-01-01',
    einddatum: '2030-01-01',
    meerzorg: '1',
    initieelVerantwoordelijkZorgkantoor: '5516',
    vervaldatum: '2029-01-01',
    commentaar: 'eerder',
    beperking: [{ een: 1 }],
    stoornis: [{ twee: 2 }],
    stoornisScore: [{ drie: 3 }],
  },
  grondslagen: [{ grondslagID: 'grondslag', wlzIndicatieID: 'indicatie', grondslag: '01', volgorde: 1 }],
  zorgzwaartepakketten: [
    {
      geindiceerdZorgzwaartepakketID: 'zzp',
      wlzIndicatieID: 'indicatie',
      zzpCode: '754',
      ingangsdatum: '2025-01-12',
      einddatum: '2026-01-01',
      voorkeurClient: '4',
      instellingVoorkeur: '99000001',
      financiering: '2',
      commentaar: 'zelf',
    },
  ],
  wzd: {
    wzdID: 'wzd',
    wlzIndicatieID: 'indicatie',
    wzdVerklaring: '1',
    ingangsdatum: '2025-01-01',
    einddatum: '2026-01-01',
  },
};

function indicatie(over: Partial<Indicatieopgave>, known?: Indicatiedossier): Indicatiedossier {
  let made = 0;
  return indicatieOf({ ...OPGAVE, ...over }, 'client', known, () => `nieuw ${(made += 1)}`);
}

const ONE = { wlzIndicatieID: 'indicatie' };

describe('a decision that is stated for the first time', () => {
  it('is one of the CIZ, with an id of its own, and nothing in it that was not said', () => {
    expect(indicatie({})).toEqual({
      indicatie: {
        ...OPGAVE,
        wlzIndicatieID: 'nieuw 1',
        clientID: 'client',
        soortWlzindicatie: '1',
        einddatum: null,
        meerzorg: null,
        vervaldatum: null,
        commentaar: null,
        beperking: [],
        stoornis: [],
        stoornisScore: [],
      },
      grondslagen: [],
      zorgzwaartepakketten: [],
      wzd: null,
    });
  });

  it('has grondslagen in the order in which they are given, unless they say it themselves', () => {
    const { grondslagen } = indicatie({
      grondslagen: [{ grondslag: '03' }, { grondslag: '01', volgorde: 7 }],
    });
    expect(grondslagen).toEqual([
      { grondslagID: 'nieuw 2', wlzIndicatieID: 'nieuw 1', grondslag: '03', volgorde: 1 },
      { grondslagID: 'nieuw 3', wlzIndicatieID: 'nieuw 1', grondslag: '01', volgorde: 7 },
    ]);
  });

  it('has a profile that is paid under the Wlz and begins with it', () => {
    const { zorgzwaartepakketten } = indicatie({ geindiceerdeZorgzwaartepakketten: [{ zzpCode: '754' }] });
    expect(zorgzwaartepakketten).toEqual([
      {
        geindiceerdZorgzwaartepakketID: 'nieuw 2',
        wlzIndicatieID: 'nieuw 1',
        zzpCode: '754',
        ingangsdatum: '2025-01-12',
        einddatum: null,
        voorkeurClient: null,
        instellingVoorkeur: null,
        financiering: '1',
        commentaar: null,
      },
    ]);
  });

  it('has the verklaring of the Wzd that it names', () => {
    expect(indicatie({ wzd: { wzdVerklaring: '2' } }).wzd).toEqual({
      wzdID: 'nieuw 2',
      wlzIndicatieID: 'nieuw 1',
      wzdVerklaring: '2',
      ingangsdatum: null,
      einddatum: null,
    });
  });
});

describe('a decision that is known', () => {
  it('keeps all that is left out', () => {
    expect(indicatie(ONE, KNOWN)).toEqual({ ...KNOWN, indicatie: { ...KNOWN.indicatie, ...OPGAVE } });
  });

  it('loses what is said to be nothing', () => {
    const gone = indicatie(
      { ...ONE, einddatum: null, meerzorg: null, vervaldatum: null, commentaar: null, wzd: null },
      KNOWN,
    );
    expect(gone.indicatie).toMatchObject({
      einddatum: null,
      meerzorg: null,
      vervaldatum: null,
      commentaar: null,
    });
    expect(gone.wzd).toBeNull();
    expect(indicatie({ ...ONE, grondslagen: [], geindiceerdeZorgzwaartepakketten: [] }, KNOWN)).toMatchObject(
      {
        grondslagen: [],
        zorgzwaartepakketten: [],
      },
    );
  });

  it('takes what is said', () => {
    expect(indicatie({ ...ONE, soortWlzindicatie: '3', meerzorg: '2' }, KNOWN).indicatie).toMatchObject({
      soortWlzindicatie: '3',
      meerzorg: '2',
    });
  });

  it('knows a grondslag by its code, unless its id is given', () => {
    const { grondslagen } = indicatie(
      {
        ...ONE,
        grondslagen: [{ grondslag: '02' }, { grondslag: '01' }, { grondslag: '01', grondslagID: 'eigen' }],
      },
      KNOWN,
    );
    expect(grondslagen.map(({ grondslagID }) => grondslagID)).toEqual(['nieuw 1', 'grondslag', 'eigen']);
  });

  it('knows a profile by the day it begins, and keeps what is left out of it', () => {
    const profile = indicatie({ ...ONE, geindiceerdeZorgzwaartepakketten: [{ zzpCode: '755' }] }, KNOWN);
    expect(profile.zorgzwaartepakketten).toEqual([{ ...KNOWN.zorgzwaartepakketten[0], zzpCode: '755' }]);
    const other = { zzpCode: '755', ingangsdatum: '2025-02-01' };
    expect(
      indicatie({ ...ONE, geindiceerdeZorgzwaartepakketten: [other] }, KNOWN).zorgzwaartepakketten,
    ).toMatchObject([{ geindiceerdZorgzwaartepakketID: 'nieuw 1', einddatum: null, financiering: '1' }]);
  });

  it('knows a profile by its id when that is given, whatever day it begins', () => {
    const moved = { zzpCode: '754', geindiceerdZorgzwaartepakketID: 'zzp', ingangsdatum: '2025-02-01' };
    expect(
      indicatie({ ...ONE, geindiceerdeZorgzwaartepakketten: [moved] }, KNOWN).zorgzwaartepakketten,
    ).toEqual([{ ...KNOWN.zorgzwaartepakketten[0], ingangsdatum: '2025-02-01' }]);
    const foreign = { zzpCode: '754', geindiceerdZorgzwaartepakketID: 'ander' };
    expect(
      indicatie({ ...ONE, geindiceerdeZorgzwaartepakketten: [foreign] }, KNOWN).zorgzwaartepakketten,
    ).toMatchObject([
      {
        geindiceerdZorgzwaartepakketID: 'ander',
        commentaar: null,
        voorkeurClient: null,
        instellingVoorkeur: null,
      },
    ]);
  });

  it('has one verklaring of the Wzd, which is changed', () => {
    expect(indicatie({ ...ONE, wzd: { wzdVerklaring: '2' } }, KNOWN).wzd).toEqual({
      ...KNOWN.wzd,
      wzdVerklaring: '2',
    });
    expect(indicatie({ ...ONE, wzd: { wzdVerklaring: '2', wzdID: 'eigen' } }, KNOWN).wzd?.wzdID).toBe(
      'eigen',
    );
  });
});
