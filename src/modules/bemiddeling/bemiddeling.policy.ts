import type { Day } from '../../platform/clock/index.js';
import type { Actor } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';

/** Which zorgkantoor answers for a bemiddeling, and until when. */
export interface Verantwoordelijkheid {
  readonly verantwoordelijkZorgkantoor: string;
  readonly verantwoordelijkheidEinddatum: Day | null;
}

/** Who allocates and appoints: the zorgkantoor that is responsible today, and the register's own processes. */
export function mayChangeBemiddeling(actor: Actor, bemiddeling: Verantwoordelijkheid, today: Day): boolean {
  if (actor.rol === 'SYSTEEM') return true;
  const { verantwoordelijkZorgkantoor, verantwoordelijkheidEinddatum } = bemiddeling;
  const loopt = verantwoordelijkheidEinddatum === null || verantwoordelijkheidEinddatum >= today;
  return actor.rol === 'ZORGKANTOOR' && loopt && actor.uzovi.includes(verantwoordelijkZorgkantoor);
}

/** @throws NietToegestaan */
export function assertMayChangeBemiddeling(
  actor: Actor,
  bemiddeling: Verantwoordelijkheid,
  today: Day,
): void {
  if (!mayChangeBemiddeling(actor, bemiddeling, today)) {
    throw new NietToegestaan('Alleen het verantwoordelijke zorgkantoor wijst zorg toe en wijzigt rollen.');
  }
}
