import { addDays, holdsOn, type Day } from '../../../platform/clock/index.js';
import { isGesloten } from './geschiedenis.js';
import { isGeeindigd, isPgb, kanWachten, type Bron, type Leveringperiode, type Traject } from './traject.js';
import { wachtOp } from './wachtverloop.js';

/** The leveringsstatus (COD167) of an allocation on a day, and whose word it is; SYSTEEM when nobody reported it. */
export interface Leveringsstatus {
  readonly leveringsstatus: string;
  readonly leveringsstatusClassificatie: string | null;
  readonly ingangsdatum: Day;
  readonly bron: Bron | 'SYSTEEM';
}

/** Null when the allocation ended, or was kept open and nothing holds on that day. */
export function leveringsstatusOp(traject: Traject, day: Day): Leveringsstatus | null {
  const { specificatie, afstel } = traject;
  if (afstel !== null && afstel.afsteldatum <= day) return plain('5', afstel.afsteldatum, 'ZORGAANBIEDER');
  if (isGeeindigd(specificatie, day)) return null;
  const zorg = traject.leveringperioden.find((periode) =>
    holdsOn(day, periode.ingangsdatum, periode.einddatum),
  );
  if (zorg !== undefined) return plain('4', zorg.ingangsdatum, 'ZORGAANBIEDER');
  if (isPgb(specificatie)) return plain('4', specificatie.toewijzingIngangsdatum, 'SYSTEEM');
  const gesloten = closedBy(traject, day);
  if (gesloten !== null) return plain('5', addDays(gesloten, 1), 'ZORGAANBIEDER');
  const periode = wachtOp(traject, day);
  if (periode !== null) {
    const { leveringsstatus, leveringsstatusClassificatie, ingangsdatum, bron } = periode;
    return { leveringsstatus, leveringsstatusClassificatie, ingangsdatum, bron };
  }
  return initieleStatus(traject, day);
}

/**
 * Rule W5, for reporting only: a regular allocation in kind about which nobody reported anything counts as initially
 * "actief plaatsen". It is not on the waiting list and starts no duty.
 */
export function initieleStatus(traject: Traject, day: Day): Leveringsstatus | null {
  const { specificatie, afstel, uitstelperioden, leveringperioden } = traject;
  if (!kanWachten(specificatie) || isGeeindigd(specificatie, day)) return null;
  if (uitstelperioden.length > 0 || leveringperioden.length > 0 || afstel !== null) return null;
  return plain('7', specificatie.toewijzingIngangsdatum, 'SYSTEEM');
}

/** Something on an allocation that asks for attention. */
export type Signaal = 'OVERBRUGGING_LOOPT_DOOR' | 'STATUS_VERVROEGD';

/**
 * A bridging allocation that is still open while the place it bridges to is taken: regular care of the same bemiddeling
 * began since, and nobody waits there any more.
 */
export function signalenOp(traject: Traject, zelfdeBemiddeling: readonly Traject[], day: Day): Signaal[] {
  const { specificatie, afstel } = traject;
  if (specificatie.soortToewijzing !== '3' || isGeeindigd(specificatie, day) || afstel !== null) return [];
  const waits = zelfdeBemiddeling.some((ander) => wachtOp(ander, day) !== null);
  const placed = zelfdeBemiddeling.some(
    (ander) =>
      kanWachten(ander.specificatie) &&
      ander.leveringperioden.some(
        (periode) =>
          holdsOn(day, periode.ingangsdatum, periode.einddatum) &&
          periode.ingangsdatum >= specificatie.toewijzingIngangsdatum,
      ),
  );
  return placed && !waits ? ['OVERBRUGGING_LOOPT_DOOR'] : [];
}

/** Last day of the care whose end also closed the allocation. */
function closedBy(traject: Traject, day: Day): Day | null {
  const last = traject.leveringperioden
    .filter((periode) => periode.ingangsdatum <= day)
    .reduce<Leveringperiode | null>(
      (best, p) => (best === null || p.ingangsdatum > best.ingangsdatum ? p : best),
      null,
    );
  return last !== null && isGesloten(last) ? last.einddatum : null;
}

function plain(leveringsstatus: string, ingangsdatum: Day, bron: Leveringsstatus['bron']): Leveringsstatus {
  return { leveringsstatus, leveringsstatusClassificatie: null, ingangsdatum, bron };
}
