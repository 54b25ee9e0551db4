import { holdsOn, type Day } from '../../platform/clock/index.js';
import type { Actor } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';

/** Whose client it is. */
export interface Verantwoordelijke {
  /** The responsible zorgkantoor. */
  readonly zorgkantoor: string;
  /** Its last day; null while it stays responsible. */
  readonly verantwoordelijkTot: Day | null;
}

/** Whose client it is, and who keeps the waiting list for them. */
export interface Regie extends Verantwoordelijke {
  /** AGB of the dossierhouder of today; null when there is none. */
  readonly dossierhouder: string | null;
}

/**
 * Only the provider knows its places: it records and confirms them.
 * @throws NietToegestaan
 */
export function assertMayRecordPlaatsen(actor: Actor, agb: string): void {
  if (isAanbieder(actor, agb)) return;
  throw new NietToegestaan('Alleen de zorgaanbieder zelf geeft zijn plaatsen op en bevestigt ze.');
}

/**
 * A place is offered, and an offer withdrawn, by the provider of the location or by the responsible zorgkantoor.
 * @throws NietToegestaan
 */
export function assertMayOffer(actor: Actor, agb: string, client: Verantwoordelijke, today: Day): void {
  if (isAanbieder(actor, agb) || isVerantwoordelijk(actor, client, today)) return;
  throw new NietToegestaan(
    'Alleen de zorgaanbieder van de locatie of het zorgkantoor biedt deze plaats aan.',
  );
}

/**
 * The client's answer is recorded by who offered, or by the dossierhouder.
 * @throws NietToegestaan
 */
export function assertMayAnswer(actor: Actor, agb: string, client: Regie, today: Day): void {
  if (isAanbieder(actor, agb) || isVerantwoordelijk(actor, client, today)) return;
  if (client.dossierhouder !== null && isAanbieder(actor, client.dossierhouder)) return;
  throw new NietToegestaan(
    'Het antwoord wordt vastgelegd door de zorgaanbieder van de locatie, de dossierhouder of het zorgkantoor.',
  );
}

/**
 * The conversation is the dossierhouder's; where there is none, or by exception, the zorgkantoor's.
 * @throws NietToegestaan
 */
export function assertMayRecordGesprek(actor: Actor, client: Regie, today: Day): void {
  if (client.dossierhouder !== null && isAanbieder(actor, client.dossierhouder)) return;
  if (isVerantwoordelijk(actor, client, today)) return;
  throw new NietToegestaan('De dossierhouder voert dit gesprek en legt vast wat eruit kwam.');
}

function isAanbieder(actor: Actor, agb: string): boolean {
  return actor.rol === 'ZORGAANBIEDER' && actor.agb === agb;
}

function isVerantwoordelijk(
  actor: Actor,
  { zorgkantoor, verantwoordelijkTot }: Verantwoordelijke,
  today: Day,
): boolean {
  return (
    actor.rol === 'ZORGKANTOOR' &&
    actor.uzovi.includes(zorgkantoor) &&
    holdsOn(today, today, verantwoordelijkTot)
  );
}
