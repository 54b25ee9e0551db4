import { RegelGeschonden } from '../../../platform/errors/index.js';
import { kenmerken, type Leveringsvorm } from './leveringsvorm.js';

/** What the profile table says of one profile: `ONBEKEND` where the sources are silent. */
export interface Profieltoelating {
  readonly pgb: 'JA' | 'NEE' | 'ONBEKEND';
  readonly thuis: 'JA' | 'NEE' | 'ONBEKEND';
}

/** Something the office should look at; it does not stop the allocation and is kept with it. */
export type Waarschuwing = 'PROFIEL_ONZEKER' | 'ZZP_WIJKT_AF' | 'AANBIEDER_BIEDT_VORM_NIET';

export const WAARSCHUWINGEN: Readonly<
  Record<Waarschuwing, { readonly regel: string | null; readonly melding: string }>
> = {
  PROFIEL_ONZEKER: {
    regel: 'T8',
    melding: 'Of dit zorgprofiel in deze leveringsvorm geleverd mag worden, staat niet vast.',
  },
  ZZP_WIJKT_AF: {
    regel: null,
    melding: 'Het zorgzwaartepakket wijkt af van wat op de ingangsdatum geïndiceerd is.',
  },
  AANBIEDER_BIEDT_VORM_NIET: {
    regel: null,
    melding: 'Volgens het register biedt deze zorgaanbieder deze leveringsvorm niet.',
  },
};

/**
 * T8 (CIZ25, Rlz 5.5, Wlz 3.3.4): some profiles exclude pgb or care at home. Where the sources do not say, the
 * allocation is made and carries a warning.
 * @param profiel null when the profile table does not hold the profile on that day
 */
export function profielLaatLeveringsvormToe(
  leveringsvorm: Leveringsvorm,
  profiel: Profieltoelating | null,
): Waarschuwing[] {
  const { toelating } = kenmerken(leveringsvorm);
  if (toelating === null) return [];
  const oordeel = profiel?.[toelating] ?? 'ONBEKEND';
  if (oordeel === 'NEE') {
    const [bron, melding] =
      toelating === 'pgb'
        ? (['Rlz 5.5', 'Dit zorgprofiel kan niet als pgb worden geleverd.'] as const)
        : (['Wlz 3.3.4', 'Dit zorgprofiel kan niet thuis worden geleverd.'] as const);
    throw new RegelGeschonden('T8', bron, melding, ['leveringsvorm']);
  }
  return oordeel === 'ONBEKEND' ? ['PROFIEL_ONZEKER'] : [];
}
