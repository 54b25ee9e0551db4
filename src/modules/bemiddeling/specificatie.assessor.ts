import { Injectable } from '@nestjs/common';
import { holdsOn } from '../../platform/clock/index.js';
import { OngeldigeInvoer, RegelGeschonden } from '../../platform/errors/index.js';
import { Codelijsten } from '../codelijst/index.js';
import { assertAgbCode, type ZorgaanbiederRow } from '../zorgaanbieder/index.js';
import type { Regiehouder, Specificatie } from './domain/bemiddeling.js';
import { isLeveringsvorm, type Leveringsvorm } from './domain/leveringsvorm.js';
import { profielLaatLeveringsvormToe, type Waarschuwing } from './domain/profiel.js';
import {
  assertSpecificatie,
  toewijzingEindigtBijOverlijden,
  toewijzingValtBinnenIndicatie,
} from './domain/specificatie-regels.js';
import type { IndicatieFeiten } from './toewijzing.feiten.js';

type Zorgaanbieders = ReadonlyMap<string, ZorgaanbiederRow>;

/** Judges one allocation, or one holder of a role, against the rules and the lists. */
@Injectable()
export class SpecificatieAssessor {
  constructor(private readonly codelijsten: Codelijsten) {}

  /**
   * Refuses an allocation that breaks a rule of its own, names a code its list does not hold on the first day, or a
   * provider nobody knows.
   * @returns what the office should look at; the allocation is made all the same
   */
  assess(
    specificatie: Specificatie,
    indicatie: IndicatieFeiten,
    zorgaanbieders: Zorgaanbieders,
  ): Waarschuwing[] {
    this.assertCodes(specificatie);
    assertSpecificatie(specificatie);
    toewijzingValtBinnenIndicatie(specificatie, { van: indicatie.ingangsdatum, tot: indicatie.einddatum });
    toewijzingEindigtBijOverlijden(specificatie, indicatie.overlijdensdatum);
    const { leveringsvorm, zzpCode, toewijzingIngangsdatum, instelling } = specificatie;
    const profiel = this.codelijsten.zorgprofiel(zzpCode, toewijzingIngangsdatum);
    const waarschuwingen = profielLaatLeveringsvormToe(leveringsvorm, profiel);
    if (!isGeindiceerd(specificatie, indicatie)) waarschuwingen.push('ZZP_WIJKT_AF');
    if (instelling !== null) {
      const aanbieder = assertBekend(instelling, zorgaanbieders, ['instelling']);
      if (!aanbieder.leveringsvormen.includes(leveringsvorm))
        waarschuwingen.push('AANBIEDER_BIEDT_VORM_NIET');
    }
    return waarschuwingen;
  }

  /** Refuses a holder that nobody knows. */
  assessRegiehouder(
    { instelling }: Regiehouder,
    zorgaanbieders: Zorgaanbieders,
    pad: readonly string[],
  ): void {
    assertBekend(instelling, zorgaanbieders, [...pad, 'instelling']);
  }

  private assertCodes(specificatie: Specificatie): void {
    const { toewijzingIngangsdatum: dag, toewijzingEinddatum } = specificatie;
    const lijsten = [
      ['COD578', 'leveringsvorm'],
      ['COD163', 'zzpCode'],
      ['COD165', 'soortToewijzing'],
      ['COD001', 'uitvoerendZorgkantoor'],
      ['COD755', 'etmalen'],
      ['COD260', 'opname'],
    ] as const;
    for (const [lijst, veld] of lijsten) this.codelijsten.assertCode(lijst, specificatie[veld], dag, [veld]);
    const { redenIntrekking, instellingBestemming } = specificatie;
    this.codelijsten.assertCode('COD172', redenIntrekking, toewijzingEinddatum ?? dag, ['redenIntrekking']);
    if (instellingBestemming !== null) assertAgbCode(instellingBestemming, ['instellingBestemming']);
  }
}

/**
 * The form of delivery behind a code, when it is one that can be allocated.
 * @throws OngeldigeInvoer, also for 9 (verkeerde bed): that exists only towards the CAK (OP352)
 */
export function toLeveringsvorm(code: string, pad: readonly string[] = ['leveringsvorm']): Leveringsvorm {
  if (isLeveringsvorm(code)) return code;
  throw new OngeldigeInvoer('Deze leveringsvorm kan niet worden toegewezen.', {
    regel: 'COD578',
    bron: 'COD578',
    pad,
  });
}

function isGeindiceerd(
  { zzpCode, toewijzingIngangsdatum }: Specificatie,
  indicatie: IndicatieFeiten,
): boolean {
  return indicatie.zorgzwaartepakketten.some(
    (zzp) => zzp.zzpCode === zzpCode && holdsOn(toewijzingIngangsdatum, zzp.ingangsdatum, zzp.einddatum),
  );
}

function assertBekend(agb: string, zorgaanbieders: Zorgaanbieders, pad: readonly string[]): ZorgaanbiederRow {
  assertAgbCode(agb, pad);
  const aanbieder = zorgaanbieders.get(agb);
  if (aanbieder === undefined)
    throw new RegelGeschonden('P1', 'TR042', 'Deze zorgaanbieder is niet bekend.', pad);
  return aanbieder;
}
