import type { Day } from '../../../platform/clock/index.js';
import { RegelGeschonden } from '../../../platform/errors/index.js';

/** Where an offer stands. */
export type Aanbodstatus =
  'AANGEBODEN' | 'AANVAARD' | 'IN_ZORG' | 'GEWEIGERD' | 'INGETROKKEN' | 'VERVALLEN' | 'BEEINDIGD';

/** What the offer makes of the place: free again, held, kept, or lived in. */
export type Plaatstoestand = 'VRIJ' | 'AANGEBODEN' | 'GERESERVEERD' | 'BEZET';

/** What brings an offer to another state. */
export type Gebeurtenis =
  'acceptAanbod' | 'refuseAanbod' | 'withdrawAanbod' | 'verloop' | 'beginZorg' | 'eindeZorg' | 'eindeVraag';

export const TOESTAND: Readonly<Record<Aanbodstatus, Plaatstoestand>> = {
  AANGEBODEN: 'AANGEBODEN',
  AANVAARD: 'GERESERVEERD',
  IN_ZORG: 'BEZET',
  GEWEIGERD: 'VRIJ',
  INGETROKKEN: 'VRIJ',
  VERVALLEN: 'VRIJ',
  BEEINDIGD: 'VRIJ',
};

export const GEBEURTENISSEN: Readonly<Record<Gebeurtenis, string>> = {
  acceptAanbod: 'De cliënt neemt de plaats aan, uiterlijk op de laatste dag van het aanbod',
  refuseAanbod: 'De cliënt weigert, met een reden',
  withdrawAanbod:
    'De zorgaanbieder of het zorgkantoor trekt het aanbod in, met een reden, ook nadat het is aangenomen',
  verloop: 'De laatste dag van het aanbod is voorbij',
  beginZorg: 'De zorg begint (reportLeveringperiode), ook als niemand de aanvaarding meldde',
  eindeZorg: 'De dag na de laatste dag van de zorg',
  eindeVraag: 'Afstel, einde van de toewijzing of overlijden, terwijl de zorg niet begon',
};

export interface Overgang {
  readonly van: Aanbodstatus;
  readonly gebeurtenis: Gebeurtenis;
  readonly naar: Aanbodstatus;
}

/** The life of an offer. Who refused, withdrew, let lapse or left is at an end: a new offer is a new beginning. */
export const OVERGANGEN: readonly Overgang[] = [
  { van: 'AANGEBODEN', gebeurtenis: 'acceptAanbod', naar: 'AANVAARD' },
  { van: 'AANGEBODEN', gebeurtenis: 'refuseAanbod', naar: 'GEWEIGERD' },
  { van: 'AANGEBODEN', gebeurtenis: 'withdrawAanbod', naar: 'INGETROKKEN' },
  { van: 'AANGEBODEN', gebeurtenis: 'verloop', naar: 'VERVALLEN' },
  { van: 'AANGEBODEN', gebeurtenis: 'beginZorg', naar: 'IN_ZORG' },
  { van: 'AANGEBODEN', gebeurtenis: 'eindeVraag', naar: 'INGETROKKEN' },
  { van: 'AANVAARD', gebeurtenis: 'withdrawAanbod', naar: 'INGETROKKEN' },
  { van: 'AANVAARD', gebeurtenis: 'beginZorg', naar: 'IN_ZORG' },
  { van: 'AANVAARD', gebeurtenis: 'eindeVraag', naar: 'INGETROKKEN' },
  { van: 'IN_ZORG', gebeurtenis: 'eindeZorg', naar: 'BEEINDIGD' },
];

/** True while the offer takes a place. */
export function isBezet(status: Aanbodstatus): boolean {
  return TOESTAND[status] !== 'VRIJ';
}

/** What decides whether an offer still stands. */
export interface Termijn {
  readonly status: Aanbodstatus;
  /** Last day on which it can be accepted. */
  readonly uiterlijk: Day;
}

/** An unanswered offer is over on the day after its last day, whether or not anybody has recorded that. */
export function isVerlopen({ status, uiterlijk }: Termijn, today: Day): boolean {
  return status === 'AANGEBODEN' && uiterlijk < today;
}

/** The state an offer shows on a day. */
export function statusOp(aanbod: Termijn, today: Day): Aanbodstatus {
  return isVerlopen(aanbod, today) ? 'VERVALLEN' : aanbod.status;
}

/**
 * The state that a person's act leads to.
 * @throws RegelGeschonden PL10 for an offer that lapsed, PL11 when its state does not allow this
 */
export function overgang(aanbod: Termijn, gebeurtenis: Gebeurtenis, today: Day): Aanbodstatus {
  if (isVerlopen(aanbod, today)) {
    throw new RegelGeschonden('PL10', null, 'Dit aanbod is verlopen; doe zo nodig een nieuw aanbod.', [
      'aanbodID',
    ]);
  }
  const found = OVERGANGEN.find((one) => one.van === aanbod.status && one.gebeurtenis === gebeurtenis);
  if (found !== undefined) return found.naar;
  throw new RegelGeschonden('PL11', null, 'Het aanbod staat daar niet meer voor open.', ['aanbodID']);
}
