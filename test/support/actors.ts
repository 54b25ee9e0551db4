import type { Actor, Rol } from '../../src/platform/context/index.js';
import { NietToegestaan } from '../../src/platform/errors/index.js';

export function actor(rol: Rol, over: Partial<Actor> = {}): Actor {
  return { sub: 'proef', rol, rollen: [rol], uzovi: [], agb: null, ...over };
}

const [OFFICE, OTHER_OFFICE] = ['5517', '5516'];
const [PROVIDER, OTHER_PROVIDER] = ['99000001', '99000002'];

/**
 * Everybody who may try something. The policies are asked about zorgkantoor 5517 and zorgaanbieder 99000001. Some carry
 * claims of another role, as no token gives them: what counts is the role, and then its own claim.
 */
const CAST: Readonly<Record<string, Actor>> = {
  kantoor: actor('ZORGKANTOOR', { uzovi: [OFFICE] }),
  'kantoor van twee regio’s': actor('ZORGKANTOOR', { uzovi: [OTHER_OFFICE, OFFICE] }),
  'ander kantoor': actor('ZORGKANTOOR', { uzovi: [OTHER_OFFICE], agb: PROVIDER }),
  'kantoor zonder regio': actor('ZORGKANTOOR'),
  aanbieder: actor('ZORGAANBIEDER', { agb: PROVIDER }),
  'andere aanbieder': actor('ZORGAANBIEDER', { agb: OTHER_PROVIDER, uzovi: [OFFICE] }),
  'aanbieder zonder agb': actor('ZORGAANBIEDER', { uzovi: [OFFICE] }),
  beheerder: actor('BEHEERDER', { uzovi: [OFFICE], agb: PROVIDER }),
  logbeheerder: actor('LOGBEHEERDER', { uzovi: [OFFICE], agb: PROVIDER }),
  systeem: actor('SYSTEEM', { uzovi: [OFFICE], agb: PROVIDER }),
};

/** Who of the cast a policy lets through. All others must be refused, not met with an accident. */
export function allowed(policy: (actor: Actor) => unknown): string[] {
  return Object.entries(CAST)
    .filter(([, who]) => lets(policy, who))
    .map(([name]) => name);
}

function lets(policy: (actor: Actor) => unknown, who: Actor): boolean {
  try {
    return policy(who) !== false;
  } catch (error) {
    if (error instanceof NietToegestaan) return false;
    throw error;
  }
}
