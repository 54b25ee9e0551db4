import { type Day } from '../../../platform/clock/index.js';
import { OngeldigeInvoer, RegelGeschonden, type DomainError } from '../../../platform/errors/index.js';
import { normenVan, normVoor, TWEEMAAL_PER_JAAR_DAGEN, type Normrij } from './contactnorm.js';
import { KENMERKEN, type Verplichtingsoort } from './verplichting.js';

/** The rule on norms: an office may ask for more contact than twice a year, never for less (brochure S3). */
export const NORMREGEL = 'C2';
const BRON = 'S3';

/** A stricter norm as an office wants it. */
export interface Normvoorstel {
  /** UZOVI. */
  readonly zorgkantoor: string;
  readonly soort: Verplichtingsoort;
  /** COD167. */
  readonly leveringsstatus: string;
  /** COD168; null for any. */
  readonly classificatie: string | null;
  readonly maxDagen: number;
  /** First day it holds; the day it is decided on is already judged. */
  readonly geldigVanaf: Day;
  /** Last day; afterwards the norm before it counts again. Null: it stays. */
  readonly geldigTot: Day | null;
}

const refused = (melding: string, veld: string): DomainError =>
  new RegelGeschonden(NORMREGEL, BRON, melding, [veld]);

/**
 * The row that a proposal becomes.
 * @param normen all rows there are
 * @param past whether status and classificatie go together on a day
 * @throws DomainError
 */
export function beslisNorm(
  voorstel: Normvoorstel,
  today: Day,
  normen: readonly Normrij[],
  past: (leveringsstatus: string, classificatie: string, dag: Day) => boolean,
): Omit<Normrij, 'contactnormID'> {
  const { zorgkantoor, soort, leveringsstatus, classificatie, maxDagen, geldigVanaf, geldigTot } = voorstel;
  const { drager: regierol, tegenpartij, wachtstatussen } = KENMERKEN[soort];
  if (maxDagen > TWEEMAAL_PER_JAAR_DAGEN)
    throw refused('Een contactnorm is nooit ruimer dan twee keer per jaar.', 'maxDagen');
  if (maxDagen < 1) throw new OngeldigeInvoer('Een norm is ten minste één dag.', { pad: ['maxDagen'] });
  if (geldigVanaf <= today) throw refused('Een norm gaat op zijn vroegst morgen in.', 'geldigVanaf');
  if (geldigTot !== null && geldigTot < geldigVanaf)
    throw new OngeldigeInvoer('De norm eindigt voordat hij ingaat.', { pad: ['geldigTot'] });
  if (!wachtstatussen.includes(leveringsstatus))
    throw refused('Bij deze wachtstatus bestaat deze verplichting niet.', 'wachtstatus');
  if (classificatie !== null && !past(leveringsstatus, classificatie, geldigVanaf))
    throw new RegelGeschonden('W1', 'CS131', 'Deze classificatie hoort niet bij deze wachtstatus.', [
      'classificatie',
    ]);
  const eigen = normenVan(zorgkantoor, normen);
  // A row for any classificatie is held against its like: one for a classificatie goes before both.
  const bekend = classificatie === null ? eigen.filter((norm) => norm.classificatie === null) : eigen;
  const nu = normVoor(soort, geldigVanaf, { leveringsstatus, classificatie: classificatie ?? '' }, bekend);
  if (maxDagen >= (nu?.maxDagen ?? TWEEMAAL_PER_JAAR_DAGEN))
    throw refused('Een norm kan alleen worden aangescherpt.', 'maxDagen');
  const zelfde = normen.filter(
    (norm) =>
      norm.zorgkantoor === zorgkantoor &&
      norm.regierol === regierol &&
      norm.leveringsstatus === leveringsstatus &&
      norm.classificatie === classificatie,
  );
  if (zelfde.some((norm) => norm.geldigVanaf === geldigVanaf))
    throw refused('Vanaf deze dag is al een norm vastgelegd.', 'geldigVanaf');
  const versie = Math.max(0, ...zelfde.map((norm) => norm.versie)) + 1;
  return {
    zorgkantoor,
    regierol,
    tegenpartij,
    leveringsstatus,
    classificatie,
    maxDagen,
    geldigVanaf,
    geldigTot,
    versie,
  };
}
