import type { Actor } from '../../../platform/context/index.js';
import { NietToegestaan, OngeldigeInvoer } from '../../../platform/errors/index.js';

/** Names of our own processes begin so; they are ended by stopping them. */
const PROCES = /^proces:/i;

/** @throws NietToegestaan unless the beheerder asks */
export function assertMayBlock({ rol }: Actor): void {
  if (rol !== 'BEHEERDER') throw new NietToegestaan('Alleen de beheerder blokkeert gebruikers.');
}

/**
 * Who may be kept out: other people. A beheerder that keeps itself out could not undo it.
 * @throws NietToegestaan for oneself, OngeldigeInvoer for a process
 */
export function assertCanBeBlocked(actor: Actor, sub: string): void {
  if (sub === actor.sub) throw new NietToegestaan('U kunt uzelf niet blokkeren.', ['sub']);
  if (PROCES.test(sub))
    throw new OngeldigeInvoer('Dit is een proces van Wlz-regie, geen gebruiker.', { pad: ['sub'] });
}
