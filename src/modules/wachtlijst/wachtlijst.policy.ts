import { holdsOn, type Day } from '../../platform/clock/index.js';
import type { Actor } from '../../platform/context/index.js';
import { NietToegestaan } from '../../platform/errors/index.js';
import type { Bron } from './domain/traject.js';
import type { Dossierhouderschap, Toewijzing } from './toewijzing.queries.js';

/** What a right to report rests on. */
export interface Melder {
  readonly actor: Actor;
  readonly toewijzing: Toewijzing;
  readonly dossierhouders: readonly Dossierhouderschap[];
  readonly today: Day;
}

/**
 * A waiting status and an afstel are reported by the provider of the allocation or by the dossierhouder; by the
 * responsible zorgkantoor as an exception.
 * @returns whose word it is
 * @throws NietToegestaan
 */
export function assertMayReportWachtstatus(melder: Melder, ingangsdatum: Day): Bron {
  const { actor, toewijzing, dossierhouders, today } = melder;
  if (isVerantwoordelijk(melder)) return 'ZORGKANTOOR';
  if (actor.rol === 'ZORGAANBIEDER' && actor.agb !== null) {
    if (isDossierhouder(dossierhouders, toewijzing.bemiddelingID, actor.agb, today)) return 'DOSSIERHOUDER';
    if (actor.agb === toewijzing.instelling) {
      return bronVanAanbieder(dossierhouders, toewijzing, ingangsdatum, today);
    }
  }
  throw new NietToegestaan('Alleen de zorgaanbieder van deze toewijzing of de dossierhouder meldt dit.');
}

/**
 * Care is reported by the provider that gives it, or by the responsible zorgkantoor.
 * @throws NietToegestaan
 */
export function assertMayReportZorg(melder: Melder): void {
  const { actor, toewijzing } = melder;
  if (isVerantwoordelijk(melder)) return;
  if (actor.rol === 'ZORGAANBIEDER' && actor.agb !== null && actor.agb === toewijzing.instelling) return;
  throw new NietToegestaan('Alleen de zorgaanbieder die de zorg levert meldt het begin en het einde ervan.');
}

/**
 * A provider corrects what providers reported; only the dossierhouder goes over the word of a dossierhouder or of the
 * zorgkantoor.
 * @throws NietToegestaan
 */
export function assertMayCorrect(bron: Bron, vorigeBron: Bron): void {
  if (bron !== 'ZORGAANBIEDER' || vorigeBron === 'ZORGAANBIEDER') return;
  throw new NietToegestaan('Deze melding is niet van u; meld zo nodig een eigen status.', [
    'uitstelperiodeID',
  ]);
}

/**
 * Whose word the provider of an allocation speaks: that of the dossierhouder when it is one on the day the status
 * begins, or is one now (a status may begin before the role does).
 */
export function bronVanAanbieder(
  dossierhouders: readonly Dossierhouderschap[],
  { bemiddelingID, instelling }: Toewijzing,
  ingangsdatum: Day,
  today: Day,
): Bron {
  const is = (day: Day): boolean =>
    instelling !== null && isDossierhouder(dossierhouders, bemiddelingID, instelling, day);
  return is(ingangsdatum) || is(today) ? 'DOSSIERHOUDER' : 'ZORGAANBIEDER';
}

function isDossierhouder(
  dossierhouders: readonly Dossierhouderschap[],
  bemiddelingID: string,
  agb: string,
  day: Day,
): boolean {
  return dossierhouders.some(
    (rol) =>
      rol.bemiddelingID === bemiddelingID &&
      rol.instelling === agb &&
      holdsOn(day, rol.ingangsdatum, rol.einddatum),
  );
}

/** A zorgkantoor that handed its responsibility over reads on, and reports no more. */
function isVerantwoordelijk({ actor, toewijzing, today }: Melder): boolean {
  const { zorgkantoor, verantwoordelijkheidEinddatum: tot } = toewijzing;
  return actor.rol === 'ZORGKANTOOR' && actor.uzovi.includes(zorgkantoor) && (tot === null || tot >= today);
}
