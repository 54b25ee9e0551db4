import {
  dayInAmsterdam,
  daysBetween,
  isOrdered,
  type Day,
  type Instant,
} from '../../../platform/clock/index.js';
import { OngeldigeInvoer, RegelGeschonden } from '../../../platform/errors/index.js';
import type { Specificatie } from './traject.js';

/**
 * Rule W12: how far ahead an end may be told. A planned admission or departure is known for months; what lies further
 * is no plan, and would keep the care or the place running for whoever reads it.
 */
const VERSTE_EINDE_DAGEN = 366;

/** What a report is judged against besides the allocation itself. */
export interface Maatstaf {
  readonly today: Day;
  /** This moment. The day may stand still while moments run on, so it is never compared with `today`. */
  readonly now: Instant;
  /** The first day on which anything of this client could be known here: see `findEersteIndicaties`. */
  readonly eersteIndicatie: Day;
  /** Rule W1: does this pair of status and classificatie hold on that day? */
  paar(leveringsstatus: string, classificatie: string, day: Day): boolean;
}

/**
 * Rule W11: who takes a client over is somebody else. A client who moves between houses of one provider keeps the
 * allocation (17 and 21 end it, TR046), and an allocation that ends for nobody takes the client off every list.
 */
export function assertAndereBestemming({ instelling }: Specificatie, bestemming: string | null): void {
  if (bestemming === null || bestemming !== instelling) return;
  throw new RegelGeschonden(
    'W11',
    'TR046',
    'De nieuwe zorgaanbieder is een andere dan die van de toewijzing.',
    ['aanbiederBestemming'],
  );
}

/** A moment of decision lies between the client's first indication and now. */
export function assertMoment(moment: Instant, maatstaf: Maatstaf): void {
  const dag = dayInAmsterdam(moment);
  if (moment !== maatstaf.now && dag > maatstaf.today) {
    throw new OngeldigeInvoer('Het vaststellingsmoment ligt in de toekomst.', {
      pad: ['vaststellingMoment'],
    });
  }
  assertSindsIndicatie(dag, maatstaf, 'vaststellingMoment');
}

/**
 * Rule W10: nobody waits, and nothing is decided about waiting or care, before the client's first indication was known.
 * A status may begin before the allocation (OP026), but how long somebody waits decides who comes first.
 */
export function assertSindsIndicatie(day: Day, { eersteIndicatie }: Maatstaf, veld: string): void {
  if (day >= eersteIndicatie) return;
  throw new RegelGeschonden('W10', 'OP026', 'Deze dag ligt voor de eerste Wlz-indicatie van de cliënt.', [
    veld,
  ]);
}

/** An end comes after its beginning, and not further ahead than anybody plans (W12). */
export function assertPeriode(ingangsdatum: Day, einddatum: Day | null, { today }: Maatstaf): void {
  if (!isOrdered(ingangsdatum, einddatum)) {
    throw new OngeldigeInvoer('De einddatum ligt voor de ingangsdatum.', { pad: ['einddatum'] });
  }
  if (einddatum === null || daysBetween(today, einddatum) <= VERSTE_EINDE_DAGEN) return;
  throw new RegelGeschonden('W12', 'ADR 0006', 'Een einddatum ligt ten hoogste een jaar vooruit.', [
    'einddatum',
  ]);
}

export function assertNotAhead(day: Day, today: Day, veld: string, bron: string): void {
  if (day <= today) return;
  throw new OngeldigeInvoer('Deze datum ligt in de toekomst.', { bron, pad: [veld] });
}
