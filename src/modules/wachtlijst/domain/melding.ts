import type { Day } from '../../../platform/clock/index.js';
import { RegelGeschonden } from '../../../platform/errors/index.js';
import {
  assertAndereBestemming,
  assertMoment,
  assertNotAhead,
  assertPeriode,
  assertSindsIndicatie,
  type Maatstaf,
} from './grenzen.js';
import { EINDE_ZORG, MET_BESTEMMING, type Gebeurtenis } from './overgangen.js';
import {
  isGeeindigd,
  isPgb,
  kanWachten,
  type Afstel,
  type Leveringperiode,
  type Specificatie,
  type Uitstelperiode,
} from './traject.js';
import { isWachtstatuscode } from './wachtstatus.js';

/**
 * Judges one Uitstelperiode by itself. It is known on the day it begins at the earliest: a status says how somebody
 * waits, which nobody can establish for a day to come; an end may lie ahead (a planned admission).
 */
export function assertUitstelperiode(s: Specificatie, periode: Uitstelperiode, maatstaf: Maatstaf): void {
  assertKanWachten(s);
  const { leveringsstatus, leveringsstatusClassificatie, ingangsdatum } = periode;
  if (leveringsstatus === '1') {
    throw new RegelGeschonden('W2', 'CS133', 'Leveringsstatus 1 wordt sinds 2021 niet meer gebruikt.', [
      'leveringsstatus',
    ]);
  }
  if (!isWachtstatuscode(leveringsstatus)) {
    throw new RegelGeschonden('W3', 'TR046', 'Deze leveringsstatus is geen wachtstatus.', [
      'leveringsstatus',
    ]);
  }
  if (leveringsstatusClassificatie === '') {
    throw new RegelGeschonden('W1', 'CD090', 'Bij een wachtstatus hoort een classificatie.', [
      'leveringsstatusClassificatie',
    ]);
  }
  if (!maatstaf.paar(leveringsstatus, leveringsstatusClassificatie, ingangsdatum)) {
    throw new RegelGeschonden(
      'W1',
      'CS131',
      'Deze classificatie hoort op die dag niet bij deze wachtstatus.',
      ['leveringsstatusClassificatie'],
    );
  }
  assertMoment(periode.vaststellingMoment, maatstaf);
  assertPeriode(ingangsdatum, periode.einddatum, maatstaf);
  assertNotAhead(ingangsdatum, maatstaf.today, 'ingangsdatum', 'IV022');
  assertSindsIndicatie(ingangsdatum, maatstaf, 'ingangsdatum');
  assertBeforeEnd(s, ingangsdatum);
}

/** Judges one Leveringperiode by itself. Care that has yet to begin is not reported (CS064). */
export function assertLeveringperiode(s: Specificatie, periode: Leveringperiode, maatstaf: Maatstaf): void {
  const { ingangsdatum } = periode;
  assertMoment(periode.vaststellingMoment, maatstaf);
  assertPeriode(ingangsdatum, periode.einddatum, maatstaf);
  assertNotAhead(ingangsdatum, maatstaf.today, 'ingangsdatum', 'CS064');
  assertAndereBestemming(s, periode.aanbiederBestemming);
  if (ingangsdatum < s.toewijzingIngangsdatum) {
    throw new RegelGeschonden('W3', 'IV101', 'De zorg kan niet beginnen voordat de toewijzing ingaat.', [
      'ingangsdatum',
    ]);
  }
  assertBeforeEnd(s, ingangsdatum);
}

/** Judges how care ends: a mutatiecode of the table, with the next provider exactly when it asks for one (CD020). */
export function assertEindeZorg(periode: Leveringperiode): void {
  const code = periode.beeindigingReden as Gebeurtenis | null;
  if (code === null || !EINDE_ZORG.includes(code)) {
    throw new RegelGeschonden('W3', 'TR046', 'De zorg eindigt met mutatiecode 17, 19 of 20.', [
      'beeindigingReden',
    ]);
  }
  if (MET_BESTEMMING.includes(code) !== (periode.aanbiederBestemming !== null)) {
    throw new RegelGeschonden(
      'W3',
      'CD020',
      'De nieuwe zorgaanbieder hoort bij een overplaatsing, en alleen daarbij.',
      ['aanbiederBestemming'],
    );
  }
}

/** Judges one Afstel by itself. */
export function assertAfstel(s: Specificatie, afstel: Afstel, maatstaf: Maatstaf): void {
  assertKanWachten(s);
  assertMoment(afstel.vaststellingMoment, maatstaf);
  assertNotAhead(afstel.afsteldatum, maatstaf.today, 'afsteldatum', 'IV022');
  assertSindsIndicatie(afstel.afsteldatum, maatstaf, 'afsteldatum');
  assertAndereBestemming(s, afstel.aanbiederBestemming);
}

function assertKanWachten(s: Specificatie): void {
  if (kanWachten(s)) return;
  if (isPgb(s))
    throw new RegelGeschonden('W7', 'IV021', 'Bij een pgb wordt niet gewacht.', [
      'bemiddelingspecificatieID',
    ]);
  throw new RegelGeschonden('W3', 'TR046', 'Alleen op een reguliere toewijzing kan worden gewacht.', [
    'bemiddelingspecificatieID',
  ]);
}

function assertBeforeEnd(s: Specificatie, ingangsdatum: Day): void {
  if (!isGeeindigd(s, ingangsdatum)) return;
  throw new RegelGeschonden('W3', 'IV101', 'De toewijzing was op deze dag al geëindigd.', ['ingangsdatum']);
}
