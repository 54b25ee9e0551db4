import type { Actor } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';

/**
 * Who may change a client's data: the zorgkantoor responsible for the client, not one that carries care out, and no
 * zorgaanbieder.
 * @param verantwoordelijken UZOVI codes of the zorgkantoren responsible today
 */
export function mayChangeClient(actor: Actor, verantwoordelijken: readonly string[]): boolean {
  return actor.rol === 'ZORGKANTOOR' && verantwoordelijken.some((uzovi) => actor.uzovi.includes(uzovi));
}

/** @throws NietToegestaan */
export function assertMayChangeClient(actor: Actor, verantwoordelijken: readonly string[]): void {
  if (!mayChangeClient(actor, verantwoordelijken)) {
    throw new NietToegestaan('Alleen het verantwoordelijke zorgkantoor wijzigt de gegevens van een cliënt.');
  }
}
