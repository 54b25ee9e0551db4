import type { Beleidssleutel, Volgordebeleid } from './volgordebeleid.js';
import { SLEUTELS, type Sleutelnaam, type Volgordewaarden } from './volgordesleutel.js';

/** What an order needs to know of a policy. */
export type Sleutelrij = Pick<Volgordebeleid, 'sleutels'>;

/** Why one place comes before another, in plain Dutch. */
export interface Verklaring {
  /** The bemiddelingspecificatieID of the place that comes first. */
  readonly eerst: string;
  /** The key that decides. */
  readonly sleutel: Sleutelnaam;
  readonly waardeA: string;
  readonly waardeB: string;
  readonly regel: string;
  readonly bron: string;
  readonly tekst: string;
}

/** The order of a policy: negative when `a` comes first, 0 only for one and the same place. */
export function volgordeVan({ sleutels }: Sleutelrij): (a: Volgordewaarden, b: Volgordewaarden) => number {
  return (a, b) => {
    for (const sleutel of sleutels) {
      const verschil = compare(sleutel, a, b);
      if (verschil !== 0) return verschil;
    }
    return 0;
  };
}

/** The value of each key of the policy, in their order. */
export function sleutelVan(
  { sleutels }: Sleutelrij,
  plaats: Volgordewaarden,
): { readonly naam: Sleutelnaam; readonly waarde: string }[] {
  return sleutels.map(({ naam }) => ({ naam, waarde: SLEUTELS[naam].tekst(plaats) }));
}

/** Which of the two comes first and why; null only when it is the same place twice. */
export function verklaar(a: Volgordewaarden, b: Volgordewaarden, beleid: Volgordebeleid): Verklaring | null {
  const index = beleid.sleutels.findIndex((sleutel) => compare(sleutel, a, b) !== 0);
  const sleutel = beleid.sleutels[index];
  if (sleutel === undefined) return null;
  const aEerst = compare(sleutel, a, b) < 0;
  const { tekst, inWoorden, regel } = SLEUTELS[sleutel.naam];
  const gelijk =
    index === 0 ? '' : ` Op wat in het beleid voorgaat (${namen(beleid, index)}) zijn zij gelijk.`;
  return {
    eerst: (aEerst ? a : b).bemiddelingspecificatieID,
    sleutel: sleutel.naam,
    waardeA: tekst(a),
    waardeB: tekst(b),
    regel: regel[sleutel.richting],
    bron: `Volgordebeleid versie ${beleid.versie}: ${beleid.bron}`,
    tekst:
      `${aEerst ? 'A gaat voor B' : 'B gaat voor A'}. ${regel[sleutel.richting]}` +
      ` A: ${inWoorden(a)}; B: ${inWoorden(b)}.${gelijk}`,
  };
}

function namen({ sleutels }: Sleutelrij, tot: number): string {
  return sleutels
    .slice(0, tot)
    .map(({ naam }) => naam)
    .join(', ');
}

function compare({ naam, richting }: Beleidssleutel, a: Volgordewaarden, b: Volgordewaarden): number {
  const { waarde } = SLEUTELS[naam];
  const [links, rechts] = [waarde(a), waarde(b)];
  if (links === rechts) return 0;
  return links < rechts === (richting === 'OP') ? -1 : 1;
}
