import type { Day } from '../../../platform/clock/index.js';
import { isVerlopen, type Aanbodstatus } from './aanbod.js';

/** A period of care under the allocation of an offer. */
export interface Zorgperiode {
  readonly leveringperiodeID: string;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
}

/** An offer that takes a place, with what happened around it since. */
export interface LopendAanbod {
  readonly status: Aanbodstatus;
  readonly aangebodenOp: Day;
  readonly uiterlijk: Day;
  readonly leveringperiodeID: string | null;
  /** Last day of the allocation; null while it has none. */
  readonly toewijzingTot: Day | null;
  readonly ingetrokken: boolean;
  readonly afsteldatum: Day | null;
  readonly overlijdensdatum: Day | null;
  readonly zorg: readonly Zorgperiode[];
}

/** Where the offer stands now; `redenEinde` says why the place was left when no person said so. */
export interface Stand {
  readonly status: Aanbodstatus;
  readonly leveringperiodeID: string | null;
  readonly redenEinde: string | null;
}

/**
 * What time and the reports on care made of an offer that took a place; null when nothing. Care that begins fills the
 * place that was offered, also when nobody recorded the acceptance. A place is left on the day after the last day of care.
 */
export function verloopVan(aanbod: LopendAanbod, today: Day): Stand | null {
  const stand = standOp(aanbod, today);
  return stand.status === aanbod.status && stand.leveringperiodeID === aanbod.leveringperiodeID
    ? null
    : stand;
}

function standOp(aanbod: LopendAanbod, today: Day): Stand {
  const { status, leveringperiodeID } = aanbod;
  const zorg = status === 'IN_ZORG' ? eigenZorg(aanbod) : begonnenZorg(aanbod, today);
  if (zorg !== null) {
    const { leveringperiodeID: id } = zorg;
    const reden = zorgVoorbij(aanbod, zorg, today);
    return reden === null
      ? { status: 'IN_ZORG', leveringperiodeID: id, redenEinde: null }
      : { status: 'BEEINDIGD', leveringperiodeID: id, redenEinde: reden };
  }
  if (status === 'IN_ZORG') return { status, leveringperiodeID, redenEinde: null };
  const reden = vraagVoorbij(aanbod, today);
  if (reden !== null) return { status: 'INGETROKKEN', leveringperiodeID: null, redenEinde: reden };
  if (isVerlopen(aanbod, today)) return { status: 'VERVALLEN', leveringperiodeID: null, redenEinde: null };
  return { status, leveringperiodeID: null, redenEinde: null };
}

function eigenZorg({ zorg, leveringperiodeID }: LopendAanbod): Zorgperiode | null {
  return zorg.find((periode) => periode.leveringperiodeID === leveringperiodeID) ?? null;
}

/** The last care that began and did not end before the offer was made. */
function begonnenZorg({ zorg, aangebodenOp }: LopendAanbod, today: Day): Zorgperiode | null {
  return zorg
    .filter(
      ({ ingangsdatum, einddatum }) =>
        ingangsdatum <= today && (einddatum === null || einddatum >= aangebodenOp),
    )
    .reduce<Zorgperiode | null>(
      (last, periode) => (last === null || periode.ingangsdatum > last.ingangsdatum ? periode : last),
      null,
    );
}

function zorgVoorbij(
  { toewijzingTot, overlijdensdatum }: LopendAanbod,
  { einddatum }: Zorgperiode,
  today: Day,
): string | null {
  if (overlijdensdatum !== null && overlijdensdatum < today) return 'De cliënt is overleden.';
  if (einddatum !== null && einddatum < today) return 'De zorg is geëindigd.';
  if (toewijzingTot !== null && toewijzingTot < today) return 'De toewijzing is geëindigd.';
  return null;
}

function vraagVoorbij(aanbod: LopendAanbod, today: Day): string | null {
  const { overlijdensdatum, afsteldatum, ingetrokken, toewijzingTot } = aanbod;
  if (overlijdensdatum !== null) return 'De cliënt is overleden.';
  if (afsteldatum !== null && afsteldatum <= today) return 'Van de toegewezen zorg is afgezien.';
  if (ingetrokken || (toewijzingTot !== null && toewijzingTot < today)) return 'De toewijzing is geëindigd.';
  return null;
}
