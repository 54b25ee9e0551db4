import { addDays, holdsOn, type Day } from '../../../platform/clock/index.js';
import type { Contactgegevens } from './contactplicht.js';
import type { Periode } from './keten.js';
import { KENMERKEN, type Contact, type Verplichtingsoort, type Wachtsegment } from './verplichting.js';

/** The days on which what counts may change, in order; the first is the day the stretch begins. */
export function snijdagen(
  soort: Verplichtingsoort,
  leven: Periode,
  plichtig: readonly Wachtsegment[],
  tellend: readonly Contact[],
  { rollen, normen }: Pick<Contactgegevens, 'rollen' | 'normen'>,
): Day[] {
  const { drager, tegenpartij } = KENMERKEN[soort];
  const van = (perioden: readonly Periode[]): Day[] =>
    perioden.flatMap((periode) => [periode.van, ...(periode.tot === null ? [] : [addDays(periode.tot, 1)])]);
  const geldend = normen.filter(
    (norm) =>
      norm.regierol === drager &&
      norm.tegenpartij === tegenpartij &&
      plichtig.some(({ leveringsstatus }) => leveringsstatus === norm.leveringsstatus),
  );
  const dagen = [
    leven.van,
    ...tellend.map(({ datum }) => datum),
    ...van(rollen.filter((rol) => rol.regierol === drager).map(alsPeriode)),
    ...van(plichtig),
    ...van(geldend.map(({ geldigVanaf, geldigTot }) => ({ van: geldigVanaf, tot: geldigTot }))),
  ];
  return [...new Set(dagen)].filter((dag) => holdsOn(dag, leven.van, leven.tot)).sort();
}

const alsPeriode = ({ ingangsdatum, einddatum }: { ingangsdatum: Day; einddatum: Day | null }): Periode => ({
  van: ingangsdatum,
  tot: einddatum,
});
