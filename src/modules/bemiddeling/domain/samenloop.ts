import type { Day } from '../../../platform/clock/index.js';
import { RegelGeschonden } from '../../../platform/errors/index.js';
import { laatsteDag, overlap, periodeVan, type Periode, type Specificatie } from './bemiddeling.js';
import { MPT, OVERBRUGGING, PGB, REGULIER, type Leveringsvorm } from './leveringsvorm.js';

/**
 * When the care of each allocation is or was delivered, by bemiddelingspecificatieID: the periods its provider reported.
 * Absent when the provider reported nothing at all, neither waiting nor care.
 */
export type Leveringen = ReadonlyMap<string, readonly Periode[]>;

/** §4.3: the forms that may be delivered at the same time; a pgb then holds group guidance or the rest of an mpt. */
const COMBINATIES: readonly (readonly [Leveringsvorm, Leveringsvorm])[] = [
  [MPT, PGB],
  ['5', PGB],
  ['4', PGB],
  ['8', PGB],
];

/** Forms whose start is the place that a bridging line bridges to. */
const PLAATSING: readonly Leveringsvorm[] = ['4', '5', '8'];

/** T6 (TR106): the same package, form and kind is not allocated twice to one provider in one period. */
export function zelfdeZorgOverlaptNiet(specificaties: readonly Specificatie[]): void {
  specificaties.forEach((een, index) => {
    const dubbel = specificaties
      .slice(index + 1)
      .some((ander) => isZelfdeZorg(een, ander) && overlap(periodeVan(een), periodeVan(ander)));
    if (!dubbel) return;
    const melding = 'Deze zorg is in deze periode al aan deze zorgaanbieder toegewezen.';
    throw new RegelGeschonden('T6', 'TR106', melding, ['toewijzingIngangsdatum']);
  });
}

/**
 * T7 (OP318, retour codes 0696 and 1162): at most two forms are delivered at the same time, and then in a combination
 * that the rules know. A regular form that waits does not count. Nor does care that bridged to a place and was not
 * closed yet when the place came free: that is a signal for the office. On a day of transition the form that ends gives
 * way to the one that begins.
 * @param nieuw ids of the allocations that are judged; what was there before them is not held against them
 */
export function hooguitTweeLeveringsvormenTegelijk(
  specificaties: readonly Specificatie[],
  leveringen: Leveringen,
  nieuw: ReadonlySet<string>,
): void {
  const zorg = specificaties.flatMap((specificatie) =>
    geleverd(specificatie, leveringen).map((periode) => ({ specificatie, periode })),
  );
  for (const dag of new Set(zorg.map(({ periode }) => periode.van))) {
    const opDag = zorg.filter(({ periode }) => looptOp(periode, dag));
    const telt = opDag.filter((een) => !opDag.some((ander) => isOverbrugd(een, ander)));
    if (!telt.some(({ specificatie }) => nieuw.has(specificatie.bemiddelingspecificatieID))) continue;
    const vormen = new Set(telt.map(({ specificatie }) => specificatie.leveringsvorm));
    if (vormen.size > 2) {
      const melding = 'Er worden hooguit twee leveringsvormen tegelijk geleverd.';
      throw new RegelGeschonden('T7', '0696', melding, ['leveringsvorm']);
    }
    if (
      vormen.size === 2 &&
      !COMBINATIES.some((combinatie) => combinatie.every((vorm) => vormen.has(vorm)))
    ) {
      const melding = 'Deze leveringsvormen gaan niet samen.';
      throw new RegelGeschonden('T7', 'OP318', melding, ['leveringsvorm']);
    }
  }
}

/**
 * When an allocation counts as delivered. A pgb and bridging care run from their first day. A regular form runs while
 * its provider reports care; without any report verblijf, vpt and dtv wait (W5) and an mpt is taken to have begun. An
 * administrative line (soort 5) stands for no care of its own.
 */
export function geleverd(specificatie: Specificatie, leveringen: Leveringen): readonly Periode[] {
  const { leveringsvorm, soortToewijzing, bemiddelingspecificatieID } = specificatie;
  const toewijzing = periodeVan(specificatie);
  if (soortToewijzing === OVERBRUGGING || leveringsvorm === PGB) return [toewijzing];
  if (soortToewijzing !== REGULIER) return [];
  const gemeld = leveringen.get(bemiddelingspecificatieID);
  if (gemeld === undefined) return leveringsvorm === MPT ? [toewijzing] : [];
  return gemeld.flatMap((periode) => binnen(periode, toewijzing));
}

function isZelfdeZorg(een: Specificatie, ander: Specificatie): boolean {
  return (['zzpCode', 'leveringsvorm', 'soortToewijzing', 'instelling'] as const).every(
    (veld) => een[veld] === ander[veld],
  );
}

interface Zorg {
  readonly specificatie: Specificatie;
  readonly periode: Periode;
}

function isOverbrugd(brug: Zorg, plaats: Zorg): boolean {
  return (
    brug.specificatie.soortToewijzing === OVERBRUGGING &&
    plaats.specificatie.soortToewijzing === REGULIER &&
    PLAATSING.includes(plaats.specificatie.leveringsvorm) &&
    brug.periode.van <= plaats.periode.van
  );
}

/** A period that began earlier and ends on `dag` has made way. */
function looptOp({ van, tot }: Periode, dag: Day): boolean {
  return van === dag || (van < dag && laatsteDag(tot) > dag);
}

function binnen(periode: Periode, grens: Periode): Periode[] {
  if (!overlap(periode, grens)) return [];
  const van = periode.van > grens.van ? periode.van : grens.van;
  const tot = laatsteDag(periode.tot) < laatsteDag(grens.tot) ? periode.tot : grens.tot;
  return [{ van, tot }];
}
