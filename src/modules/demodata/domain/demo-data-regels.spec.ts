import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  dayInAmsterdam,
  holdsOn,
  isOrdered,
  OPEN_END,
  type Day,
} from '../../../platform/clock/index.js';
import {
  type DemoBemiddelingspecificatie,
  type DemoLevering,
  type DemoRegiehouder,
} from './demo-registers.types.js';
import { generateDossiers } from './generate-demo-data.js';
import { AANBIEDERS } from './zorgaanbieders.js';

const ASOF = '2026-11-01';

/** CS131 with code 20, written out apart from the generator's own table. */
const PAIRS = new Set([
  ...['01', '02', '03', '04', '05', '06', '07', '08', '20'].map((code) => `6/${code}`),
  ...['09', '10', '11', '12'].map((code) => `7/${code}`),
  ...['13', '14', '15', '16', '17', '18', '19'].map((code) => `2/${code}`),
  ...['13', '14', '15', '17', '18', '19'].map((code) => `3/${code}`),
]);

/** LVG and SGLVG, voortgezet verblijf (GGZ-B): only in an institution (T8). */
const ONLY_INSTITUTION = /^(78\d|790|76[68]|77[02]|864)$/;

/** Stands for "open" where the day after it must still exist. */
const LAST_DAY: Day = '2199-12-30';

const dossiers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((seed) => [
  ...generateDossiers({ seed, asof: ASOF, clients: 300 }),
]);
const allocated = dossiers.flatMap(({ bemiddeling, ...dossier }) =>
  bemiddeling === null ? [] : [{ ...dossier, bemiddeling }],
);
type Allocated = (typeof allocated)[number];

/** The dossiers that break a rule, so that a failure shows them. */
function breaking(obeys: (dossier: Allocated) => boolean): readonly Allocated[] {
  return allocated.filter((dossier) => !obeys(dossier));
}

/** The dossiers with a specificatie that breaks a rule. */
function breakingLines(
  obeys: (line: DemoBemiddelingspecificatie, dossier: Allocated) => boolean,
): readonly Allocated[] {
  return breaking((dossier) =>
    dossier.bemiddeling.bemiddelingspecificatie.every((line) => obeys(line, dossier)),
  );
}

function holders({ bemiddeling }: Allocated, regierol: string): readonly DemoRegiehouder[] {
  return bemiddeling.regiehouder.filter((one) => one.regierol === regierol);
}

function joinsUp({ uitstelperiodes, leveringperiodes, afstel }: DemoLevering): boolean {
  const periodes = [...uitstelperiodes, ...leveringperiodes].sort((a, b) =>
    a.ingangsdatum < b.ingangsdatum ? -1 : 1,
  );
  return periodes.every(({ ingangsdatum, einddatum }, index) => {
    const next = periodes[index + 1];
    return (
      isOrdered(ingangsdatum, einddatum) &&
      (next === undefined || next.ingangsdatum === addDays(einddatum ?? LAST_DAY, 1)) &&
      (afstel === null || (einddatum ?? OPEN_END) < afstel.afsteldatum)
    );
  });
}

