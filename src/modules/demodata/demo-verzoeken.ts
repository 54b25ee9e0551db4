import type { Clock } from '../../platform/clock/index.js';
import { processContext } from '../../platform/context/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import type { OverbruggingService } from '../overbrugging/index.js';
import { findWerkvoorraad, type WerkregelRow } from '../termijn/index.js';
import { demoAanbieder } from './demo-aanbieder.js';
import { demoZorgaanbieders } from './domain/zorgaanbiederbestand.js';

/** The use case with which the dossierhouders of the demonstration ask for bridging care. */
export interface Verzoekdiensten {
  readonly unitOfWork: UnitOfWork;
  readonly overbrugging: Pick<OverbruggingService, 'requestOverbruggingszorg'>;
}

const MPT = '7';
const JA = '1';
/** Requests that wait for the zorgkantoor. */
const VERZOEKEN = 2;

/**
 * Lets the dossierhouders of the newest allocations for whom bridging care is still a question ask for mpt, until two
 * requests wait for a judgement. The files know no requests; this comes after them.
 */
export async function showDemoVerzoeken(
  clock: Clock,
  { unitOfWork, overbrugging }: Verzoekdiensten,
): Promise<number> {
  const ctx = processContext(clock, 'voorbeeldgegevens', 'voorbeeldgegevens');
  const vragen = await unitOfWork.read(ctx, async (tx) => {
    const open = await findWerkvoorraad(ctx, tx, { soort: ['OVERBRUGGING_AANVRAGEN'] }, null, null);
    tx.shown(open.map(({ clientID }) => clientID));
    return open;
  });
  let verzoeken = 0;
  for (const vraag of [...vragen].reverse()) {
    if (verzoeken < VERZOEKEN && (await ask(clock, overbrugging, vraag))) verzoeken += 1;
  }
  return verzoeken;
}

/** False when mpt is no answer for this client. */
async function ask(
  clock: Clock,
  overbrugging: Verzoekdiensten['overbrugging'],
  { instelling, zorgkantoor, bemiddelingspecificatieID }: WerkregelRow,
): Promise<boolean> {
  const thuis = demoZorgaanbieders().find(
    (one) => one.zorgkantoor === zorgkantoor && one.leveringsvormen.includes(MPT),
  );
  if (instelling === null || bemiddelingspecificatieID === null || thuis === undefined) return false;
  const today = clock.today();
  try {
    await overbrugging.requestOverbruggingszorg(demoAanbieder(clock, instelling, today), {
      bemiddelingspecificatieID,
      leveringsvorm: MPT,
      aanbieder: thuis.agbCode,
      toewijzingIngangsdatum: today,
      verantwoord: JA,
      doelmatig: JA,
    });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
