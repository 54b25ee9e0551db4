import { addDays, minDay, type Day } from '../../../platform/clock/index.js';
import { RegelGeschonden } from '../../../platform/errors/index.js';

/** What decides which indication of a client follows which. */
export interface Looptijd {
  readonly wlzIndicatieID: string;
  readonly besluitnummer: number;
  readonly afgiftedatum: Day;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
  readonly vervaldatum: Day | null;
}

/** The last day of an indication that another one follows. */
export interface Afsluiting<Indicatie extends Looptijd> {
  readonly indicatie: Indicatie;
  readonly einddatum: Day;
}

/**
 * Rule T9 (OP021): a new indication ends the former one on the day before its own ingangsdatum. Of several later ones
 * the first counts; an indication that was declared void follows nothing.
 * @param andere the other indications of the client
 * @returns the last day on which `indicatie` holds; null while it is open
 */
export function werkelijkeEinddatum(indicatie: Looptijd, andere: readonly Looptijd[]): Day | null {
  return andere
    .filter((ander) => ander.vervaldatum === null && ander.ingangsdatum > indicatie.ingangsdatum)
    .map((ander) => addDays(ander.ingangsdatum, -1))
    .reduce<Day | null>((end, day) => (end === null ? day : minDay(end, day)), indicatie.einddatum);
}

/** The running indications that end because this one begins after them. */
export function opgevolgdDoor<Indicatie extends Looptijd>(
  nieuw: Looptijd,
  andere: readonly Indicatie[],
): Afsluiting<Indicatie>[] {
  if (nieuw.vervaldatum !== null) return [];
  const laatste = addDays(nieuw.ingangsdatum, -1);
  return andere
    .filter(({ ingangsdatum }) => ingangsdatum < nieuw.ingangsdatum)
    .filter(({ einddatum }) => einddatum === null || einddatum > laatste)
    .map((indicatie) => ({ indicatie, einddatum: laatste }));
}

/**
 * Two indications of one client never begin on the same day, unless one of them was declared void: neither would end
 * the other, and only one profile can be indicated at a time (OP013).
 * @throws RegelGeschonden
 */
export function assertNietGelijktijdig(
  nieuw: Looptijd,
  andere: readonly Looptijd[],
  pad: readonly string[],
): void {
  if (nieuw.vervaldatum !== null) return;
  const begintGelijk = andere.some(
    (ander) => ander.vervaldatum === null && ander.ingangsdatum === nieuw.ingangsdatum,
  );
  if (begintGelijk) {
    throw new RegelGeschonden('T9', 'OP021', 'De cliënt heeft al een indicatie die op deze dag ingaat.', [
      ...pad,
      'ingangsdatum',
    ]);
  }
}

/** True when no other indication is a later decision: its description of the client is the newest. */
export function isNieuwste(indicatie: Looptijd, andere: readonly Looptijd[]): boolean {
  return andere.every((ander) => compareBesluit(ander, indicatie) <= 0);
}

function compareBesluit(a: Looptijd, b: Looptijd): number {
  if (a.afgiftedatum !== b.afgiftedatum) return a.afgiftedatum < b.afgiftedatum ? -1 : 1;
  if (a.ingangsdatum !== b.ingangsdatum) return a.ingangsdatum < b.ingangsdatum ? -1 : 1;
  return a.besluitnummer - b.besluitnummer;
}
