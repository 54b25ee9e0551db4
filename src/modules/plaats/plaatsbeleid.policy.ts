import type { Actor } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';

/**
 * Terms and reasons of refusal hold for the whole register: a provider offers places to clients of several offices. So
 * the beheerder writes down what they agreed, who sees no client.
 * @throws NietToegestaan
 */
export function assertMayRecordPlaatsbeleid({ rol }: Actor): void {
  if (rol === 'BEHEERDER') return;
  throw new NietToegestaan(
    'Alleen de beheerder legt termijnen en weigeringsredenen vast, voor alle regio’s.',
  );
}
