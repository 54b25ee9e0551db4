import type { Day } from '../../../platform/clock/index.js';
import { OngeldigeInvoer, RegelGeschonden } from '../../../platform/errors/index.js';
import { VOORZORG, type Wachtstatuscode } from './wachtstatus.js';

/** The longest norm somebody may fill in: ten years says nothing any more. */
const MEEST = 3650;

/** A streefnorm as an office fills it in. */
export interface Streefnormopgave {
  /** UZOVI of the office it holds for. */
  readonly zorgkantoor: string;
  readonly sector: string | null;
  readonly leveringsstatus: Wachtstatuscode;
  readonly classificatie: string | null;
  /** Null empties the norm again: from that day on it is not filled in. */
  readonly normDagen: number | null;
  readonly geldigVanaf: Day;
  readonly bron: string;
}

/** Whether the pair of status and classificatie exists on a day (rule W1). */
export type Paar = (leveringsstatus: string, classificatie: string, day: Day) => boolean;

/**
 * @throws RegelGeschonden WN1 begins in the past, WN2 no norm runs for this status, W1 classificatie of another status
 * @throws OngeldigeInvoer a number of days that is none, or no source
 */
export function decideStreefnorm(opgave: Streefnormopgave, today: Day, paar: Paar): Streefnormopgave {
  const { leveringsstatus, classificatie, normDagen, geldigVanaf } = opgave;
  if (geldigVanaf < today) {
    throw new RegelGeschonden('WN1', 'ADR 0008', 'Een norm gaat niet in het verleden in.', ['geldigVanaf']);
  }
  if (leveringsstatus === VOORZORG) {
    throw new RegelGeschonden('WN2', 'MLZ', 'Voor wie uit voorzorg wacht loopt geen norm.', ['wachtstatus']);
  }
  if (classificatie !== null && !paar(leveringsstatus, classificatie, geldigVanaf)) {
    throw new RegelGeschonden('W1', 'CS131', 'Deze classificatie hoort niet bij deze wachtstatus.', [
      'classificatie',
    ]);
  }
  if (normDagen !== null && (!Number.isInteger(normDagen) || normDagen < 1 || normDagen > MEEST)) {
    throw new OngeldigeInvoer(`Een norm is 1 tot en met ${MEEST} dagen.`, { pad: ['dagen'] });
  }
  const bron = opgave.bron.trim();
  if (bron === '') throw new OngeldigeInvoer('Zeg waar deze norm op berust.', { pad: ['bron'] });
  return { ...opgave, bron };
}
