import { isOrdered, type Day } from '../../../platform/clock/index.js';
import { OngeldigeInvoer, RegelGeschonden } from '../../../platform/errors/index.js';
import { isIngetrokkenVoorIngang, laatsteDag, type Periode, type Specificatie } from './bemiddeling.js';
import { kenmerken, PGB } from './leveringsvorm.js';

/** From this day on deeltijdverblijf exists (TR124). */
const EERSTE_DTV: Day = '2020-01-01';
const HEEL_PROCENT = 100;
const MEESTE_PROCENTEN = 1000;

/** A rule about one allocation on its own. */
type Specificatieregel = (specificatie: Specificatie) => void;

/** T1 (CD072, TR124): nights per week are given for deeltijdverblijf, and only for that, from 2020 on. */
export const etmalenHorenBijDeeltijdverblijf: Specificatieregel = ({ leveringsvorm, etmalen, ...rest }) => {
  const { etmalen: hoort } = kenmerken(leveringsvorm);
  if (hoort && etmalen === null) {
    throw new RegelGeschonden('T1', 'CD072', 'Bij deeltijdverblijf hoort het aantal etmalen.', ['etmalen']);
  }
  if (!hoort && etmalen !== null) {
    throw new RegelGeschonden('T1', 'CD072', 'Etmalen horen alleen bij deeltijdverblijf.', ['etmalen']);
  }
  if (hoort && rest.toewijzingIngangsdatum < EERSTE_DTV) {
    throw new RegelGeschonden('T1', 'TR124', 'Deeltijdverblijf bestaat vanaf 1 januari 2020.', [
      'toewijzingIngangsdatum',
    ]);
  }
};

/** T2 (CD052): whether there is an admission is said for verblijf and deeltijdverblijf, and only for those. */
export const opnameHoortBijVerblijf: Specificatieregel = ({ leveringsvorm, opname }) => {
  if (kenmerken(leveringsvorm).opname === (opname !== null)) return;
  const melding =
    opname === null
      ? 'Bij verblijf en deeltijdverblijf hoort of er een opname is.'
      : 'Opname hoort alleen bij verblijf en deeltijdverblijf.';
  throw new RegelGeschonden('T2', 'CD052', melding, ['opname']);
};

/** T2 (CD040): a pgb has no provider and no percentage, every other form has both. */
export const pgbHeeftGeenInstelling: Specificatieregel = (specificatie) => {
  const { instelling: hoort } = kenmerken(specificatie.leveringsvorm);
  for (const veld of ['instelling', 'percentage'] as const) {
    if (hoort === (specificatie[veld] !== null)) continue;
    const melding = hoort
      ? `Bij deze leveringsvorm hoort ${veld === 'instelling' ? 'een instelling' : 'een percentage'}.`
      : `Een pgb heeft geen ${veld}.`;
    throw new RegelGeschonden('T2', 'CD040', melding, [veld]);
  }
  if (specificatie.leveringsvorm !== PGB && specificatie.pgbPercentage !== null) {
    throw new RegelGeschonden('T2', 'CD040', 'Een pgb-percentage hoort alleen bij een pgb.', [
      'pgbPercentage',
    ]);
  }
};

/** T2 (CS129): shares are whole per cents, written in hundredths. */
export const percentagesZijnHeleProcenten: Specificatieregel = (specificatie) => {
  for (const veld of ['percentage', 'pgbPercentage'] as const) {
    const waarde = specificatie[veld];
    if (waarde === null) continue;
    if (waarde >= HEEL_PROCENT && waarde <= MEESTE_PROCENTEN * HEEL_PROCENT && waarde % HEEL_PROCENT === 0)
      continue;
    throw new RegelGeschonden('T2', 'CS129', 'Een percentage is een heel aantal procenten, in honderdsten.', [
      veld,
    ]);
  }
};

/** An allocation ends on or after the day it begins, and a reason for ending stands only beside an end. */
export const periodeIsGeordend: Specificatieregel = (specificatie) => {
  const { toewijzingIngangsdatum, toewijzingEinddatum, redenIntrekking, instellingBestemming } = specificatie;
  if (!isOrdered(toewijzingIngangsdatum, toewijzingEinddatum)) {
    throw new OngeldigeInvoer('De einddatum ligt voor de ingangsdatum.', { pad: ['toewijzingEinddatum'] });
  }
  if (toewijzingEinddatum !== null) return;
  if (redenIntrekking !== null) {
    throw new OngeldigeInvoer('Een reden voor intrekking vraagt een einddatum.', {
      pad: ['redenIntrekking'],
    });
  }
  if (instellingBestemming !== null) {
    throw new OngeldigeInvoer('Een bestemming vraagt een einddatum.', { pad: ['instellingBestemming'] });
  }
};

const SPECIFICATIEREGELS: readonly Specificatieregel[] = [
  periodeIsGeordend,
  etmalenHorenBijDeeltijdverblijf,
  opnameHoortBijVerblijf,
  pgbHeeftGeenInstelling,
  percentagesZijnHeleProcenten,
];

/** Every rule about one allocation on its own. */
export function assertSpecificatie(specificatie: Specificatie): void {
  for (const regel of SPECIFICATIEREGELS) regel(specificatie);
}

/** T9 (OP021): an allocation lies within the validity of its indication, unless it was withdrawn before it began. */
export function toewijzingValtBinnenIndicatie(specificatie: Specificatie, geldigheid: Periode): void {
  if (isIngetrokkenVoorIngang(specificatie)) return;
  if (specificatie.toewijzingIngangsdatum < geldigheid.van) {
    throw new RegelGeschonden('T9', 'OP021', 'De toewijzing begint voor de indicatie.', [
      'toewijzingIngangsdatum',
    ]);
  }
  if (laatsteDag(specificatie.toewijzingEinddatum) > laatsteDag(geldigheid.tot)) {
    const melding = 'De toewijzing loopt door na de indicatie.';
    throw new RegelGeschonden('T9', 'OP021', melding, ['toewijzingEinddatum']);
  }
}

/** Nothing is allocated to the dead: an allocation ends at the latest on the day of death. */
export function toewijzingEindigtBijOverlijden(
  specificatie: Specificatie,
  overlijdensdatum: Day | null,
): void {
  if (overlijdensdatum === null || isIngetrokkenVoorIngang(specificatie)) return;
  if (laatsteDag(specificatie.toewijzingEinddatum) > overlijdensdatum) {
    throw new OngeldigeInvoer('De cliënt is overleden; de toewijzing loopt door na het overlijden.', {
      pad: ['toewijzingEinddatum'],
    });
  }
}
