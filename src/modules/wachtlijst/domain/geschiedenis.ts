import { addDays, type Day } from '../../../platform/clock/index.js';
import { RegelGeschonden } from '../../../platform/errors/index.js';
import { assertOvergang, uitstelGebeurtenis, type Toestand } from './overgangen.js';
import {
  byGeldendWoord,
  type Afstel,
  type Leveringperiode,
  type Traject,
  type Uitstelperiode,
} from './traject.js';

type Melding =
  | { readonly soort: 'UITSTEL'; readonly day: Day; readonly periode: Uitstelperiode }
  | { readonly soort: 'LEVERING'; readonly day: Day; readonly periode: Leveringperiode }
  | { readonly soort: 'AFSTEL'; readonly day: Day; readonly afstel: Afstel };

/** Reports of one day in the order in which they can follow each other. */
const VOLGORDE: readonly Melding['soort'][] = ['UITSTEL', 'LEVERING', 'AFSTEL'];

/**
 * Plays all reports on an allocation in order of their days through the transition table.
 * @throws RegelGeschonden W3 or W4 at the first report that could not have been made
 */
export function assertGeschiedenis(traject: Traject): void {
  let toestand: Toestand = 'GEEN';
  let zorg: Leveringperiode | null = null;
  for (const melding of meldingen(traject)) {
    if (melding.soort === 'UITSTEL') {
      toestand = afterUitstel(toestand, zorg, melding.periode);
    } else if (melding.soort === 'LEVERING') {
      const van =
        zorg !== null && toestand === '4'
          ? afterZorg(zorg, addDays(melding.day, -1), 'ingangsdatum')
          : toestand;
      assertOvergang(van, 'AW35', '4', ['ingangsdatum']);
      toestand = '4';
      zorg = melding.periode;
    } else {
      const van = zorg !== null && toestand === '4' ? afterZorg(zorg, melding.day, 'afsteldatum') : toestand;
      assertOvergang(van, melding.afstel.aanbiederBestemming === null ? '12' : '21', '5', ['afsteldatum']);
      toestand = '5';
    }
  }
}

function afterUitstel(toestand: Toestand, zorg: Leveringperiode | null, periode: Uitstelperiode): Toestand {
  const naar = periode.leveringsstatus as Toestand;
  if (zorg !== null && toestand === '4') {
    const van = afterZorg(zorg, periode.ingangsdatum, 'ingangsdatum');
    assertOvergang(van === 'GEEN' ? '4' : van, '20', naar, ['leveringsstatus']);
  } else {
    assertOvergang(toestand, uitstelGebeurtenis(toestand, naar), naar, ['leveringsstatus']);
  }
  return naar;
}

/**
 * Where care that began leaves the allocation: kept open (20, or a reason we do not know) or closed (17, 19).
 * @throws RegelGeschonden W4 while care runs past `lastDay`
 */
function afterZorg(zorg: Leveringperiode, lastDay: Day, veld: string): Toestand {
  if (zorg.einddatum === null || zorg.einddatum > lastDay) {
    throw new RegelGeschonden('W4', 'TR078', 'De zorg is begonnen en nog niet beëindigd.', [veld]);
  }
  return isGesloten(zorg) ? '5' : 'GEEN';
}

/** True when the end of care also ended the allocation: overplaatsing (17) or sluiten (19). */
export function isGesloten(zorg: Leveringperiode): boolean {
  return zorg.einddatum !== null && (zorg.beeindigingReden === '17' || zorg.beeindigingReden === '19');
}

function meldingen(traject: Traject): Melding[] {
  const all: Melding[] = [
    ...[...traject.uitstelperioden]
      .sort(byGeldendWoord)
      .map((periode) => ({ soort: 'UITSTEL' as const, day: periode.ingangsdatum, periode })),
    ...traject.leveringperioden.map((periode) => ({
      soort: 'LEVERING' as const,
      day: periode.ingangsdatum,
      periode,
    })),
    ...(traject.afstel === null
      ? []
      : [{ soort: 'AFSTEL' as const, day: traject.afstel.afsteldatum, afstel: traject.afstel }]),
  ];
  return all.sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : VOLGORDE.indexOf(a.soort) - VOLGORDE.indexOf(b.soort),
  );
}
