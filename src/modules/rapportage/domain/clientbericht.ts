import { minDay, type Day } from '../../../platform/clock/index.js';
import { woonplaats, type Adres } from './adres.js';
import type { Rapportagemaand } from './rapportagemaand.js';
import {
  isGerapporteerd,
  wachtlijstpakket,
  zietAfVanZorg,
  type Toewijzing,
  type Wachtlijstpakket,
} from './toewijzing.js';

/** A client with everything the report may need, as the register holds it. */
export interface Dossier {
  readonly clientID: string;
  readonly geslacht: string;
  readonly geboortedatum: Day;
  readonly overlijdensdatum: Day | null;
  readonly geheim: boolean;
  readonly adressen: readonly Adres[];
  /** All indications of the client that were not declared void. */
  readonly indicaties: readonly Indicatie[];
  /** The allocations under the responsibility of the zorgkantoor that reports. */
  readonly toewijzingen: readonly Toewijzing[];
}

export interface Indicatie {
  readonly wlzIndicatieID: string;
  readonly soort: string;
  readonly besluitnummer: number;
  readonly afgiftedatum: Day;
  readonly ingangsdatum: Day;
  /** The last day, with a following indication already taken into account (OP021). */
  readonly einddatum: Day | null;
  readonly grondslagen: readonly string[];
  readonly stoornissen: readonly Stoornis[];
  readonly beperkingen: readonly { readonly categorie: string }[];
  readonly pakketten: readonly Pakket[];
}

export interface Stoornis {
  readonly grondslag: string;
  readonly diagnoseCodelijst: string;
  readonly diagnoseSubcodelijst: string | null;
  readonly ziektebeeldStoornis: string;
}

export interface Pakket {
  readonly zzpCode: string;
  readonly ingangsdatum: Day;
  readonly einddatum: Day | null;
  readonly voorkeurClient: string | null;
  readonly financiering: string;
}

/** Client of AW317, without the pseudonym. */
export interface Clientbericht {
  readonly clientID: string;
  readonly geslacht: string;
  readonly geboortejaar: string;
  readonly postcode: string | null;
  readonly landCode: string | null;
  readonly indicaties: readonly Indicatiebericht[];
}

export interface Indicatiebericht extends Omit<Indicatie, 'wlzIndicatieID' | 'besluitnummer' | 'pakketten'> {
  readonly volgnummer: number;
  readonly pakketten: readonly (Pakket & { readonly zietAfVanZorg: string })[];
  readonly wachtlijstpakketten: readonly Wachtlijstpakket[];
}

const JA = '1';
const NEE = '2';

/**
 * What the report of a month tells of a client: the indications that were valid in it, numbered so that the last has the
 * highest number (OP167), each with its profiles and the allocations that were active. Null when none was valid (OP166).
 */
export function clientbericht(dossier: Dossier, maand: Rapportagemaand): Clientbericht | null {
  const geldig = dossier.indicaties
    .map((indicatie) => ({ ...indicatie, einddatum: verkort(indicatie, dossier.overlijdensdatum) }))
    .filter((indicatie) => overlapt(indicatie, maand))
    .sort(byBesluit);
  if (geldig.length === 0) return null;
  return {
    clientID: dossier.clientID,
    geslacht: dossier.geslacht,
    geboortejaar: dossier.geboortedatum.slice(0, 4),
    ...woonplaats(dossier.adressen, dossier.geheim, maand.laatsteDag),
    indicaties: geldig.map((indicatie, index) => indicatiebericht(indicatie, index + 1, dossier, maand)),
  };
}

function indicatiebericht(
  { wlzIndicatieID, besluitnummer: _, pakketten, ...indicatie }: Indicatie,
  volgnummer: number,
  dossier: Dossier,
  maand: Rapportagemaand,
): Indicatiebericht {
  const toewijzingen = dossier.toewijzingen.filter((one) => one.wlzIndicatieID === wlzIndicatieID);
  const peildag = minDay(maand.laatsteDag, indicatie.einddatum ?? maand.laatsteDag);
  const zietAf = zietAfVanZorg(toewijzingen, peildag);
  return {
    ...indicatie,
    volgnummer,
    pakketten: pakketten
      .map((pakket) => ({ ...pakket, einddatum: eerste(pakket.einddatum, indicatie.einddatum) }))
      .filter((pakket) => overlapt(pakket, maand))
      .map((pakket) => ({ ...pakket, zietAfVanZorg: zietAf ? JA : NEE })),
    wachtlijstpakketten: toewijzingen
      .filter((toewijzing) => isGerapporteerd(toewijzing, maand))
      .map((toewijzing) => wachtlijstpakket(toewijzing, maand, zietAf)),
  };
}

/** An indication ends with the client's life at the latest (IV016). */
function verkort({ einddatum }: Indicatie, overlijdensdatum: Day | null): Day | null {
  return eerste(einddatum, overlijdensdatum);
}

function overlapt(
  { ingangsdatum, einddatum }: { readonly ingangsdatum: Day; readonly einddatum: Day | null },
  { eersteDag, laatsteDag }: Rapportagemaand,
): boolean {
  if (einddatum !== null && einddatum < ingangsdatum) return false;
  return ingangsdatum <= laatsteDag && (einddatum === null || einddatum >= eersteDag);
}

function byBesluit(a: Indicatie, b: Indicatie): number {
  if (a.ingangsdatum !== b.ingangsdatum) return a.ingangsdatum < b.ingangsdatum ? -1 : 1;
  if (a.afgiftedatum !== b.afgiftedatum) return a.afgiftedatum < b.afgiftedatum ? -1 : 1;
  return a.besluitnummer - b.besluitnummer;
}

function eerste(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return minDay(a, b);
}
