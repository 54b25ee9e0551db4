import { minDay, type Day, type Instant } from '../../../platform/clock/index.js';
import { OngeldigeInvoer } from '../../../platform/errors/index.js';
import {
  isIngetrokkenVoorIngang,
  laatsteDag,
  type Bemiddelingstaat,
  type Regiehouder,
  type Specificatie,
} from './bemiddeling.js';
import { OVERBRUGGING } from './leveringsvorm.js';
import { laatsteReden } from './rollen.js';

/** COD172: the form of delivery changed; another provider took the client in. */
const [WIJZIGING_LEVERINGSVORM, ANDERE_AANBIEDER] = ['5', '7'];

/** How an allocation ends. */
export interface Einde {
  /** Last day of the allocation. */
  readonly einddatum: Day;
  /** COD172. */
  readonly redenIntrekking: string | null;
  /** AGB of the provider the client goes to. */
  readonly instellingBestemming: string | null;
  /** When this was decided. */
  readonly vaststellingMoment: Instant;
}

/**
 * Ends one allocation. A role that nothing calls for any more ends on the same day.
 * An end that was set before can only come earlier: what goes on longer is a new allocation.
 */
export function endSpecificatie(staat: Bemiddelingstaat, id: string, einde: Einde): Bemiddelingstaat {
  const specificaties = staat.specificaties.map((specificatie) => {
    if (specificatie.bemiddelingspecificatieID !== id) return specificatie;
    assertMagZoEindigen(specificatie, einde.einddatum);
    const {
      einddatum: toewijzingEinddatum,
      redenIntrekking,
      instellingBestemming,
      vaststellingMoment,
    } = einde;
    return {
      ...specificatie,
      toewijzingEinddatum,
      redenIntrekking,
      instellingBestemming,
      vaststellingMoment,
    };
  });
  return closeRolesWithoutReason({ ...staat, specificaties });
}

/**
 * Ends everything on a day: the indication ended, or the client died. What was to begin later is withdrawn before its
 * first day; what had ended keeps its own end and reason.
 */
export function endAlles(
  staat: Bemiddelingstaat,
  dag: Day,
  redenIntrekking: string,
  vaststellingMoment: Instant,
): Bemiddelingstaat {
  const specificaties = staat.specificaties.map((specificatie) =>
    laatsteDag(specificatie.toewijzingEinddatum) <= dag || isIngetrokkenVoorIngang(specificatie)
      ? specificatie
      : {
          ...specificatie,
          toewijzingEinddatum: clip(specificatie.toewijzingIngangsdatum, dag),
          redenIntrekking,
          vaststellingMoment,
        },
  );
  const regiehouders = staat.regiehouders.map((houder) => endOn(houder, dag));
  return { specificaties, regiehouders };
}

/**
 * Ends bridging care on the day the place it bridged to began: what runs then ends with that day, what was to begin later
 * is withdrawn. What had ended stays as it was.
 * @param ids the allocations that no longer bridge to anything
 */
export function endOverbrugging(
  staat: Bemiddelingstaat,
  ids: ReadonlySet<string>,
  plaatsing: { readonly dag: Day; readonly instelling: string | null },
  vaststellingMoment: Instant,
): Bemiddelingstaat {
  const specificaties = staat.specificaties.map((specificatie) => {
    const { bemiddelingspecificatieID, toewijzingIngangsdatum, toewijzingEinddatum } = specificatie;
    const over =
      !ids.has(bemiddelingspecificatieID) ||
      specificatie.soortToewijzing !== OVERBRUGGING ||
      laatsteDag(toewijzingEinddatum) <= plaatsing.dag ||
      isIngetrokkenVoorIngang(specificatie);
    if (over) return specificatie;
    return {
      ...specificatie,
      toewijzingEinddatum: clip(toewijzingIngangsdatum, plaatsing.dag),
      redenIntrekking:
        specificatie.instelling === plaatsing.instelling ? WIJZIGING_LEVERINGSVORM : ANDERE_AANBIEDER,
      vaststellingMoment,
    };
  });
  return closeRolesWithoutReason({ ...staat, specificaties });
}

/** Ends each role with the last allocation that calls for it. */
function closeRolesWithoutReason(staat: Bemiddelingstaat): Bemiddelingstaat {
  const regiehouders = staat.regiehouders.map((houder) => {
    const laatste = laatsteReden(staat, houder.regierol);
    return laatste === undefined || laatste === null ? houder : endOn(houder, laatste);
  });
  return { ...staat, regiehouders };
}

/** Ends a role at the latest on a day; one that was to begin later is called off: its period is one day. */
function endOn(houder: Regiehouder, dag: Day): Regiehouder {
  if (laatsteDag(houder.einddatum) <= dag) return houder;
  return { ...houder, einddatum: clip(houder.ingangsdatum, dag) };
}

function clip(ingangsdatum: Day, dag: Day): Day {
  return minDay(ingangsdatum, dag) === dag ? ingangsdatum : dag;
}

function assertMagZoEindigen(
  { toewijzingIngangsdatum, toewijzingEinddatum }: Specificatie,
  einddatum: Day,
): void {
  if (einddatum < toewijzingIngangsdatum) {
    throw new OngeldigeInvoer('De einddatum ligt voor de ingangsdatum.', { pad: ['einddatum'] });
  }
  if (einddatum > laatsteDag(toewijzingEinddatum)) {
    throw new OngeldigeInvoer('Een vastgelegde einddatum kan alleen naar voren; wijs anders opnieuw toe.', {
      pad: ['einddatum'],
    });
  }
}
