import { maxDay, type Day } from '../../../platform/clock/index.js';
import {
  isIngetrokkenVoorIngang,
  type Bemiddelingstaat,
  type Periode,
  type Regiehouder,
  type Specificatie,
} from './bemiddeling.js';
import { kenmerken, type Regierol } from './leveringsvorm.js';

export function rolPeriode(houder: Regiehouder): Periode {
  return { van: houder.ingangsdatum, tot: houder.einddatum };
}

/** The holders of one role, in order of time. */
export function houdersVan(staat: Bemiddelingstaat, rol: Regierol): Regiehouder[] {
  return staat.regiehouders
    .filter(({ regierol }) => regierol === rol)
    .sort((a, b) => (a.ingangsdatum < b.ingangsdatum ? -1 : a.ingangsdatum > b.ingangsdatum ? 1 : 0));
}

/** The allocations for which a role must be there. */
export function vragenOmRol(staat: Bemiddelingstaat, rol: Regierol): Specificatie[] {
  return staat.specificaties.filter(({ leveringsvorm }) => kenmerken(leveringsvorm).regierol === rol);
}

/**
 * The last day on which any allocation calls for the role: null when one is open, undefined when none ever does. What
 * was withdrawn before it began calls for nothing, unless there is nothing else.
 */
export function laatsteReden(staat: Bemiddelingstaat, rol: Regierol): Day | null | undefined {
  const alle = vragenOmRol(staat, rol);
  const geldend = alle.filter((specificatie) => !isIngetrokkenVoorIngang(specificatie));
  const einden = (geldend.length > 0 ? geldend : alle).map(({ toewijzingEinddatum }) => toewijzingEinddatum);
  if (einden.length === 0) return undefined;
  return einden.some((eind) => eind === null) ? null : (einden as Day[]).reduce(maxDay);
}