describe('the demo data obey the rules of the register', () => {
  it('W1: pairs status and classificatie, and uses every pair', () => {
    const periodes = allocated.flatMap((one) => one.leveringen).flatMap((one) => one.uitstelperiodes);
    expect(
      new Set(periodes.map((one) => `${one.leveringsstatus}/${one.leveringsstatusClassificatie}`)),
    ).toEqual(PAIRS);
  });

  it('has no overlapping periods within a levering, and no gap either', () => {
    expect(breaking(({ leveringen }) => leveringen.every(joinsUp))).toEqual([]);
  });

  it('R1: dossierhouder for verblijf, vpt and dtv, and coördinator for mpt, from first to last day', () => {
    const uncovered = breakingLines((line, dossier) => {
      if (line.leveringsvorm === '2') return true;
      let day = line.toewijzingIngangsdatum;
      for (const role of holders(dossier, line.leveringsvorm === '7' ? '1' : '2')) {
        if (holdsOn(day, role.ingangsdatum, role.einddatum)) day = addDays(role.einddatum ?? LAST_DAY, 1);
      }
      return day > (line.toewijzingEinddatum ?? LAST_DAY);
    });
    expect(uncovered).toEqual([]);
  });

  it('R1, R4: the holder of a role has a specificatie of its own for it', () => {
    const without = breaking(({ bemiddeling }) =>
      bemiddeling.regiehouder.every((role) =>
        bemiddeling.bemiddelingspecificatie.some(
          (line) =>
            line.instelling === role.instelling &&
            (role.regierol === '1' ? ['7'] : ['4', '5', '8']).includes(line.leveringsvorm) &&
            holdsOn(role.ingangsdatum, line.toewijzingIngangsdatum, line.toewijzingEinddatum) &&
            (role.einddatum ?? OPEN_END) <= (line.toewijzingEinddatum ?? OPEN_END),
        ),
      ),
    );
    expect(without).toEqual([]);
  });

  it('R3: successive holders share one day and no more', () => {
    const successions = allocated.map((one) => holders(one, '2')).filter((roles) => roles.length > 1);
    expect(successions.length).toBeGreaterThan(20);
    expect(successions.filter(([first, second]) => first?.einddatum !== second?.ingangsdatum)).toEqual([]);
    expect(breaking((one) => holders(one, '1').length <= 1 && holders(one, '2').length <= 2)).toEqual([]);
  });

  it('T1, T2, P2: etmalen only for dtv, opname for verblijf and dtv, no provider or percentage for pgb', () => {
    const wrong = breakingLines(
      (line) =>
        (line.etmalen !== null) === (line.leveringsvorm === '8') &&
        (line.opname !== null) === ['4', '8'].includes(line.leveringsvorm) &&
        (line.instelling === null) === (line.leveringsvorm === '2') &&
        (line.percentage === null) === (line.leveringsvorm === '2') &&
        (line.pgbPercentage !== null) === (line.leveringsvorm === '2'),
    );
    expect(wrong).toEqual([]);
  });

  it('T6: no two lines of the same form and kind at one provider', () => {
    const twice = breaking(({ bemiddeling: { bemiddelingspecificatie: all } }) => {
      const keys = all.map((line) => [line.leveringsvorm, line.soortToewijzing, line.instelling].join());
      return new Set(keys).size === keys.length;
    });
    expect(twice).toEqual([]);
  });

  it('T7, W9: delivers one form, or mpt with pgb, and one admission at a time', () => {
    const wrong = breaking(({ bemiddeling, leveringen }) => {
      const delivered = bemiddeling.bemiddelingspecificatie.filter((line) =>
        leveringen.some(
          (one) =>
            one.bemiddelingspecificatieID === line.bemiddelingspecificatieID &&
            one.leveringperiodes.some((periode) => periode.einddatum === null),
        ),
      );
      const forms = [...new Set(delivered.map((line) => line.leveringsvorm))].sort().join('+');
      return (
        ['', '2', '4', '5', '7', '8', '2+7'].includes(forms) &&
        delivered.filter((line) => line.opname === '1').length <= 1
      );
    });
    expect(wrong).toEqual([]);
  });

  it('T8: no care at home on a profile for institutions, no pgb on GGZ-W 5', () => {
    const wrong = breakingLines(
      ({ zzpCode, leveringsvorm }) =>
        (leveringsvorm === '4' || !ONLY_INSTITUTION.test(zzpCode)) &&
        (leveringsvorm !== '2' || zzpCode !== '888'),
    );
    expect(wrong).toEqual([]);
  });

  it('T9: every specificatie within its indication and with its profile', () => {
    const outside = breakingLines(
      (line, { indicatie }) =>
        line.toewijzingIngangsdatum >= indicatie.ingangsdatum &&
        isOrdered(line.toewijzingIngangsdatum, line.toewijzingEinddatum) &&
        (line.toewijzingEinddatum ?? OPEN_END) <= (indicatie.einddatum ?? OPEN_END) &&
        line.zzpCode === indicatie.geindiceerdZorgzwaartepakket[0]?.zzpCode,
    );
    expect(outside).toEqual([]);
    expect(allocated.some(({ indicatie }) => indicatie.einddatum !== null)).toBe(true);
  });

  it('allocates only what the provider offers, to the office that contracts it', () => {
    const wrong = breakingLines((line, { bemiddeling }) => {
      const provider = AANBIEDERS.find((known) => known.agbCode === line.instelling);
      return provider === undefined
        ? line.uitvoerendZorgkantoor === bemiddeling.verantwoordelijkZorgkantoor
        : provider.leveringsvormen.some((vorm) => vorm === line.leveringsvorm) &&
            provider.zorgkantoor === line.uitvoerendZorgkantoor;
    });
    expect(wrong).toEqual([]);
  });

  it('records contacts by the holder of that day, with a party that exists, each once', () => {
    const wrong = breaking((dossier) => {
      const keys = dossier.contactmomenten.map((one) => [one.datum, one.regierol, one.met, one.vorm].join());
      return (
        new Set(keys).size === keys.length &&
        dossier.contactmomenten.every(({ datum, instelling, regierol, met }) => {
          const onDay = (rol: string) =>
            holders(dossier, rol).filter((one) => holdsOn(datum, one.ingangsdatum, one.einddatum));
          return (
            onDay(regierol).some((one) => one.instelling === instelling) &&
            (met !== 'DOSSIERHOUDER' || onDay('2').length > 0) &&
            (met !== 'CONTACTPERSOON' || dossier.indicatie.client.contactPersoon.length > 0)
          );
        })
      );
    });
    expect(wrong).toEqual([]);
  });

  it('dates nothing that happened, and no decision, later than the day before the reference day', () => {
    const happened = allocated.flatMap(({ leveringen, contactmomenten }) => [
      ...contactmomenten.map((one) => one.datum),
      ...leveringen.flatMap((one) =>
        [...one.uitstelperiodes, ...one.leveringperiodes].map((p) => p.ingangsdatum),
      ),
    ]);
    expect(happened.filter((day) => day >= ASOF)).toEqual([]);
    const moments = JSON.stringify(allocated.slice(0, 600)).match(/(?<="vaststellingMoment":")[^"]+/g) ?? [];
    expect(moments.length).toBeGreaterThan(1000);
    const wrong = moments.filter(
      (one) => dayInAmsterdam(one) !== one.slice(0, 10) || one.slice(0, 10) >= ASOF,
    );
    expect(wrong).toEqual([]);
  });
});
