import type { Day } from '../../../platform/clock/index.js';
import type { Verplichtingsoort } from './verplichting.js';
import type { Vervalreden } from './vervalreden.js';

/** What an obligation says: who owes contact, since when, by which norm, by when. */
export interface Inhoud {
  readonly soort: Verplichtingsoort;
  /** AGB of the bearer. */
  readonly instelling: string;
  /** First day of the unbroken duty. */
  readonly begin: Day;
  /** The day the term runs from: the last counted contact, or the beginning. */
  readonly termijnVan: Day;
  readonly laatsteContactID: string | null;
  /** The day of the counted contact before the last, which may be the same day; twice a year is judged by it. */
  readonly voorlaatsteContact: Day | null;
  readonly contactnormID: number | null;
  readonly normVersie: number | null;
  readonly maxDagen: number;
  readonly uiterlijk: Day;
}

/** How an obligation ended. */
export type Afloop =
  | { readonly afloop: null }
  | { readonly afloop: 'VOLDAAN'; readonly voldaanDoor: string; readonly voldaanOp: Day }
  | { readonly afloop: 'VERVALLEN'; readonly vervalreden: Vervalreden };

/** One obligation: it is the one that counts on each day from `van` up to and including `tot` (null: it goes on). */
export type Verplichtingregel = Inhoud &
  Afloop & {
    readonly van: Day;
    readonly tot: Day | null;
    /** First of its days on which it is late; null when it never is. */
    readonly teLaatSinds: Day | null;
  };
