import type { Actor } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';

/**
 * One order holds for the whole register, over the borders of regions: a provider's list has clients of several offices
 * in it. So it is not for one of them to decide but for the beheerder, who writes down what they agreed.
 * @throws NietToegestaan
 */
export function assertMayRecordVolgordebeleid({ rol }: Actor): void {
  if (rol !== 'BEHEERDER')
    throw new NietToegestaan('Alleen de beheerder legt een volgorde vast, voor alle regio’s.');
}

/**
 * An office fills in its own norms only.
 * @throws NietToegestaan
 */
export function assertMaySetStreefnorm({ rol, uzovi }: Actor, zorgkantoor: string): void {
  if (rol === 'ZORGKANTOOR' && uzovi.includes(zorgkantoor)) return;
  throw new NietToegestaan('Een zorgkantoor vult alleen zijn eigen streefnormen in.', ['zorgkantoor']);
}
