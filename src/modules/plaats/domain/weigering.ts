import type { Day } from '../../../platform/clock/index.js';

/** A reason of refusal as the office configured it for a period. */
export interface Weigeringsreden {
  readonly code: string;
  readonly omschrijving: string;
  /** Whether a refusal for this reason can count for rule W8. */
  readonly teltMee: boolean;
}

/** What a client answers with a refusal. */
export interface Weigering {
  readonly conformWens: boolean;
  readonly zwaarwegendeReden: string | null;
  /** COD167 of the waiting place on the day of the refusal; null when nobody waits there any more. */
  readonly leveringsstatus: string | null;
}

const ACTIEF_PLAATSEN = '7';
/** The source gives the second refusal a consequence, and the first none. */
const TWEEDE = 2;

/**
 * W8: a refusal counts when the place fitted the wish, no weighty reason was given, the client waits under Actief
 * plaatsen, and the office lets the reason count.
 */
export function teltMee(
  { conformWens, zwaarwegendeReden, leveringsstatus }: Weigering,
  reden: Weigeringsreden,
): boolean {
  return conformWens && zwaarwegendeReden === null && leveringsstatus === ACTIEF_PLAATSEN && reden.teltMee;
}

/**
 * W8: the second refusal that counts asks for a conversation, once; after a conversation the count begins anew.
 * @param eerder refusals that counted since the last conversation, without this one
 */
export function vraagtOmGesprek(telt: boolean, eerder: number, gesprekStaatOpen: boolean): boolean {
  return telt && !gesprekStaatOpen && eerder + 1 >= TWEEDE;
}

/** Shown with the conversation; nothing happens by itself. */
export const SUGGESTIE =
  'Bespreek met de cliënt of Actief plaatsen (7) nog klopt, of dat Wacht op voorkeur (2) beter past. ' +
  'De status verandert alleen als u die zelf meldt; niemand gaat hierdoor van de lijst.';

/** What came of a conversation. */
export type Gespreksresultaat = 'STATUS_BLIJFT' | 'STATUS_AANPASSEN' | 'WENS_AANGEPAST' | 'ZIET_AF';

/** Why the conversation is asked for, in words for staff. */
export function gespreksreden(tweedeOp: Day): string {
  return `Tweede weigering (op ${tweedeOp}) van een aanbod volgens de wens bij Actief plaatsen. ${SUGGESTIE}`;
}
