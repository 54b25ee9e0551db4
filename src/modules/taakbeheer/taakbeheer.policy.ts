import type { Actor } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';

/** Tasks are run by hand by who keeps the system. @throws NietToegestaan */
export function assertMayRunTaak({ rol }: Actor): void {
  if (rol !== 'BEHEERDER') throw new NietToegestaan('Een taak start alleen de beheerder met de hand.');
}

/** A webhook belongs to the zorgaanbieder that listens to it. @returns its AGB. @throws NietToegestaan */
export function agbOfWebhook({ rol, agb }: Actor): string {
  if (rol === 'ZORGAANBIEDER' && agb !== null) return agb;
  throw new NietToegestaan('Een webhook beheert de zorgaanbieder zelf.');
}

/**
 * Whose undeliverable messages an actor may see and offer again: a zorgaanbieder its own, the beheerder all of them
 * (without what is in them).
 * @returns an AGB, or null for all
 */
export function receiverOf({ rol, agb }: Actor): string | null {
  if (rol === 'BEHEERDER') return null;
  if (rol === 'ZORGAANBIEDER' && agb !== null) return agb;
  throw new NietToegestaan('Berichten beheren de zorgaanbieder zelf en de beheerder.');
}
