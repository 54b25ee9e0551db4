import { heeftSector, heeftVorm, type Plaatsgroep, type Plaatssector } from './plaatsgroep.js';

/** What decides whether a waiting client can be offered a place somewhere. */
export interface Gegadigde {
  /** AGB of the provider the allocation is for. */
  readonly instelling: string;
  /** COD578. */
  readonly leveringsvorm: string;
  readonly sector: string | null;
  /** COD167. */
  readonly wachtstatusCode: string;
  /** Whether an offer to this client is open or accepted, at this provider or another. */
  readonly heeftAanbod: boolean;
  /** AGB of the provider the client prefers, when that is known. */
  readonly voorkeur: string | null;
}

/** The location, its provider and its places. */
export interface Aanbieding {
  readonly agb: string;
  readonly leveringsvormen: readonly string[];
  readonly sectoren: readonly Plaatssector[];
  readonly groepen: readonly Plaatsgroep[];
}

/** Why somebody is not offered a place here. */
export interface Bezwaar {
  readonly regel: string;
  readonly bron: string | null;
  readonly tekst: string;
}

type Toets = (gegadigde: Gegadigde, aanbieding: Aanbieding) => Bezwaar | null;

/** PL1: an offer comes from the provider the care is allocated to (OP088). */
export const isHierToegewezen: Toets = ({ instelling }, { agb }) =>
  instelling === agb ? null : bezwaar('PL1', 'OP088', 'De zorg is aan een andere zorgaanbieder toegewezen.');

/** PL2: who waits uit voorzorg does not want to be admitted yet, and is not counted as waiting (W7). */
export const wilOpname: Toets = ({ wachtstatusCode }) =>
  wachtstatusCode === '3' ? bezwaar('PL2', 'COD167', 'De cliënt wacht uit voorzorg en wil nog niet.') : null;

/** PL3: the form of delivery is one in which somebody takes a place, and one that is offered here. */
export const heeftPlaatsVoorVorm: Toets = ({ leveringsvorm }, { leveringsvormen, groepen }) =>
  leveringsvormen.includes(leveringsvorm) && groepen.some((groep) => heeftVorm(groep, leveringsvorm))
    ? null
    : bezwaar('PL3', 'COD578', 'Voor deze leveringsvorm zijn hier geen plaatsen.');

/** PL4: the profile belongs to a sector that the location, or else the provider, offers. */
export const heeftPlaatsVoorSector: Toets = ({ sector, leveringsvorm }, { sectoren, groepen }) =>
  groepen
    .filter((groep) => heeftVorm(groep, leveringsvorm) || !groepen.some((g) => heeftVorm(g, leveringsvorm)))
    .some((groep) => heeftSector(groep, sector, sectoren))
    ? null
    : bezwaar('PL4', 'COD163', 'Voor de sector van dit zorgprofiel zijn hier geen plaatsen.');

/** PL5: one offer at a time; whoever considers or accepted a place keeps it, and no second one is held for them. */
export const heeftGeenAanbod: Toets = ({ heeftAanbod }) =>
  heeftAanbod ? bezwaar('PL5', null, 'Aan deze cliënt is al een plaats aangeboden of toegezegd.') : null;

/** PL6: who waits for a preference is offered what was preferred; the more urgent take what there is. */
export const wachtNietOpEenAnder: Toets = ({ wachtstatusCode, voorkeur }, { agb }) =>
  wachtstatusCode === '2' && voorkeur !== null && voorkeur !== agb
    ? bezwaar('PL6', 'COD167', 'De cliënt wacht op een andere zorgaanbieder van voorkeur.')
    : null;

export const TOETSEN: readonly Toets[] = [
  isHierToegewezen,
  wilOpname,
  heeftPlaatsVoorVorm,
  heeftPlaatsVoorSector,
  heeftGeenAanbod,
  wachtNietOpEenAnder,
];

/** Everything that stands in the way, in the order of the rules; nothing for a candidate. */
export function bezwaren(gegadigde: Gegadigde, aanbieding: Aanbieding): Bezwaar[] {
  return TOETSEN.flatMap((toets) => toets(gegadigde, aanbieding) ?? []);
}

/** The groups at the location in which this client can live. */
export function passendeGroepen<Groep extends Plaatsgroep>(
  { leveringsvorm, sector }: Pick<Gegadigde, 'leveringsvorm' | 'sector'>,
  { sectoren }: Pick<Aanbieding, 'sectoren'>,
  groepen: readonly Groep[],
): Groep[] {
  return groepen.filter((groep) => heeftVorm(groep, leveringsvorm) && heeftSector(groep, sector, sectoren));
}

function bezwaar(regel: string, bron: string | null, tekst: string): Bezwaar {
  return { regel, bron, tekst };
}
