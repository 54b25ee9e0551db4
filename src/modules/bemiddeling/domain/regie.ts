import { addDays, maxDay, type Day } from '../../../platform/clock/index.js';
import { RegelGeschonden } from '../../../platform/errors/index.js';
import {
  isIngetrokkenVoorIngang,
  laatsteDag,
  overlap,
  periodeVan,
  type Bemiddelingstaat,
  type Periode,
  type Regiehouder,
  type Specificatie,
} from './bemiddeling.js';
import { COORDINATOR_ZORG_THUIS, DOSSIERHOUDER, MPT, ROLNAAM, type Regierol } from './leveringsvorm.js';
import { houdersVan, laatsteReden, rolPeriode, vragenOmRol } from './rollen.js';

const ROLLEN: readonly Regierol[] = [COORDINATOR_ZORG_THUIS, DOSSIERHOUDER];

/** The norm behind R1 for each role. */
const BRON_VERPLICHT: Readonly<Record<Regierol, string>> = {
  [COORDINATOR_ZORG_THUIS]: 'CD050',
  [DOSSIERHOUDER]: 'CD073',
};

type Regieregel = (staat: Bemiddelingstaat) => void;

/** R1 (CD073, CD050): verblijf, vpt and dtv have a dossierhouder on every day, mpt a coördinator zorg thuis. */
export const verplichteRegiehouderIsErSteeds: Regieregel = (staat) => {
  for (const rol of ROLLEN) {
    const houders = houdersVan(staat, rol);
    for (const specificatie of vragenOmRol(staat, rol)) {
      if (isIngetrokkenVoorIngang(specificatie) || dekt(houders, periodeVan(specificatie))) continue;
      const melding = `Bij deze leveringsvorm hoort de hele periode een ${ROLNAAM[rol]}.`;
      throw new RegelGeschonden('R1', BRON_VERPLICHT[rol], melding, ['regiehouder']);
    }
  }
};

/**
 * R1, the other way round: a role exists beside an allocation that calls for it, and not beyond the last one. It may
 * begin earlier: a client can wait before the first day of the allocation (OP026). A role of a single day after that is
 * one that was called off before it began.
 */
export const rolBestaatNaastToewijzing: Regieregel = (staat) => {
  for (const rol of ROLLEN) {
    const laatste = laatsteReden(staat, rol);
    for (const houder of houdersVan(staat, rol)) {
      if (houder.einddatum === houder.ingangsdatum) continue;
      if (laatste !== undefined && laatsteDag(houder.einddatum) <= laatsteDag(laatste)) continue;
      const melding = `Een ${ROLNAAM[rol]} is er alleen zolang een toewijzing daarom vraagt.`;
      throw new RegelGeschonden('R1', BRON_VERPLICHT[rol], melding, ['regiehouder', 'regierol']);
    }
  }
};

/** R3 (RFC 24016) and R4 (OP321): one holder of a role at a time; successive ones share at most the day of hand-over. */
export const opvolgersOverlappenHooguitEenDag: Regieregel = (staat) => {
  for (const rol of ROLLEN) {
    const houders = houdersVan(staat, rol);
    houders.forEach((houder, index) => {
      if (!houders.slice(index + 1).some((later) => later.ingangsdatum < eindeVanOverdracht(houder))) return;
      const tweede = rol === DOSSIERHOUDER && houder.einddatum === null;
      throw tweede
        ? new RegelGeschonden('R4', 'OP321', 'Er is al een dossierhouder.', ['regiehouder', 'ingangsdatum'])
        : new RegelGeschonden(
            'R3',
            'RFC24016',
            `Opeenvolgende houders van de rol ${ROLNAAM[rol]} overlappen hooguit één dag.`,
            ['regiehouder', 'ingangsdatum'],
          );
    });
  }
};

/** OP316: who coordinates care at home delivers part of the mpt itself, until the end of the role. */
export const coordinatorLevertZelfMpt: Regieregel = (staat) => {
  for (const houder of houdersVan(staat, COORDINATOR_ZORG_THUIS)) {
    if (houder.einddatum === houder.ingangsdatum) continue;
    const eigen = staat.specificaties.filter(
      (s) =>
        s.leveringsvorm === MPT &&
        s.instelling === houder.instelling &&
        overlap(periodeVan(s), rolPeriode(houder)),
    );
    if (eigen.some((s) => totEindeVan(s, houder))) continue;
    const melding = 'De coördinator zorg thuis heeft zelf een toewijzing voor mpt.';
    throw new RegelGeschonden('R1', 'OP316', melding, ['regiehouder', 'instelling']);
  }
};

const REGIEREGELS: readonly Regieregel[] = [
  opvolgersOverlappenHooguitEenDag,
  verplichteRegiehouderIsErSteeds,
  rolBestaatNaastToewijzing,
  coordinatorLevertZelfMpt,
];

/** Every rule about the roles of one bemiddeling. */
export function assertRegie(staat: Bemiddelingstaat): void {
  for (const regel of REGIEREGELS) regel(staat);
}

/** True when the holder's own mpt lasts as long as the role does, give or take the day of a hand-over. */
function totEindeVan({ toewijzingEinddatum }: Specificatie, { einddatum }: Regiehouder): boolean {
  if (toewijzingEinddatum === null) return true;
  return einddatum !== null && addDays(toewijzingEinddatum, 1) >= einddatum;
}

/** First day on which a successor no longer overlaps too much: the last day itself, a day later for a single day. */
function eindeVanOverdracht({ ingangsdatum, einddatum }: Regiehouder): Day {
  return maxDay(laatsteDag(einddatum), addDays(ingangsdatum, 1));
}

/** True when the holders, in order of time, leave no day of the period without one. */
function dekt(houders: readonly Regiehouder[], periode: Periode): boolean {
  let nodig = periode.van;
  const tot = laatsteDag(periode.tot);
  for (const houder of houders) {
    if (houder.ingangsdatum > nodig) break;
    const einde = laatsteDag(houder.einddatum);
    if (einde >= tot) return true;
    if (einde >= nodig) nodig = addDays(einde, 1);
  }
  return false;
}
