import { maxDay } from '../../platform/clock/index.js';
import type { Codelijsten } from '../codelijst/index.js';
import type { Indicatiedossier } from './domain/indicatiedossier.js';

/**
 * Checks every code of a decision. The lists are those of the day it was taken or began, whichever is later: codes that
 * are new next year stand in decisions taken this year.
 * @throws OngeldigeInvoer
 */
export function assertIndicatieCodes(
  codelijsten: Codelijsten,
  { indicatie, grondslagen, zorgzwaartepakketten, wzd }: Indicatiedossier,
  pad: readonly string[],
): void {
  const day = maxDay(indicatie.afgiftedatum, indicatie.ingangsdatum);
  codelijsten.assertCode('COD001', indicatie.initieelVerantwoordelijkZorgkantoor, day, [
    ...pad,
    'initieelVerantwoordelijkZorgkantoor',
  ]);
  codelijsten.assertCode('COD169', indicatie.soortWlzindicatie, day, [...pad, 'soortWlzindicatie']);
  codelijsten.assertCode('COD260', indicatie.meerzorg, day, [...pad, 'meerzorg']);
  grondslagen.forEach(({ grondslag }, index) =>
    codelijsten.assertCode('COD736', grondslag, day, [...pad, 'grondslag', String(index), 'grondslag']),
  );
  zorgzwaartepakketten.forEach((zzp, index) => {
    const zzpPad = [...pad, 'geindiceerdZorgzwaartepakket', String(index)];
    const zzpDay = maxDay(day, zzp.ingangsdatum);
    codelijsten.assertCode('COD163', zzp.zzpCode, zzpDay, [...zzpPad, 'zzpCode']);
    codelijsten.assertCode('COD999', zzp.voorkeurClient, zzpDay, [...zzpPad, 'voorkeurClient']);
    codelijsten.assertCode('COD998', zzp.financiering, zzpDay, [...zzpPad, 'financiering']);
  });
  codelijsten.assertCode('COD127', wzd?.wzdVerklaring, day, [...pad, 'wzd', 'wzdVerklaring']);
}
