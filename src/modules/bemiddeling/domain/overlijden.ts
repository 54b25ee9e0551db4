import { addDays, maxDay, minDay, type Day, type Instant } from '../../../platform/clock/index.js';
import { OngeldigeInvoer, RegelGeschonden } from '../../../platform/errors/index.js';
import { endAlles, type Einde } from './beeindigen.js';
import {
  isIngetrokkenVoorIngang,
  laatsteDag,
  type Bemiddelingstaat,
  type Regiehouder,
  type Specificatie,
} from './bemiddeling.js';

/** COD172: client overleden; a later indication took over. */
export const OVERLEDEN = '1';
const HERINDICATIE = '3';

/** The CIZ decides within six weeks of a request, which a living client made (Blz 3.2.4). */
const BESLISTERMIJN_DAGEN = 42;

/** The last days on which others met the client alive; null for what never happened. */
export interface Levenstekens {
  /** The client was spoken to, not by e-mail. Who speaks to the family may be condoling. */
  readonly gesproken: Day | null;
  /** Care began. */
  readonly zorgBegonnen: Day | null;
  /** An indication was issued that was not declared void. */
  readonly geindiceerd: Day | null;
}

/**
 * Judges a day of death against what is known of the client.
 * @throws DomainError; rule OV1 when somebody met the client alive on a later day
 */
export function assertOverlijdensdatum(
  datum: Day,
  geboortedatum: Day,
  { gesproken, zorgBegonnen, geindiceerd }: Levenstekens,
  today: Day,
): void {
  if (datum > today) throw onmogelijk('De overlijdensdatum ligt in de toekomst.');
  if (datum < geboortedatum) throw onmogelijk('De overlijdensdatum ligt voor de geboortedatum.');
  const daarna = (dag: Day | null): boolean => dag !== null && dag > datum;
  if (daarna(gesproken)) throw leefdeNog('na deze dag is de cliënt nog gesproken');
  if (daarna(zorgBegonnen)) throw leefdeNog('na deze dag is er nog zorg begonnen');
  if (daarna(geindiceerd === null ? null : addDays(geindiceerd, -BESLISTERMIJN_DAGEN)))
    throw leefdeNog('lang na deze dag is nog een indicatie afgegeven');
}

function onmogelijk(melding: string): OngeldigeInvoer {
  return new OngeldigeInvoer(melding, { pad: ['overlijdensdatum'] });
}

function leefdeNog(waarom: string): RegelGeschonden {
  return new RegelGeschonden(
    'OV1',
    'ADR 0006',
    `De cliënt kan niet op deze dag zijn overleden: ${waarom}. Klopt dat niet, laat dan eerst dat herstellen.`,
    ['overlijdensdatum'],
  );
}

/** How allocations and roles ended before the death was registered, by id; absent for what was never otherwise. */
export interface VoorOverlijden {
  readonly specificaties: ReadonlyMap<string, Omit<Einde, 'einddatum'> & { readonly einddatum: Day | null }>;
  readonly regiehouders: ReadonlyMap<string, Day | null>;
  /** Last day of the indication; it may have come earlier since. */
  readonly indicatieTot: Day | null;
}

/**
 * Registers another day of death, or takes the death back: what ended or was withdrawn by it ends as it did before, and
 * then on the new day. What ended for a reason of its own stays as it is, also when that came later than the death.
 * @param datum null when the client did not die
 */
export function herzieOverlijden(
  staat: Bemiddelingstaat,
  voor: VoorOverlijden,
  { vorige, datum }: { readonly vorige: Day; readonly datum: Day | null },
  vaststellingMoment: Instant,
): Bemiddelingstaat {
  const levend: Bemiddelingstaat = {
    specificaties: staat.specificaties.map((one) => herleefd(one, voor, vorige, datum)),
    regiehouders: staat.regiehouders.map((houder) => rolHerleefd(houder, voor)),
  };
  const na = datum === null ? levend : endAlles(levend, datum, OVERLEDEN, vaststellingMoment);
  return {
    ...na,
    specificaties: na.specificaties.map((one, index) => ongewijzigd(staat.specificaties[index], one)),
  };
}

function herleefd(
  specificatie: Specificatie,
  { specificaties, indicatieTot }: VoorOverlijden,
  vorige: Day,
  datum: Day | null,
): Specificatie {
  if (specificatie.redenIntrekking !== OVERLEDEN) return specificatie;
  const eerder = specificaties.get(specificatie.bemiddelingspecificatieID);
  if (eerder === undefined) return vanElders(specificatie, vorige, datum);
  const { einddatum: toewijzingEinddatum, ...rest } = eerder;
  const terug = { ...specificatie, ...rest, toewijzingEinddatum };
  if (indicatieTot === null || laatsteDag(toewijzingEinddatum) <= indicatieTot) return terug;
  return {
    ...terug,
    toewijzingEinddatum: maxDay(specificatie.toewijzingIngangsdatum, indicatieTot),
    redenIntrekking: HERINDICATIE,
  };
}

/** It came in as ended by the death, so nobody told us how it ended otherwise: it only follows the day of death. */
function vanElders(specificatie: Specificatie, vorige: Day, datum: Day | null): Specificatie {
  const doorDitOverlijden =
    specificatie.toewijzingEinddatum === vorige || isIngetrokkenVoorIngang(specificatie);
  if (datum === null || !doorDitOverlijden) return specificatie;
  return { ...specificatie, toewijzingEinddatum: null, redenIntrekking: null };
}

function rolHerleefd(houder: Regiehouder, { regiehouders, indicatieTot }: VoorOverlijden): Regiehouder {
  const einddatum = regiehouders.get(houder.regiehouderID);
  if (einddatum === undefined || einddatum === houder.einddatum) return houder;
  if (indicatieTot === null) return { ...houder, einddatum };
  return {
    ...houder,
    einddatum: maxDay(houder.ingangsdatum, minDay(laatsteDag(einddatum), indicatieTot)),
  };
}

/** What ends as it did is the same decision, of the same moment. */
function ongewijzigd(staat: Specificatie | undefined, na: Specificatie): Specificatie {
  if (staat === undefined) return na;
  const zelfde =
    staat.toewijzingEinddatum === na.toewijzingEinddatum &&
    staat.redenIntrekking === na.redenIntrekking &&
    staat.instellingBestemming === na.instellingBestemming;
  return zelfde ? staat : na;
}
