import { addDays, minDay, type Day, type Instant } from '../../../platform/clock/index.js';
import { OngeldigeInvoer, RegelGeschonden } from '../../../platform/errors/index.js';
import { isSleutelnaam, SLOTSLEUTEL, type Richting, type Sleutelnaam } from './volgordesleutel.js';

/** One key of a policy. */
export interface Beleidssleutel {
  readonly naam: Sleutelnaam;
  readonly richting: Richting;
}

/**
 * The order that the office advises from a day on. Versions are only added: a later one takes over from its first day,
 * and what a list of a past day was ordered by stays known.
 */
export interface Volgordebeleid {
  readonly versie: number;
  readonly geldigVanaf: Day;
  /** The first key that differs decides; the last one never ties. */
  readonly sleutels: readonly Beleidssleutel[];
  /** Who decided it, and where that can be read. */
  readonly bron: string;
  readonly geregistreerdOp: Instant;
}

/** A policy as somebody writes it down; its keys may be anything. */
export interface Beleidsvoorstel {
  readonly geldigVanaf: Day;
  readonly sleutels: readonly { readonly naam: string; readonly richting: Richting }[];
  readonly bron: string;
}

/**
 * What the proposal comes to.
 * @throws RegelGeschonden VB1 no total order, VB2 unknown key, VB3 a key twice, VB4 begins in the past
 * @throws OngeldigeInvoer without a source
 */
export function decideBeleid(voorstel: Beleidsvoorstel, today: Day): Beleidsvoorstel & BeleidMetSleutels {
  const sleutels = voorstel.sleutels.map(({ naam, richting }, index) => {
    if (!isSleutelnaam(naam)) {
      throw geschonden('VB2', 'Deze sleutel bestaat niet.', ['sleutels', String(index), 'naam']);
    }
    return { naam, richting };
  });
  const dubbel = sleutels.findIndex(
    ({ naam }, index) => sleutels.findIndex((eerder) => eerder.naam === naam) < index,
  );
  if (dubbel >= 0) {
    throw geschonden('VB3', 'Een sleutel telt maar één keer mee.', ['sleutels', String(dubbel), 'naam']);
  }
  if (sleutels.at(-1)?.naam !== SLOTSLEUTEL) {
    throw geschonden(
      'VB1',
      `De volgorde is niet volledig: de laatste sleutel is ${SLOTSLEUTEL}, de enige waarop niemand gelijk eindigt.`,
      ['sleutels'],
    );
  }
  if (voorstel.geldigVanaf < today) {
    throw geschonden('VB4', 'Een volgorde gaat niet in het verleden in.', ['geldigVanaf']);
  }
  const bron = voorstel.bron.trim();
  if (bron === '') throw new OngeldigeInvoer('Zeg waar dit beleid op berust.', { pad: ['bron'] });
  return { ...voorstel, bron, sleutels };
}

interface BeleidMetSleutels {
  readonly sleutels: readonly Beleidssleutel[];
}

/** The policy that holds on a day: of those that began by then the one that was decided last. */
export function beleidOp(beleid: readonly Volgordebeleid[], day: Day): Volgordebeleid {
  const found = beleid
    .filter(({ geldigVanaf }) => geldigVanaf <= day)
    .reduce<Volgordebeleid | null>(
      (last, one) => (last === null || one.versie > last.versie ? one : last),
      null,
    );
  if (found === null) throw new Error('No order was ever decided for this day.');
  return found;
}

/**
 * Last day of a policy: the day before a later version begins; null while none does. Lies before `geldigVanaf` when the
 * policy was overtaken before it ever held.
 */
export function geldigTot(beleid: readonly Volgordebeleid[], { versie }: Volgordebeleid): Day | null {
  const later = beleid.filter((one) => one.versie > versie).map((one) => one.geldigVanaf);
  return later.length === 0 ? null : addDays(later.reduce(minDay), -1);
}

function geschonden(regel: string, melding: string, pad: readonly string[]): RegelGeschonden {
  return new RegelGeschonden(regel, 'ADR 0008', melding, pad);
}
