import type { Actor } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';
import { mayChangeBemiddeling, type Verantwoordelijkheid } from '../bemiddeling/index.js';

/**
 * Bridging care is asked for by the provider that holds a regierol: dossierhouder or coördinator zorg thuis. Which of the
 * two may ask for which form is for rule R2.
 * @returns its AGB
 * @throws NietToegestaan
 */
export function agbOfAanvrager(
  actor: Actor,
  houders: { readonly dossierhouder: string | null; readonly coordinator: string | null },
): string {
  const { agb } = actor;
  const isHouder = agb !== null && (agb === houders.dossierhouder || agb === houders.coordinator);
  if (actor.rol === 'ZORGAANBIEDER' && isHouder) return agb;
  throw new NietToegestaan('Overbruggingszorg vraagt de dossierhouder of de coördinator zorg thuis aan.');
}

/** Whether a client needs bridging care is for the dossierhouder to say. @throws NietToegestaan */
export function assertIsDossierhouder(actor: Actor, dossierhouder: string | null): string {
  if (actor.rol === 'ZORGAANBIEDER' && actor.agb !== null && actor.agb === dossierhouder) return actor.agb;
  throw new NietToegestaan('Alleen de dossierhouder zegt dat overbruggingszorg niet nodig is.');
}

/** A request is judged by the zorgkantoor that is responsible today. @throws NietToegestaan */
export function assertMayJudge(actor: Actor, verantwoordelijk: Verantwoordelijkheid, today: string): void {
  if (mayChangeBemiddeling(actor, verantwoordelijk, today)) return;
  throw new NietToegestaan('Alleen het verantwoordelijke zorgkantoor beoordeelt een verzoek.');
}
