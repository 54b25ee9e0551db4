import { minDay, type Day } from '../../../platform/clock/index.js';
import type { Rapportagemaand } from './rapportagemaand.js';
import { geslotenOp, statusgeschiedenis, type Statusbron, type Statusregel } from './statusgeschiedenis.js';

/** An allocation with what the report needs of it beside what was reported. */
export interface Toewijzing extends Statusbron {
  readonly bemiddelingspecificatieID: string;
  readonly wlzIndicatieID: string;
  readonly zzpCode: string;
  /** AGB; null for a pgb. */
  readonly instelling: string | null;
  /** COD755. */
  readonly etmalen: string | null;
  /** First day on which this care was allocated to this provider (IV018). */
  readonly eersteToewijzingsdatum: Day;
}

/** WachtlijstZorgzwaartepakket of AW317. */
export interface Wachtlijstpakket {
  readonly bemiddelingspecificatieID: string;
  readonly zzpCode: string;
  readonly soort: string;
  readonly instelling: string | null;
  readonly toewijzingsdatum: Day;
  readonly ingangsdatum: Day;
  readonly begindatum: Day | null;
  readonly mutatiedatum: Day | null;
  readonly leveringsvorm: string | null;
  readonly etmalen: string | null;
  readonly opname: string | null;
  readonly leveringsstatussen: readonly Statusregel[];
}

const ADMINISTRATIEF = '5';
const WACHT_UIT_VOORZORG = '3';
const MET_OPNAME = ['4', '8'];
const DEELTIJDVERBLIJF = '8';

/**
 * Whether an allocation belongs in the report of the month: active in a part of it (OP175), and not administrative
 * (CS072). It is active from its ingangsdatum, or from the first status before that (OP026), until it ends.
 */
export function isGerapporteerd(toewijzing: Toewijzing, { eersteDag, laatsteDag }: Rapportagemaand): boolean {
  const { specificatie, uitstelperioden } = toewijzing.traject;
  if (specificatie.soortToewijzing === ADMINISTRATIEF || specificatie.ingetrokken) return false;
  const van = uitstelperioden.reduce(
    (first, { ingangsdatum }) => minDay(first, ingangsdatum),
    specificatie.toewijzingIngangsdatum,
  );
  const einde = afgeslotenOp(toewijzing);
  return van <= laatsteDag && (einde === null || einde >= eersteDag);
}

/**
 * The day on which the allocation was over: care that ended for good, afstel, or its own last day. An allocation that was
 * kept open has none (IV019, IV020).
 */
export function afgeslotenOp({ traject }: Statusbron): Day | null {
  const ends = [geslotenOp(traject), traject.afstel?.afsteldatum, traject.specificatie.toewijzingEinddatum];
  return ends
    .filter((day) => day !== null && day !== undefined)
    .reduce<Day | null>((first, day) => (first === null ? day : minDay(first, day)), null);
}

/** The allocation as the report tells it: what held up to and with the last day of the month. */
export function wachtlijstpakket(
  toewijzing: Toewijzing,
  { laatsteDag }: Rapportagemaand,
  zietAf: boolean,
): Wachtlijstpakket {
  const { specificatie, leveringperioden } = toewijzing.traject;
  const leveringsvorm = zietAf ? null : specificatie.leveringsvorm;
  return {
    bemiddelingspecificatieID: toewijzing.bemiddelingspecificatieID,
    zzpCode: toewijzing.zzpCode,
    soort: specificatie.soortToewijzing,
    instelling: toewijzing.instelling,
    toewijzingsdatum: toewijzing.eersteToewijzingsdatum,
    ingangsdatum: specificatie.toewijzingIngangsdatum,
    begindatum: upTo(laatsteDag, leveringperioden.map(({ ingangsdatum }) => ingangsdatum).sort()[0]),
    mutatiedatum: upTo(laatsteDag, afgeslotenOp(toewijzing)),
    leveringsvorm,
    etmalen: leveringsvorm === DEELTIJDVERBLIJF ? toewijzing.etmalen : null,
    opname: leveringsvorm !== null && MET_OPNAME.includes(leveringsvorm) ? specificatie.opname : null,
    leveringsstatussen: statusgeschiedenis(toewijzing, laatsteDag),
  };
}

/**
 * Whether the client waives the care for now (ZietAfVanZorg): on this day every allocation that still runs has the status
 * wacht uit voorzorg. The register keeps no declaration of its own; who has no allocation yet does not waive (IV031).
 */
export function zietAfVanZorg(toewijzingen: readonly Toewijzing[], peildag: Day): boolean {
  const lopend = toewijzingen.filter((toewijzing) => {
    const { soortToewijzing, ingetrokken } = toewijzing.traject.specificatie;
    const einde = afgeslotenOp(toewijzing);
    return soortToewijzing !== ADMINISTRATIEF && !ingetrokken && (einde === null || einde >= peildag);
  });
  return (
    lopend.length > 0 &&
    lopend.every(({ statusOp }) => statusOp(peildag)?.leveringsstatus === WACHT_UIT_VOORZORG)
  );
}

function upTo(laatsteDag: Day, day: Day | null | undefined): Day | null {
  return day === null || day === undefined || day > laatsteDag ? null : day;
}
