import { holdsOn, type Day } from '../../../platform/clock/index.js';
import { KENMERKEN, type Regierol, type Verplichtingsoort, type Wachtsegment } from './verplichting.js';

/**
 * Twice a year, counted as a gap of at most 183 days (brochure S3, rule C1). The office may tighten this by norm rows,
 * never loosen it; it also holds where no norm row does, so that a hole in the rows silences no duty.
 */
export const TWEEMAAL_PER_JAAR_DAGEN = 183;

/** A dated norm row. `classificatie` null stands for any. */
export interface Contactnorm {
  readonly regierol: Regierol;
  readonly tegenpartij: 'CLIENT' | 'DOSSIERHOUDER';
  /** COD167. */
  readonly leveringsstatus: string;
  /** COD168. */
  readonly classificatie: string | null;
  readonly maxDagen: number;
  readonly geldigVanaf: Day;
  readonly geldigTot: Day | null;
}

/**
 * Days that may pass between two contacts, by the norm of `dag`. The most urgent row on the waiting list counts; of
 * several equally urgent ones the strictest norm, so that no client is worse off for waiting twice.
 * @param wachtend the rows of that day under a status for which the duty exists; at least one
 */
export function maxDagen(
  soort: Verplichtingsoort,
  dag: Day,
  wachtend: readonly Wachtsegment[],
  normen: readonly Contactnorm[],
): number {
  const urgentst = Math.min(...wachtend.map(({ rang }) => rang));
  const perRij = wachtend
    .filter(({ rang }) => rang === urgentst)
    .map((segment) => normVoor(soort, dag, segment, normen)?.maxDagen ?? TWEEMAAL_PER_JAAR_DAGEN);
  return Math.min(...perRij);
}

/** A row for the classificatie goes before one for any; of several the newest. */
function normVoor(
  soort: Verplichtingsoort,
  dag: Day,
  segment: Wachtsegment,
  normen: readonly Contactnorm[],
): Contactnorm | undefined {
  const { drager, tegenpartij } = KENMERKEN[soort];
  const [eerste] = normen
    .filter((norm) => norm.regierol === drager && norm.tegenpartij === tegenpartij)
    .filter((norm) => norm.leveringsstatus === segment.leveringsstatus)
    .filter((norm) => norm.classificatie === null || norm.classificatie === segment.classificatie)
    .filter((norm) => holdsOn(dag, norm.geldigVanaf, norm.geldigTot))
    .sort(
      (a, b) =>
        Number(a.classificatie === null) - Number(b.classificatie === null) ||
        (a.geldigVanaf < b.geldigVanaf ? 1 : -1),
    );
  return eerste;
}
