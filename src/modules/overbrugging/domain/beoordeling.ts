import type { Day } from '../../../platform/clock/index.js';
import { OngeldigeInvoer, RegelGeschonden } from '../../../platform/errors/index.js';
import type { Beoordelingswijze, Verzoekstatus } from './verzoek.js';

/** What a judgement looks at. */
export interface TeBeoordelen {
  readonly status: Verzoekstatus;
  /** True once the allocation that was asked for has been made. */
  readonly toegewezen: boolean;
  /** True when something stood in the way of that allocation. */
  readonly belemmerd: boolean;
  /** The last day on which the zorgkantoor may still say no (OP037). */
  readonly uiterlijk: Day;
}

export interface Oordeel {
  readonly akkoord: boolean;
  readonly reden: string | null;
}

/** The state of a request after its judgement. */
export interface Beoordeeld {
  readonly status: 'GEACCEPTEERD' | 'AFGEWEZEN';
  readonly wijze: Beoordelingswijze;
  readonly reden: string | null;
}

/**
 * The zorgkantoor judges a request. When its term went by it has been accepted by silence (OP037), and then it can only
 * still be carried out, or closed with a reason when something stands in the way of that.
 */
export function beoordeel(verzoek: TeBeoordelen, oordeel: Oordeel, vandaag: Day): Beoordeeld {
  const nogUitTeVoeren = verzoek.status === 'GEACCEPTEERD' && !verzoek.toegewezen;
  if (verzoek.status !== 'INGEDIEND' && !nogUitTeVoeren) {
    throw new RegelGeschonden('D1', 'OP037', 'Dit verzoek is al beoordeeld.', ['verzoekID']);
  }
  const reden = oordeel.reden?.trim() || null;
  const gezwegen = nogUitTeVoeren || isZwijgenToestemmen(verzoek, vandaag);
  if (oordeel.akkoord) return { status: 'GEACCEPTEERD', wijze: gezwegen ? 'STILTE' : 'BESLUIT', reden };
  if (gezwegen && !verzoek.belemmerd) {
    throw new RegelGeschonden(
      'D1',
      'OP037',
      'De termijn om te oordelen is voorbij; het verzoek geldt als geaccepteerd.',
      ['akkoord'],
    );
  }
  if (reden === null) {
    throw new OngeldigeInvoer('Wie een verzoek afwijst, geeft een reden.', { bron: 'OP037', pad: ['reden'] });
  }
  return { status: 'AFGEWEZEN', wijze: 'BESLUIT', reden };
}

/** True when nobody judged in time: silence is acceptance (OP037). */
export function isZwijgenToestemmen(
  { status, uiterlijk }: Pick<TeBeoordelen, 'status' | 'uiterlijk'>,
  vandaag: Day,
): boolean {
  return status === 'INGEDIEND' && vandaag > uiterlijk;
}
