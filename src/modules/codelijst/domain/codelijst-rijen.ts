import { type Day } from '../../../platform/clock/index.js';

/** The lists of the registers that this house checks against (values: src/modules/codelijst/data). */
export type Codelijst =
  | 'COD001' // zorgkantoor
  | 'COD046' // geslacht
  | 'COD127' // Wzd-verklaring
  | 'COD163' // zorgzwaartepakket
  | 'COD165' // soort toewijzing
  | 'COD167' // leveringsstatus
  | 'COD168' // leveringsstatusclassificatie
  | 'COD169' // soort indicatie
  | 'COD170' // datumgebruik
  | 'COD172' // reden intrekking
  | 'COD260' // ja/nee
  | 'COD366' // burgerlijke staat
  | 'COD472' // soort relatie
  | 'COD478' // leefeenheid
  | 'COD578' // leveringsvorm
  | 'COD700' // naamgebruik
  | 'COD736' // grondslag
  | 'COD747' // communicatievorm
  | 'COD755' // etmalen
  | 'COD757' // adressoort
  | 'COD998' // financiering
  | 'COD999' // voorkeur cliënt
  | 'COD1002' // relatie
  | 'COD1003' // rol
  | 'COD1004'; // regierol

/** One code of one list, from a day on. */
export interface CodelijstRij {
  readonly lijst: string;
  readonly code: string;
  readonly ingangsdatum: Day;
  /** First day on which the code no longer holds; null while it does. */
  readonly expiratiedatum: Day | null;
  readonly omschrijving: string;
  readonly bron: string;
}

/** A classificatie allowed beside a leveringsstatus (CS131); the days are inclusive. */
export interface ClassificatieRij {
  readonly leveringsstatus: string;
  readonly classificatie: string;
  readonly geldigVanaf: Day;
  readonly geldigTot: Day | null;
  readonly bron: string;
  /** How sure the source is: A normative, B a page of an official body, C to P less. */
  readonly zekerheid: string;
}

export type Sector = 'VV' | 'GHZ' | 'GGZ';

/** Whether a profile may be delivered in a form; unknown is allowed with a warning (rule T8). */
export type Toelaatbaar = 'JA' | 'NEE' | 'ONBEKEND';

export interface Zorgprofiel {
  /** Null for the codes that stand for no sector (996 to 999). */
  readonly sector: Sector | null;
  /** Finer than the sector, such as `GGZ-B` or `ZGvis`; null where there is no sector. */
  readonly profielgroep: string | null;
  /** As a persoonsgebonden budget. */
  readonly pgb: Toelaatbaar;
  /** At home: vpt, mpt or dtv. */
  readonly thuis: Toelaatbaar;
}

/** What a zzpCode of COD163 means for delivery; the days are inclusive. */
export interface ZorgprofielRij extends Zorgprofiel {
  readonly zzpCode: string;
  readonly geldigVanaf: Day;
  readonly geldigTot: Day | null;
  readonly bron: string;
}

/** Longest allowed time between two contacts, by role and waiting status (the brochure's twice a year). */
export interface ContactnormRij {
  readonly regierol: string;
  readonly tegenpartij: 'CLIENT' | 'DOSSIERHOUDER';
  readonly leveringsstatus: string;
  /** Null for every classificatie of the status. */
  readonly classificatie: string | null;
  readonly maxDagen: number;
  readonly geldigVanaf: Day;
  readonly geldigTot: Day | null;
  readonly bron: string;
}
