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
  | { readonly soort: 'UITSTEL'; readonly id: string; readonly day: Day; readonly periode: Uitstelperiode }
  | { readonly soort: 'LEVERING'; readonly id: string; readonly day: Day; readonly periode: Leveringperiode }
  | { readonly soort: 'AFSTEL'; readonly id: string; readonly day: Day; readonly afstel: Afstel };

/** Reports of one day in the order in which they can follow each other. */
const VOLGORDE: readonly Melding['soort'][] = ['UITSTEL', 'LEVERING', 'AFSTEL'];

/** What a refusal calls a report that was there already. */
const EERDER_GEMELD: Readonly<Record<Melding['soort'], string>> = {
  UITSTEL: 'een wachtstatus',
  LEVERING: 'het begin van zorg',
  AFSTEL: 'het einde van de zorgvraag',
};

/** What is told now, by its ids, and the field of the input in which it says its day. */
export interface Verteld {
  readonly ids: ReadonlySet<string>;
  readonly pad: readonly string[];
}

/** Where an allocation stands after a report, with the last care that began. */
interface Stand {
  readonly toestand: Toestand;
  readonly zorg: Leveringperiode | null;
}

/**
 * Plays all reports on an allocation in order of their days through the transition table.
 * @param verteld what is new or changed. A report that could not be made any more because of it was there already and
 *   stands in its way: the refusal names that, not a state nobody reported.
 * @throws RegelGeschonden W3 or W4 at the first report that could not have been made
 */
export function assertGeschiedenis(traject: Traject, verteld: Verteld): void {
  let stand: Stand = { toestand: 'GEEN', zorg: null };
  for (const melding of meldingen(traject)) {
    try {
      stand = after(stand, melding);
    } catch (error) {
      if (!(error instanceof RegelGeschonden) || verteld.ids.has(melding.id)) throw error;
      throw staatInDeWeg(error, melding.soort, verteld.pad);
    }
  }
}

function staatInDeWeg(
  { regel, bron }: RegelGeschonden,
  soort: Melding['soort'],
  pad: readonly string[],
): RegelGeschonden {
  const melding = `Op deze toewijzing is voor die dag of later al ${EERDER_GEMELD[soort]} gemeld; dat kan hierna niet volgen.`;
  return new RegelGeschonden(regel ?? 'W3', bron, melding, pad);
}

function after({ toestand, zorg }: Stand, melding: Melding): Stand {
  if (melding.soort === 'UITSTEL') return { toestand: afterUitstel(toestand, zorg, melding.periode), zorg };
  const inZorg = zorg !== null && toestand === '4';
  if (melding.soort === 'LEVERING') {
    const van = inZorg ? afterZorg(zorg, addDays(melding.day, -1), 'ingangsdatum') : toestand;
    assertOvergang(van, 'AW35', '4', ['ingangsdatum']);
    return { toestand: '4', zorg: melding.periode };
  }
  const van = inZorg ? afterZorg(zorg, melding.day, 'afsteldatum') : toestand;
  assertOvergang(van, melding.afstel.aanbiederBestemming === null ? '12' : '21', '5', ['afsteldatum']);
  return { toestand: '5', zorg };
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
    ...[...traject.uitstelperioden].sort(byGeldendWoord).map((periode) => ({
      soort: 'UITSTEL' as const,
      id: periode.uitstelperiodeID,
      day: periode.ingangsdatum,
      periode,
    })),
    ...traject.leveringperioden.map((periode) => ({
      soort: 'LEVERING' as const,
      id: periode.leveringperiodeID,
      day: periode.ingangsdatum,
      periode,
    })),
    ...(traject.afstel === null ? [] : [aangemeld(traject.afstel)]),
  ];
  return all.sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : VOLGORDE.indexOf(a.soort) - VOLGORDE.indexOf(b.soort),
  );
}

function aangemeld(afstel: Afstel): Melding {
  return { soort: 'AFSTEL', id: afstel.afstelID, day: afstel.afsteldatum, afstel };
}
