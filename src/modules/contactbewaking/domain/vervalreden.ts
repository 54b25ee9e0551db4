import { addDays, holdsOn, type Day } from '../../../platform/clock/index.js';
import type { Wachtsegment } from './verplichting.js';

/** Why an obligation ended without a contact. */
export const VERVALREDENEN = [
  'OVERLEDEN',
  'GEPLAATST',
  'EINDE_ZORGVRAAG',
  'VERHUISD',
  'TOEWIJZING_BEEINDIGD',
  'WACHTSTATUS_BEEINDIGD',
  'OPNAMEBEHOEFTE_VERVALLEN',
  'ROL_BEEINDIGD',
  'OVERGEDRAGEN',
  'TERMIJN_HERZIEN',
] as const;
export type Vervalreden = (typeof VERVALREDENEN)[number];

/** COD172: Verhuizing. */
const VERHUIZING = '8';

/** A waiting row that says of which allocation it is. */
export interface Wachtregel extends Wachtsegment {
  readonly bemiddelingspecificatieID: string;
}

/** What of an allocation can take its client off the waiting list. */
export interface Toewijzingseinde {
  readonly bemiddelingspecificatieID: string;
  readonly toewijzingEinddatum: Day | null;
  /** COD172. */
  readonly redenIntrekking: string | null;
  /** Care by the days it began. */
  readonly zorg: readonly { readonly ingangsdatum: Day }[];
  /** Leveringsstatus 5 from this day on. */
  readonly afsteldatum: Day | null;
}

/** What is known of how waiting ended, beside the waiting itself. */
export interface Eindes {
  readonly overlijdensdatum: Day | null;
  /** Last day on which this zorgkantoor is responsible. */
  readonly verantwoordelijkheidEinddatum: Day | null;
  readonly toewijzingen: readonly Toewijzingseinde[];
}

/**
 * Why a duty that lived up to and including `laatste` does not live on the day after.
 * @param alle every waiting row of the bemiddeling
 * @param plichtig those under a status for which the duty exists
 */
export function waaromGeeindigd(
  laatste: Day,
  alle: readonly Wachtregel[],
  plichtig: readonly Wachtregel[],
  { overlijdensdatum, verantwoordelijkheidEinddatum, toewijzingen }: Eindes,
): Vervalreden {
  if (overlijdensdatum !== null && overlijdensdatum <= laatste) return 'OVERLEDEN';
  const daarna = addDays(laatste, 1);
  const wacht = ({ van, tot }: Wachtregel): boolean => holdsOn(daarna, van, tot);
  if (plichtig.some(wacht)) return 'ROL_BEEINDIGD';
  const geeindigd = plichtig
    .filter(({ tot }) => tot === laatste)
    .map(({ bemiddelingspecificatieID }) => bemiddelingspecificatieID);
  const bronnen = toewijzingen.filter(({ bemiddelingspecificatieID }) =>
    geeindigd.includes(bemiddelingspecificatieID),
  );
  if (bronnen.some(({ zorg }) => zorg.some(({ ingangsdatum }) => ingangsdatum === daarna)))
    return 'GEPLAATST';
  if (alle.some(wacht)) return 'OPNAMEBEHOEFTE_VERVALLEN';
  if (bronnen.some(({ afsteldatum }) => afsteldatum === daarna)) return 'EINDE_ZORGVRAAG';
  const ingetrokken = bronnen.filter(({ toewijzingEinddatum }) => toewijzingEinddatum === laatste);
  if (verantwoordelijkheidEinddatum !== null && verantwoordelijkheidEinddatum <= laatste) return 'VERHUISD';
  if (ingetrokken.some(({ redenIntrekking }) => redenIntrekking === VERHUIZING)) return 'VERHUISD';
  return ingetrokken.length > 0 ? 'TOEWIJZING_BEEINDIGD' : 'WACHTSTATUS_BEEINDIGD';
}
