import { CLIENT, HEADER, PATRONEN, type Element, type Waardesoort } from './aw317.structuur.js';
import type { Clientbericht, Indicatiebericht } from './clientbericht.js';
import type { Rapportagemaand } from './rapportagemaand.js';
import type { Wachtlijstpakket } from './toewijzing.js';

/** The content of an element: text, elements by name, or several of the same. Null and an empty list are left out. */
export type Inhoud = string | null | readonly Inhoud[] | { readonly [naam: string]: Inhoud };

/** Who sends it, about which month, dated when. */
export interface Kop {
  /** COD001. */
  readonly afzender: string;
  readonly maand: Rapportagemaand;
  readonly dagtekening: string;
}

export function headerInhoud({ afzender, maand, dagtekening }: Kop): Inhoud {
  return {
    Afzender: afzender,
    Periode: { Begindatum: maand.eersteDag, Einddatum: maand.laatsteDag },
    BerichtIdentificatie: { Identificatie: `AW317-${afzender}-${maand.maand}`, Dagtekening: dagtekening },
  };
}

export function clientInhoud(client: Clientbericht, pseudoniem: string): Inhoud {
  return {
    Bsn: pseudoniem,
    Geslacht: client.geslacht,
    Geboortejaar: client.geboortejaar,
    Postcode: client.postcode,
    LandCode: client.landCode,
    Indicaties: { Indicatie: client.indicaties.map(indicatieInhoud) },
  };
}

function indicatieInhoud(indicatie: Indicatiebericht): Inhoud {
  return {
    VolgnummerIndicatie: String(indicatie.volgnummer),
    Soort: indicatie.soort,
    Grondslagen: groep('Grondslag', indicatie.grondslagen),
    Afgiftedatum: indicatie.afgiftedatum,
    Ingangsdatum: indicatie.ingangsdatum,
    Einddatum: indicatie.einddatum,
    Stoornissen: groep(
      'Stoornis',
      indicatie.stoornissen.map((stoornis) => ({
        Grondslag: stoornis.grondslag,
        DiagnoseCodelijst: stoornis.diagnoseCodelijst,
        DiagnoseSubcodelijst: stoornis.diagnoseSubcodelijst,
        ZiektebeeldStoornis: stoornis.ziektebeeldStoornis,
      })),
    ),
    Beperkingen: groep(
      'Beperking',
      indicatie.beperkingen.map(({ categorie }) => ({ Categorie: categorie })),
    ),
    GeindiceerdeZorgzwaartepakketten: groep(
      'GeindiceerdZorgzwaartepakket',
      indicatie.pakketten.map((pakket) => ({
        ZzpCode: pakket.zzpCode,
        Ingangsdatum: pakket.ingangsdatum,
        Einddatum: pakket.einddatum,
        VoorkeurClient: pakket.voorkeurClient,
        Financiering: pakket.financiering,
        ZietAfVanZorg: pakket.zietAfVanZorg,
      })),
    ),
    WachtlijstZorgzwaartepakketten: groep(
      'WachtlijstZorgzwaartepakket',
      indicatie.wachtlijstpakketten.map(wachtlijstInhoud),
    ),
  };
}

function wachtlijstInhoud(pakket: Wachtlijstpakket): Inhoud {
  return {
    ZzpCode: pakket.zzpCode,
    Soort: pakket.soort,
    Instelling: pakket.instelling,
    Toewijzingsdatum: pakket.toewijzingsdatum,
    Ingangsdatum: pakket.ingangsdatum,
    Begindatum: pakket.begindatum,
    Mutatiedatum: pakket.mutatiedatum,
    Leveringsvorm: pakket.leveringsvorm,
    Etmalen: pakket.etmalen,
    Opname: pakket.opname,
    Leveringsstatussen: groep(
      'Leveringsstatus',
      pakket.leveringsstatussen.map((status) => ({
        IngangsdatumStatus: status.ingangsdatumStatus,
        Leveringsstatus: status.leveringsstatus,
        LeveringsstatusClassificatie: status.classificatie,
      })),
    ),
  };
}

function groep(naam: string, leden: readonly Inhoud[]): Inhoud {
  return leden.length === 0 ? null : { [naam]: leden };
}

/** Where the elements go. */
export interface Schrijver {
  open(naam: string): void;
  tekst(naam: string, waarde: string): void;
  sluit(): void;
}

/** Writes an element as the structure says: its order, how often, and the shape of its values. A breach is a defect. */
export function schrijf(element: Element, inhoud: Inhoud, naar: Schrijver): void {
  const leden = inhoud === null ? [] : Array.isArray(inhoud) ? (inhoud as readonly Inhoud[]) : [inhoud];
  if (leden.length < element.min || (element.max === 1 && leden.length > 1))
    throw new Error(`AW317: ${element.naam} stands ${leden.length} times.`);
  for (const lid of leden) schrijfLid(element, lid, naar);
}

function schrijfLid({ naam, inhoud }: Element, lid: Inhoud, naar: Schrijver): void {
  if (typeof inhoud === 'string') {
    if (typeof lid !== 'string' || !past(inhoud, lid)) throw new Error(`AW317: ${naam} has a wrong value.`);
    naar.tekst(naam, lid);
    return;
  }
  if (lid === null || typeof lid === 'string' || Array.isArray(lid))
    throw new Error(`AW317: ${naam} is a group.`);
  const delen = lid as Readonly<Record<string, Inhoud>>;
  const known = new Set(inhoud.map((kind) => kind.naam));
  if (Object.keys(delen).some((deel) => !known.has(deel)))
    throw new Error(`AW317: ${naam} has an unknown part.`);
  naar.open(naam);
  for (const kind of inhoud) schrijf(kind, delen[kind.naam] ?? null, naar);
  naar.sluit();
}

function past(soort: Waardesoort, waarde: string): boolean {
  return soort in PATRONEN ? PATRONEN[soort as keyof typeof PATRONEN].test(waarde) : waarde !== '';
}

export { CLIENT, HEADER };
