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

/** A norm row as it is stored: which one it is, and the how-manieth it is for its role, status and classificatie. */
export interface Normrij extends Contactnorm {
  readonly contactnormID: number;
  readonly versie: number;
  /** The office (UZOVI) that set it; null for a norm that holds everywhere. */
  readonly zorgkantoor: string | null;
}

/** The norms that count for the clients of an office. */
export function normenVan(zorgkantoor: string, normen: readonly Normrij[]): Normrij[] {
  return normen.filter((norm) => norm.zorgkantoor === null || norm.zorgkantoor === zorgkantoor);
}

/** The norm that counts on a day; without a row the brochure alone. */
export interface GeldendeNorm<Norm extends Contactnorm> {
  readonly maxDagen: number;
  readonly rij: Norm | null;
}

/** Days that may pass between two contacts, by the norm of `dag`; see {@link geldendeNorm}. */
export function maxDagen(
  soort: Verplichtingsoort,
  dag: Day,
  wachtend: readonly Wachtsegment[],
  normen: readonly Contactnorm[],
): number {
  return geldendeNorm(soort, dag, wachtend, normen).maxDagen;
}

/**
 * The norm of `dag`. The most urgent row on the waiting list counts; of several equally urgent ones the strictest norm,
 * so that no client is worse off for waiting twice.
 * @param wachtend the rows of that day under a status for which the duty exists; at least one
 */
export function geldendeNorm<Norm extends Contactnorm>(
  soort: Verplichtingsoort,
  dag: Day,
  wachtend: readonly Wachtsegment[],
  normen: readonly Norm[],
): GeldendeNorm<Norm> {
  const urgentst = Math.min(...wachtend.map(({ rang }) => rang));
  const perRij = wachtend
    .filter(({ rang }) => rang === urgentst)
    .map((segment) => normVoor(soort, dag, segment, normen))
    .map((rij) => ({ maxDagen: rij?.maxDagen ?? TWEEMAAL_PER_JAAR_DAGEN, rij }));
  return perRij.reduce((strictest, norm) => (isEerder(norm, strictest) ? norm : strictest));
}

/** Of two that are as strict the one that is written down, and of those the same one every time. */
function isEerder<Norm extends Contactnorm>(a: GeldendeNorm<Norm>, b: GeldendeNorm<Norm>): boolean {
  if (a.maxDagen !== b.maxDagen) return a.maxDagen < b.maxDagen;
  return a.rij !== null && (b.rij === null || normsleutel(a.rij) < normsleutel(b.rij));
}

function normsleutel({ leveringsstatus, classificatie, geldigVanaf }: Contactnorm): string {
  return [leveringsstatus, classificatie ?? '', geldigVanaf].join(' ');
}

/** A row for the classificatie goes before one for any; of several the newest, of one day the strictest. */
export function normVoor<Norm extends Contactnorm>(
  soort: Verplichtingsoort,
  dag: Day,
  { leveringsstatus, classificatie }: Pick<Wachtsegment, 'leveringsstatus' | 'classificatie'>,
  normen: readonly Norm[],
): Norm | null {
  const { drager, tegenpartij } = KENMERKEN[soort];
  return normen.reduce<Norm | null>((best, norm) => {
    const past =
      norm.regierol === drager &&
      norm.tegenpartij === tegenpartij &&
      norm.leveringsstatus === leveringsstatus &&
      (norm.classificatie === null || norm.classificatie === classificatie) &&
      holdsOn(dag, norm.geldigVanaf, norm.geldigTot);
    if (!past) return best;
    if (best === null) return norm;
    if ((norm.classificatie === null) !== (best.classificatie === null))
      return best.classificatie === null ? norm : best;
    if (norm.geldigVanaf !== best.geldigVanaf) return norm.geldigVanaf > best.geldigVanaf ? norm : best;
    return norm.maxDagen < best.maxDagen ? norm : best;
  }, null);
}
