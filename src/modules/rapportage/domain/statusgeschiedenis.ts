import { addDays, type Day } from '../../../platform/clock/index.js';
import type { Leveringsstatus as StatusOp, Traject } from '../../wachtlijst/index.js';

/** A status in the report: since when, which, and why. */
export interface Statusregel {
  readonly ingangsdatumStatus: Day;
  /** COD167. */
  readonly leveringsstatus: string;
  /** COD168; only with a waiting status (CD090). */
  readonly classificatie: string | null;
}

/** What was reported on an allocation, and which status that comes to on a day. */
export interface Statusbron {
  readonly traject: Pick<Traject, 'specificatie' | 'uitstelperioden' | 'leveringperioden' | 'afstel'>;
  readonly statusOp: (day: Day) => StatusOp | null;
}

const PGB = '2';
const EINDE_ZORGVRAAG = '5';
/** COD588: end of care that closes the allocation, by a move (17) or for good (19). */
const SLUITEND = ['17', '19'];

/**
 * All statuses of an allocation up to and with `tot`, in order, one for each day on which it changed: of several on one
 * day the one at its end (IV023). Nothing for a pgb (IV021), and no line for a status that nobody reported: who has none
 * is taken to be waiting actively (IV031).
 */
export function statusgeschiedenis({ traject, statusOp }: Statusbron, tot: Day): Statusregel[] {
  if (traject.specificatie.leveringsvorm === PGB) return [];
  const gesloten = geslotenOp(traject);
  const regels: Statusregel[] = [];
  for (const day of wisseldagen(traject).filter((one) => one <= tot)) {
    const regel = regelOp(statusOp, day, gesloten);
    const vorige = regels.at(-1);
    if (regel === null || (vorige !== undefined && isGelijk(vorige, regel))) continue;
    regels.push(regel);
  }
  return regels;
}

/** The last day of the care whose end closed the allocation: its Mutatiedatum, and the first day of status 5 (IV022). */
export function geslotenOp({ leveringperioden }: Statusbron['traject']): Day | null {
  const laatste = leveringperioden.reduce<(typeof leveringperioden)[number] | null>(
    (best, periode) => (best === null || periode.ingangsdatum > best.ingangsdatum ? periode : best),
    null,
  );
  if (laatste === null || !SLUITEND.includes(laatste.beeindigingReden ?? '')) return null;
  return laatste.einddatum;
}

function regelOp(statusOp: Statusbron['statusOp'], day: Day, gesloten: Day | null): Statusregel | null {
  if (day === gesloten)
    return { ingangsdatumStatus: day, leveringsstatus: EINDE_ZORGVRAAG, classificatie: null };
  const status = statusOp(day);
  if (status === null || status.bron === 'SYSTEEM') return null;
  const { leveringsstatus, leveringsstatusClassificatie: classificatie } = status;
  return { ingangsdatumStatus: day, leveringsstatus, classificatie };
}

/** The days on which another status may begin, in order. */
function wisseldagen({ uitstelperioden, leveringperioden, afstel }: Statusbron['traject']): Day[] {
  const days = new Set<Day>();
  for (const { ingangsdatum, einddatum } of [...uitstelperioden, ...leveringperioden]) {
    days.add(ingangsdatum);
    if (einddatum !== null) days.add(einddatum).add(addDays(einddatum, 1));
  }
  if (afstel !== null) days.add(afstel.afsteldatum);
  return [...days].sort();
}

function isGelijk(a: Statusregel, b: Statusregel): boolean {
  return a.leveringsstatus === b.leveringsstatus && a.classificatie === b.classificatie;
}
