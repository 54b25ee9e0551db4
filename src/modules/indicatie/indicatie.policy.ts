import type { Actor } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';

/** A zorgkantoor registers the decisions that the CIZ addressed to it. */
export function mayRegisterIndicatie(actor: Actor, initieelVerantwoordelijkZorgkantoor: string): boolean {
  return actor.rol === 'ZORGKANTOOR' && actor.uzovi.includes(initieelVerantwoordelijkZorgkantoor);
}

/** @throws NietToegestaan */
export function assertMayRegisterIndicatie(actor: Actor, zorgkantoor: string, pad: readonly string[]): void {
  if (!mayRegisterIndicatie(actor, zorgkantoor)) {
    throw new NietToegestaan('U registreert alleen indicaties voor uw eigen zorgkantoor.', pad);
  }
}
