import { addDays, maxDay, minDay, type Day } from '../../../platform/clock/index.js';
import { NietGevonden, RegelGeschonden } from '../../../platform/errors/index.js';
import { assertGeschiedenis } from './geschiedenis.js';
import { assertAfstel, assertEindeZorg, assertLeveringperiode, assertUitstelperiode } from './melding.js';
import type { Maatstaf } from './grenzen.js';
import type { Afstel, Leveringperiode, Traject, Uitstelperiode } from './traject.js';

/**
 * The decisions of the use cases: what an allocation looks like after a report. All throw a DomainError when the
 * report cannot be made; nothing is ever taken away from what was reported before.
 */

/**
 * A waiting status begins. What ran before ends the day before; what begins on the same day stays beside it (W6). A
 * report that comes late ends where the next report begins.
 */
export function reportUitstelperiode(traject: Traject, nieuw: Uitstelperiode, maatstaf: Maatstaf): Traject {
  assertUitstelperiode(traject.specificatie, nieuw, maatstaf);
  const start = nieuw.ingangsdatum;
  const einddatum = nieuw.einddatum ?? eindeBijMelding(traject, start);
  const after = {
    ...traject,
    uitstelperioden: [...closedBefore(traject.uitstelperioden, start, false), { ...nieuw, einddatum }],
  };
  return checked(after, nieuw.uitstelperiodeID, 'ingangsdatum');
}

/** Where a status from `start` on ends by what was reported before it; null when nothing follows. */
function eindeBijMelding({ uitstelperioden, leveringperioden }: Traject, start: Day): Day | null {
  const later = [...uitstelperioden, ...leveringperioden]
    .filter(({ ingangsdatum }) => ingangsdatum > start)
    .map(({ ingangsdatum }) => addDays(ingangsdatum, -1));
  // Who was in care from that day on waited at most that day, in whatever order the two were reported.
  const zelfdeDag = leveringperioden.some(
    ({ ingangsdatum, einddatum }) => ingangsdatum === start && (einddatum === null || einddatum > start),
  );
  return [...later, ...(zelfdeDag ? [start] : [])].reduce<Day | null>(
    (first, day) => (first === null ? day : minDay(first, day)),
    null,
  );
}

/** A reported Uitstelperiode was wrong. Only that one changes; the reports around it keep what they say. */
export function correctUitstelperiode(traject: Traject, beter: Uitstelperiode, maatstaf: Maatstaf): Traject {
  if (!traject.uitstelperioden.some((periode) => periode.uitstelperiodeID === beter.uitstelperiodeID)) {
    throw new NietGevonden('De uitstelperiode', ['uitstelperiodeID']);
  }
  assertUitstelperiode(traject.specificatie, beter, maatstaf);
  const after = {
    ...traject,
    uitstelperioden: traject.uitstelperioden.map((periode) =>
      periode.uitstelperiodeID === beter.uitstelperiodeID ? beter : periode,
    ),
  };
  return checked(after, beter.uitstelperiodeID, 'ingangsdatum');
}

/** Care begins, and with that the waiting ends. */
export function startLevering(traject: Traject, nieuw: Leveringperiode, maatstaf: Maatstaf): Traject {
  assertLeveringperiode(traject.specificatie, nieuw, maatstaf);
  if (nieuw.einddatum !== null) assertEindeZorg(nieuw);
  const after = {
    ...traject,
    uitstelperioden: closedBefore(traject.uitstelperioden, nieuw.ingangsdatum, true),
    leveringperioden: [...traject.leveringperioden, nieuw],
  };
  return checked(after, nieuw.leveringperiodeID, 'ingangsdatum');
}

export type EindeLevering = Pick<
  Leveringperiode,
  'einddatum' | 'beeindigingReden' | 'aanbiederBestemming' | 'vaststellingMoment'
>;

/**
 * The care that can end: without an end, or with one that is still to come and so can be told anew.
 * @throws RegelGeschonden W4 when there is none
 */
export function lopendeLevering(traject: Traject, today: Day): Leveringperiode {
  const lopend = traject.leveringperioden.find(({ einddatum }) => einddatum === null || einddatum > today);
  if (lopend !== undefined) return lopend;
  throw new RegelGeschonden('W4', 'TR078', 'Er wordt geen zorg geleverd die kan eindigen.', ['einddatum']);
}

/** The running care ends; the mutatiecode says whether the allocation stays open (20) or closes (17, 19). */
export function endLevering(
  traject: Traject,
  lopend: Leveringperiode,
  einde: EindeLevering,
  maatstaf: Maatstaf,
): Traject {
  const geeindigd = { ...lopend, ...einde };
  assertLeveringperiode(traject.specificatie, geeindigd, maatstaf);
  assertEindeZorg(geeindigd);
  const after = {
    ...traject,
    leveringperioden: traject.leveringperioden.map((periode) =>
      periode.leveringperiodeID === lopend.leveringperiodeID ? geeindigd : periode,
    ),
  };
  return checked(after, lopend.leveringperiodeID, 'einddatum');
}

/** The allocated care will never be given; nothing can follow on this allocation. */
export function reportAfstel(traject: Traject, afstel: Afstel, maatstaf: Maatstaf): Traject {
  if (traject.afstel !== null) {
    throw new RegelGeschonden('W3', 'TR046', 'De zorgvraag voor deze toewijzing is al geëindigd.', [
      'afsteldatum',
    ]);
  }
  assertAfstel(traject.specificatie, afstel, maatstaf);
  const after = {
    ...traject,
    uitstelperioden: closedBefore(traject.uitstelperioden, afstel.afsteldatum, true),
    afstel,
  };
  return checked(after, afstel.afstelID, 'afsteldatum');
}

/** Ends what runs on `day` on the day before; one that began on `day` itself can end no earlier than that day. */
function closedBefore(
  perioden: readonly Uitstelperiode[],
  day: Day,
  sameDayToo: boolean,
): readonly Uitstelperiode[] {
  return perioden.map((periode) => {
    const { ingangsdatum, einddatum } = periode;
    const begun = sameDayToo ? ingangsdatum <= day : ingangsdatum < day;
    if (!begun || (einddatum !== null && einddatum < day)) return periode;
    return { ...periode, einddatum: maxDay(ingangsdatum, addDays(day, -1)) };
  });
}

function checked(traject: Traject, id: string, veld: string): Traject {
  assertGeschiedenis(traject, { ids: new Set([id]), pad: [veld] });
  return traject;
}
