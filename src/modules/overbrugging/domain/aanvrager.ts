import { RegelGeschonden } from '../../../platform/errors/index.js';
import { COORDINATOR, DOSSIERHOUDER, JA, MPT, VERBLIJF, type Omgeving, type Regierol } from './verzoek.js';

/**
 * R2 (TR107): vpt and verblijf are requested by the dossierhouder; mpt by the coördinator zorg thuis, and by the
 * dossierhouder as long as there is none: the first time.
 * @param agb who asks, a holder of one of the roles
 * @returns the role in which it may
 */
export function rolVanAanvrager(
  agb: string,
  leveringsvorm: string,
  { dossierhouder, coordinator }: Pick<Omgeving, 'dossierhouder' | 'coordinator'>,
): Regierol {
  if (leveringsvorm !== MPT) {
    if (agb === dossierhouder) return DOSSIERHOUDER;
    throw new RegelGeschonden('R2', 'TR107', 'Vpt en verblijf vraagt de dossierhouder aan.', [
      'leveringsvorm',
    ]);
  }
  if (agb === coordinator) return COORDINATOR;
  if (coordinator === null) return DOSSIERHOUDER;
  throw new RegelGeschonden(
    'R2',
    'TR107',
    'Mpt vraagt de coördinator zorg thuis aan; de dossierhouder doet dat alleen de eerste keer.',
    ['leveringsvorm'],
  );
}

/** COD260 for verblijf: bridging verblijf is an admission; the other forms know none. */
export function opnameVan(leveringsvorm: string): string | null {
  return leveringsvorm === VERBLIJF ? JA : null;
}
