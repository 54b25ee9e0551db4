import { addDays, OPEN_END, type Day } from '../../../platform/clock/index.js';
import { COORDINATOR, MPT, type Aanvraag, type Regierol } from './verzoek.js';

/** The last holder of the role coördinator zorg thuis, as far as the role does not lie in the past. */
export interface Coordinator {
  /** AGB. */
  readonly instelling: string;
  readonly einddatum: Day | null;
}

/** A holder to appoint with the allocation. */
export interface NieuweCoordinator {
  readonly instelling: string;
  readonly regierol: Regierol;
  readonly ingangsdatum: Day;
}

/**
 * R1, R2: beside mpt there is a coördinator zorg thuis. The provider of the first mpt becomes it; who is it already stays
 * so for as long as the new mpt goes on.
 * @returns null when nobody has to be appointed
 */
export function coordinatorBij(
  { leveringsvorm, aanbieder, toewijzingIngangsdatum: van, toewijzingEinddatum: tot }: Aanvraag,
  coordinator: Coordinator | null,
): NieuweCoordinator | null {
  if (leveringsvorm !== MPT) return null;
  const einde = coordinator?.einddatum ?? (coordinator === null ? null : OPEN_END);
  if (coordinator === null || einde === null || einde < van) {
    return { instelling: aanbieder, regierol: COORDINATOR, ingangsdatum: van };
  }
  if (einde >= (tot ?? OPEN_END)) return null;
  return { instelling: coordinator.instelling, regierol: COORDINATOR, ingangsdatum: addDays(einde, 1) };
}
